import { managedBlock } from "../../managed/managed-body.ts";
import { readBlockData } from "./body/block-data.ts";
import { BLOCK } from "./body/block-key.ts";
import { readListRows } from "./body/list-rows.ts";
import { waitingOf } from "./changes/waiting.ts";
import type { CiFacts } from "./ci/facts.ts";
import type { LaneFacts, MissingLane, ReleaseFacts } from "./facts.ts";
import { mentionsOf } from "./pull-request/people.ts";

type Described = Readonly<Record<string, unknown>>;

/** The facts as `preview --json` prints them: the first lane, or the one in focus, at the top; every lane under `lanes`. */
export function describe(facts: ReleaseFacts): Described {
  if (facts.kind === "pulls") return { other_pulls: facts.pulls.map((pull) => pull.number) };
  if (facts.kind === "ci") return { ci: facts.lanes.map(describeCi) };
  if (facts.kind === "tick") return { ticked: facts.pull?.number ?? null };
  if (facts.kind === "merge-groups") {
    return {
      merge_groups: facts.groups.map(({ headOid, pulls }) => ({
        head_sha: headOid,
        pulls: pulls.map((pull) => pull.number),
      })),
    };
  }
  const lanes = facts.lanes.map((lane) => lane.lane);
  const described = facts.lanes.map((lane) => describeLane(lane, lanes, facts.repository));
  const { from: _from, to: _to, ...first } = described[facts.focus ?? 0] ?? {};
  return { ...first, lanes: described };
}

function describeCi({ lane, number, headOid, checks, hasStatuses, assignees }: CiFacts): Described {
  return {
    number,
    from: lane.from,
    to: lane.to,
    head_sha: headOid,
    checks: checks.map(({ name, state, conclusion }) => ({ name, state, conclusion })),
    statuses_readable: hasStatuses,
    assignees: assignees.map(({ login }) => login),
  };
}

function describeLane(
  facts: LaneFacts | MissingLane,
  lanes: readonly LaneFacts["lane"][],
  repository: string,
): Described {
  const { from, to } = facts.lane;
  if (facts.kind === "missing") return { from, to, ahead: null, items: [], existing: null, ...unreadable(facts) };
  const waiting = waitingOf(facts, lanes, repository);
  const checked = checkedIn(facts, new Set(waiting.items.map((item) => item.pull.number)));
  return {
    from,
    to,
    ahead: facts.ahead,
    items: waiting.items.map(({ pull, parent, reverted, reverts }) => ({
      number: pull.number,
      title: pull.title,
      author: pull.author?.login ?? null,
      mention: mentionsOf(pull, facts.lane.mention),
      nested_under: parent,
      reverted_by: reverted !== null && "pull" in reverted ? reverted.pull : null,
      ...(reverted !== null && "commit" in reverted ? { reverted_by_commit: reverted.commit } : {}),
      ...(reverts.length === 0 ? {} : { reverts: reverts }),
      checked: checked.has(pull.number),
    })),
    existing: facts.openPull?.number ?? null,
    reviewers: facts.openPull?.reviewers ?? [],
    teams_asked: facts.openPull?.teamsRequested ?? 0,
    ...(facts.outsider === null ? {} : { stranger: facts.outsider }),
    set_apart: waiting.setApart.map((pull) => pull.number),
    direct_commits: waiting.direct,
    reverted_in_base: waiting.revertedInBase,
  };
}

function unreadable({ branches }: MissingLane): Described {
  return branches.length === 0 ? { unrelated_histories: true } : { missing: branches };
}

function checkedIn(facts: LaneFacts, numbers: ReadonlySet<number>): ReadonlySet<number> {
  if (facts.openPull === null) return new Set();
  const found = managedBlock.find(facts.openPull.body, BLOCK);
  const data = readBlockData(found?.data ?? null);
  const rows = readListRows(
    found?.content ?? facts.openPull.body,
    data,
    new Map([...numbers].map((number) => [number, []])),
    [],
  );
  return new Set([...data.ticked, ...rows.flatMap((row) => (row.kind === "item" && row.checked ? [row.number] : []))]);
}

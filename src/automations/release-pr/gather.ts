import type { GitHub } from "../../github/client.ts";
import { type LostEdit, type LostEdits, readLostEdits } from "../../github/lost-edits.ts";
import { PageCursor } from "../../github/page-cursor.ts";
import { managedBlock } from "../../managed/managed-body.ts";
import { withEdit } from "../../markdown/with-edit.ts";
import type { Observations, ReconcileContext } from "../automation.ts";
import { mergeGroupIn } from "../merge-group.ts";
import { BLOCK } from "./body/block-key.ts";
import { countOf, waitingOf } from "./changes/waiting.ts";
import { gatherCi } from "./ci/gather-ci.ts";
import type { LaneFacts, LanesFacts, MissingLane, OpenPull, Release, ReleaseFacts } from "./facts.ts";
import { authorityOf } from "./github/authority.ts";
import { type GatheredLane, gatherLane } from "./github/gather-lane.ts";
import { gatherMergeGroups } from "./github/gather-merge-groups.ts";
import { gatherPull, gatherPulls, laneBeside, laneOf, readPull } from "./github/gather-pulls.ts";
import { type OpenLane, openLane } from "./github/open-lane.ts";
import { readClosedUnmerged } from "./github/read-closed.ts";
import { readHistories } from "./github/read-histories.ts";
import type { PullPages } from "./github/read-lane.ts";
import { withTalk } from "./github/read-talk.ts";
import { gatherTick } from "./sign-off/gather-tick.ts";
import { targets } from "./targets.ts";

/** Reads the facts of one target. */
export async function gather(
  github: GitHub,
  context: ReconcileContext<"release">,
  observations: Observations,
): Promise<ReleaseFacts> {
  const lanes = context.section.lanes;
  const target = targets.parse(context.target);
  switch (target?.kind) {
    case "lanes":
      return gatherLanes(github, context, observations, null);
    case "pulls":
      return { kind: "pulls", pulls: await gatherPulls(github, context, lanes) };
    case "ci":
      return gatherCi(github, context, null);
    case "ci-on":
      return gatherCi(github, context, target.value);
    case "tick":
      return gatherTick(github, context, target.value);
    case "merge-groups":
    case "merge-group": {
      const one = target.kind === "merge-group" ? mergeGroupIn(target) : null;
      return gatherMergeGroups(github, context, one, () => gatherLanes(github, context, observations, null));
    }
    case "pull":
    case "lane-of": {
      const pull = await readPull(github, context, target.value);
      if (pull === null) break;
      if (target.kind === "lane-of") {
        const own = laneOf(pull, lanes);
        const lane = own === -1 ? await laneBeside(github, context, lanes, pull) : own;
        if (lane !== -1) return gatherLanes(github, context, observations, lane);
      }
      return { kind: "pulls", pulls: await gatherPull(github, context, lanes, pull) };
    }
  }
  return { kind: "pulls", pulls: [] };
}

async function gatherLanes(
  github: GitHub,
  context: ReconcileContext<"release">,
  observations: Observations,
  focus: number | null,
): Promise<LanesFacts> {
  const lanes = context.section.lanes;
  const shared: PullPages = { pulls: new Map(), cursor: new PageCursor(), oldest: null };
  const authority = authorityOf(github, context);
  const opened: (OpenLane | MissingLane)[] = [];
  for (const lane of lanes) opened.push(await openLane(github, context, lane, shared));
  const gathered: (GatheredLane | MissingLane)[] = [];
  for (const lane of await readHistories(github, context, observations.cache, opened, shared)) {
    gathered.push(lane.kind === "missing" ? lane : await gatherLane(github, context, lane, authority));
  }
  // Later lanes read further, and what they found may concern an earlier one.
  const pulls = [...shared.pulls.values()];
  const { owner, name } = context.repository;
  const repository = `${owner}/${name}`;
  const lost = await readLostEdits(github, context.repository, observations);
  const completed = gathered.map(async (lane): Promise<LaneFacts | MissingLane> => {
    if (lane.kind === "missing") return lane;
    const { openPull: found, releases: earlier } = lane.facts;
    const releases = earlier.map((release) => withLost(release, lost));
    const facts = { ...lane.facts, pulls, openPull: found === null ? null : withLost(found, lost), releases };
    const waiting = waitingOf(facts, lanes, repository);
    const { openPull } = facts;
    if (openPull !== null && countOf(waiting) === 0)
      return { ...facts, openPull: await withTalk(github, context, openPull) };
    return {
      ...facts,
      closedUnmerged: await readClosedUnmerged(github, context, facts, lane.closed, waiting, authority),
    };
  });
  return { kind: "lanes", repository, lanes: await Promise.all(completed), focus, unchecked: authority.unchecked };
}

function withLost<T extends OpenPull | Release>(pull: T, lost: ReadonlyMap<number, LostEdits>): T {
  const edits = lost.get(pull.number)?.edits;
  if (edits === undefined) return pull;
  // Without our block it is a whole new text.
  const after = (body: string, edit: LostEdit) =>
    managedBlock.find(edit.text, BLOCK) === null ? edit.text : withEdit(body, edit);
  return { ...pull, overwritten: edits.reduce(after, pull.body) };
}

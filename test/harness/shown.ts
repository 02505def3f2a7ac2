import type { SimCheckRun, SimIssue, SimPull, SimRepo, SimState } from "../../simulator/state.ts";
import { NOTICE, STATUS } from "../../src/automations/help-wanted/request/recorded.ts";
import { helpRequest } from "../../src/automations/help-wanted/request/request.ts";
import { NOTICE as RELEASE_CI } from "../../src/automations/release-pr/ci/notice.ts";
import { REPLY } from "../../src/commands/pending.ts";
import { findMarkers } from "../../src/markdown/marker.ts";
import { type Say, wordsFor } from "./words.ts";

type Shown = Record<string, unknown>;

/**
 * What GitHub shows in the end, without what may differ between two correct runs: ids, times, and the numbers and shas
 * that follow from the order in which Detoil and people happened to create things.
 */
export function shown(state: SimState): Shown {
  return Object.fromEntries(
    [...state.repos.values()].map((repo) => {
      const say = wordsFor(repo, state.app.slug);
      return [repo.name, { ...shownRepo(repo, state.app.slug, say), projects: shownProjects(state, repo, say) }];
    }),
  );
}

const botOf = (app: string): string => `${app}[bot]`;

function shownRepo(repo: SimRepo, app: string, say: Say): Shown {
  const byNumber = <Item extends { number: number }>(items: Iterable<Item>) =>
    [...items].sort((a, b) => a.number - b.number);
  const named = <Item extends SimPull | SimIssue>(items: Iterable<Item>, show: (item: Item) => Shown) =>
    Object.fromEntries(byNumber(items).map((item) => [say(`#${item.number}`), show(item)]));
  return {
    branches: Object.fromEntries([...repo.branches].sort().map(([name, sha]) => [name, say(sha)])),
    labels: [...repo.labels.keys()].sort(),
    milestones: byNumber(repo.milestones.values()).map(({ number, title, state, due_on }) => [
      number,
      title,
      state,
      due_on,
    ]),
    pulls: named(repo.pulls.values(), (pull) => shownPull(repo, pull, app, say)),
    issues: named(repo.issues.values(), (issue) => shownIssue(issue, app, say)),
  };
}

function shownPull(repo: SimRepo, pull: SimPull, app: string, say: Say): Shown {
  return {
    ...shownItem(pull, app, say),
    state: pull.state,
    draft: pull.draft,
    requested_reviewers: [...pull.requested_reviewers].sort(),
    // A closed one was checked at one head or another; only an open one must be checked now.
    checks: pull.state === "open" ? shownChecks(repo, pull.head_sha, app, say) : "closed",
  };
}

function shownIssue(issue: SimIssue, app: string, say: Say): Shown {
  if (issue.deleted) return { deleted: true };
  const names = (numbers: readonly number[]) => numbers.map((number) => say(`#${number}`)).sort();
  return {
    ...shownItem(issue, app, say),
    state: issue.state,
    state_reason: issue.state_reason,
    sub_issues: names(issue.sub_issues),
    blocked_by: names(issue.blocked_by),
  };
}

const MOMENT = /\w{3} \d{1,2} \w{3} \d\d:\d\d \w+/g;
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** Limits move the time on, so that a release is merged, ticked or unfrozen earlier or later. */
function withoutMoment(body: string): string {
  const said = body.replace(/^(\*\*Released\*\* on ).*$/m, "$1a day");
  if (!said.includes('"unfrozen":')) return said;
  // With the moment, the hash of its line differs, and the comment's id.
  return withoutTimes(said)
    .replace(/"frame":"[^"]*"/, '"frame":""')
    .replace(/"comment":\d+/, '"comment":0');
}

function withoutTimes(text: string): string {
  return text.replace(MOMENT, "a moment").replace(TIME, "a time");
}

function shownItem(item: SimPull | SimIssue, app: string, say: Say): Shown {
  const bot = botOf(app);
  const of = (isOurs: boolean) => item.comments.filter((one) => (one.user === bot) === isOurs);
  return {
    user: item.user,
    title: say(item.title),
    body: withoutMoment(say(item.body)),
    labels: item.labels.map((label) => label.name).sort(),
    assignees: [...item.assignees].sort(),
    milestone: item.milestone,
    comments: {
      detoil: of(true).map(({ body }) => say(repliesTo(body) ?? requestIn(body) ?? checksIn(body) ?? body)),
      people: of(false).map(({ body, reactions }) => [say(body), ...reactions.map(({ content }) => content)]),
    },
  };
}

/** A late reply gives the state of that time: what counts is that there is one. */
function repliesTo(body: string): string | null {
  const found = findMarkers(body).find(({ key }) => key === REPLY);
  return found === undefined ? null : body.slice(found.start, found.end);
}

/** A comment about a request for help: whose it is and why; when it was asked depends on how webhooks traveled. */
function requestIn(body: string): string | null {
  const found = findMarkers(body).find(({ key }) => key === STATUS || key === NOTICE);
  const read = helpRequest.safeParse(found?.data);
  if (found === undefined || !read.success) return null;
  const { state, asked, asks, answer, ended, assigned, escalations, project } = read.data;
  const turns = asks.map(({ login, left }) => `${login} ${left?.how ?? ""}`);
  return JSON.stringify([
    found.key,
    state,
    asked,
    turns,
    answer?.how,
    answer?.by,
    ended?.how,
    assigned,
    project,
    escalations.length,
  ]);
}

/** A notice about CI: what else was told before depends on when Detoil looked. */
function checksIn(body: string): string | null {
  const found = findMarkers(body).find(({ key }) => key === RELEASE_CI);
  if (found === undefined) return null;
  const { head, outcome, moved } = found.data ?? {};
  const text = body
    .slice(found.end)
    .replace(/\[`[0-9a-f]{7}`\]/g, "[a commit]")
    .replace(/\/runs\/\d+/g, "/runs/1");
  return JSON.stringify([head, outcome, moved === null, text]);
}

/** The newest run of each name that the App created on this commit. */
function shownChecks(repo: SimRepo, sha: string, app: string, say: Say): Shown {
  const newest = new Map<string, SimCheckRun>();
  for (const run of [...repo.check_runs.values()].sort((a, b) => a.id - b.id)) {
    if (run.sha === sha && run.app === app) newest.set(run.name, run);
  }
  return Object.fromEntries(
    [...newest]
      .sort()
      .map(([name, run]) => [
        name,
        { conclusion: run.conclusion, output: JSON.parse(withoutTimes(say(JSON.stringify(run.output)))) },
      ]),
  );
}

/** The repository's items in each project. */
function shownProjects({ projects }: SimState, { name }: SimRepo, say: Say): Shown {
  return Object.fromEntries(
    projects.map(({ title, items }) => {
      const ours = items.filter((item) => item.repo === name);
      return [title, Object.fromEntries(ours.map(({ number, fields }) => [say(`#${number}`), fields]))];
    }),
  );
}

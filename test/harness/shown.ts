import { findMarkers } from "../../src/markdown/marker.ts";
import type { SimCheckRun, SimComment, SimIssue, SimPull, SimRepo, SimState } from "../../src/simulator/state.ts";

/**
 * What GitHub shows in the end, without what may differ between two runs that are equally right: ids, times, and the
 * numbers and shas that follow from the order in which Detoil and people happened to create things.
 */
export function shown(state: SimState): Record<string, unknown> {
  const bot = `${state.app.slug}[bot]`;
  return Object.fromEntries([...state.repos.values()].map((repo) => [repo.name, shownRepo(repo, bot, state.app.slug)]));
}

type Say = (text: string) => string;

function shownRepo(repo: SimRepo, bot: string, app: string): Record<string, unknown> {
  const say = namesOf(repo, bot);
  const numbered = [...repo.pulls.values(), ...repo.issues.values()].sort((a, b) => a.number - b.number);
  return {
    branches: Object.fromEntries([...repo.branches].sort().map(([name, sha]) => [name, say(sha)])),
    labels: [...repo.labels.keys()].sort(),
    pulls: Object.fromEntries(
      numbered.flatMap((item) =>
        "head" in item ? [[say(`#${item.number}`), shownPull(repo, item, bot, app, say)]] : [],
      ),
    ),
    issues: Object.fromEntries(
      numbered.flatMap((item) => ("sub_issues" in item ? [[say(`#${item.number}`), shownIssue(item, bot, say)]] : [])),
    ),
  };
}

function shownPull(repo: SimRepo, pull: SimPull, bot: string, app: string, say: Say): Record<string, unknown> {
  return {
    ...shownItem(pull, bot, say),
    state: pull.state,
    draft: pull.draft,
    requested_reviewers: [...pull.requested_reviewers].sort(),
    // What is closed was judged at some head or other; only what is open must be judged now.
    checks: pull.state === "open" ? shownChecks(repo, pull.head_sha, app, say) : "closed",
  };
}

function shownIssue(issue: SimIssue, bot: string, say: Say): Record<string, unknown> {
  return { ...shownItem(issue, bot, say), state: issue.state, state_reason: issue.state_reason };
}

function shownItem(item: SimPull | SimIssue, bot: string, say: Say): Record<string, unknown> {
  const comments = (ours: boolean) => item.comments.filter((one) => (one.user === bot) === ours).map(textOf);
  return {
    user: item.user,
    title: say(item.title),
    body: say(item.body),
    labels: item.labels.map((label) => label.name).sort(),
    assignees: [...item.assignees].sort(),
    comments: { detoil: comments(true).map(say), people: comments(false).map(say) },
  };
}

const textOf = (comment: SimComment): string => comment.body;

/** The newest run of each name that the App made on this commit. */
function shownChecks(repo: SimRepo, sha: string, app: string, say: Say): Record<string, unknown> {
  const newest = new Map<string, SimCheckRun>();
  for (const run of [...repo.check_runs.values()].sort((a, b) => a.id - b.id)) {
    if (run.sha === sha && run.app === app) newest.set(run.name, run);
  }
  return Object.fromEntries(
    [...newest]
      .sort()
      .map(([name, run]) => [
        name,
        { conclusion: run.conclusion, output: JSON.parse(say(JSON.stringify(run.output))) },
      ]),
  );
}

/** Replaces numbers of what Detoil created, and shas, by names that do not depend on when it happened. */
function namesOf(repo: SimRepo, bot: string): Say {
  const numbers = new Map<string, string>();
  const seen = new Map<string, number>();
  const name = (of: string): string => {
    const times = (seen.get(of) ?? 0) + 1;
    seen.set(of, times);
    return times === 1 ? of : `${of}~${times}`;
  };
  for (const item of [...repo.pulls.values(), ...repo.issues.values()].sort((a, b) => a.number - b.number)) {
    if (item.user !== bot) continue;
    const kind = "head" in item ? `${item.head}→${item.base}` : (findMarkers(item.body)[0]?.key ?? "issue");
    numbers.set(String(item.number), name(kind));
  }
  const numberless: Say = (text) =>
    text.replace(/(#|\/pull\/|\/issues\/)(\d+)\b/g, (whole, before: string, number: string) => {
      const known = numbers.get(number);
      return known === undefined ? whole : `${before}(${known})`;
    });
  const shas = new Map<string, string>();
  for (const commit of [...repo.commits.values()].sort((a, b) => a.committed_at.localeCompare(b.committed_at))) {
    shas.set(commit.sha, `<${name(numberless(commit.message.split("\n")[0] ?? ""))}>`);
  }
  const short = new Map([...shas].map(([sha, title]) => [sha.slice(0, 7), title]));
  return (text) =>
    numberless(text).replace(/\b[0-9a-f]{7,40}\b/g, (found) => {
      const known = shas.get(found) ?? short.get(found.slice(0, 7));
      return known ?? found;
    });
}

import { presentIssue, presentIssues } from "../../../../simulator/present.ts";
import type { SimCheckRun, SimIssue, SimMilestone, SimPull, SimRepo } from "../../../../simulator/state.ts";

/** The newest open pull request of Detoil's into `main`. */
export function releaseOf(repo: SimRepo): SimPull | undefined {
  return [...repo.pulls.values()]
    .filter((pull) => pull.state === "open" && pull.base === "main" && pull.user?.endsWith("[bot]") === true)
    .at(-1);
}

/** The newest check run of that name on a commit. */
export function checkOn(repo: SimRepo, sha: string | undefined, name: string): SimCheckRun | undefined {
  return [...repo.check_runs.values()].filter((run) => run.sha === sha && run.name === name).at(-1);
}

/** The line of a release pull request's list that is about this pull request. */
export function itemOf(release: SimPull | undefined, number: number): string | undefined {
  return release?.body.split(/\r?\n/).find((line) => new RegExp(`^\\s*[-*+] (\\[.\\] |~~)#${number}\\b`).test(line));
}

/** The numbers that a release pull request lists with a box, from top to bottom. */
export function listed(release: SimPull | undefined): number[] {
  return [...(release?.body.matchAll(/^\s*[-*+] \[.\] #(\d+)\b/gm) ?? [])].map(([, number]) => Number(number));
}

/** The issue that shows the progress of a milestone's tasks. */
export function parentOf(repo: SimRepo, { number }: SimMilestone): SimIssue | undefined {
  return presentIssues(repo).find(({ milestone, sub_issues }) => milestone === number && sub_issues.length > 0);
}

/** Its tasks, by title. */
export function tasksOf(repo: SimRepo, milestone: SimMilestone): ReadonlyMap<string, SimIssue> {
  const tasks = (parentOf(repo, milestone)?.sub_issues ?? []).flatMap((number) => presentIssue(repo, number) ?? []);
  return new Map(tasks.map((task) => [task.title, task]));
}

/** The date that a task shows: "2026-12-14". */
export function dateOf(task: SimIssue | undefined): string | undefined {
  return /\*\*(\d{4}-\d{2}-\d{2})\*\*/.exec(task?.body ?? "")?.[1];
}

/** What Detoil commented on it. */
export function saidOn(task: Pick<SimIssue, "comments"> | undefined): string[] {
  return (task?.comments ?? []).flatMap(({ user, body }) => (user?.endsWith("[bot]") === true ? [body] : []));
}

/** The issue in which Detoil offers a first sre.yml. */
export function offerIn(repo: SimRepo): SimIssue | undefined {
  return presentIssues(repo).find(({ title, user }) => /sre\.yml/.test(title) && user?.endsWith("[bot]") === true);
}

/** The text of the issue with the Four Keys. */
export function numbersOf(repo: SimRepo): string | undefined {
  return presentIssues(repo).find(({ title, user }) => title === "Four Keys" && user?.endsWith("[bot]") === true)?.body;
}

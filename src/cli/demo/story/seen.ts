import type { SimCheckRun, SimPull, SimRepo } from "../../../simulator/state.ts";

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

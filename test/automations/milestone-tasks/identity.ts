import { presentIssues } from "../../../simulator/present.ts";
import type { SimIssue, SimRepo } from "../../../simulator/state.ts";

/** One of Detoil's issues by its marker, read without Detoil's own code. */
export interface MarkedIssue {
  readonly issue: SimIssue;
  readonly milestone: number;
  /** Empty for a parent. */
  readonly key: string;
}

export function tasksIn(repo: SimRepo): MarkedIssue[] {
  return markedIn(repo, "task");
}

export function parentsIn(repo: SimRepo): MarkedIssue[] {
  return markedIn(repo, "milestone");
}

/** Throws where a task or a parent exists twice. */
export function issuesOnce(repo: SimRepo): void {
  const seen = new Set<string>();
  for (const { issue, milestone, key } of [...tasksIn(repo), ...parentsIn(repo)]) {
    const identity = `${milestone}/${key}`;
    if (seen.has(identity)) throw new Error(`#${issue.number} is a second ${identity}`);
    seen.add(identity);
  }
}

function markedIn(repo: SimRepo, kind: string): MarkedIssue[] {
  return presentIssues(repo).flatMap((issue) => {
    const found = new RegExp(`<!-- detoil:${kind} (\\{.*?\\}) -->`).exec(issue.body);
    if (found === null || issue.user !== "detoil[bot]") return [];
    const { milestone, key = "" } = JSON.parse(found[1] ?? "{}") as { milestone: number; key?: string };
    return [{ issue, milestone, key }];
  });
}

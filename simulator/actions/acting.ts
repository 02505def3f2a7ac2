import type { SimEvent, SimSubject } from "../events.ts";
import { isPresent } from "../present.ts";
import { notFound, Refused } from "../refused.ts";
import type { SimIssue, SimIssueBase, SimPull, SimRepo, SimState } from "../state.ts";

/** Context of an action on the simulated GitHub: REST handlers, GraphQL mutations and `/_sim/do` all use it. */
export interface Acting {
  readonly state: SimState;
  /** Login of who acts: a person's, or `slug[bot]` for the App. */
  readonly login: string;
  emit(event: SimEvent): void;
}

/** The next id of anything. */
export function newId(state: SimState): number {
  const id = state.nextId;
  state.nextId += 1;
  return id;
}

/** The next number in the series that a repository's issues and pull requests share. */
export function newNumber(repo: SimRepo): number {
  return Math.max(0, ...repo.issues.keys(), ...repo.pulls.keys()) + 1;
}

/** Emits the event to the Apps. */
export function tell(acting: Acting, repo: SimRepo, event: string, action: string | null, subject: SimSubject): void {
  acting.emit({ event, action, repo: repo.name, subject, sender: acting.login });
}

/** The pull request, or 404. */
export function pullOf(repo: SimRepo, number: number): SimPull {
  const pull = repo.pulls.get(number);
  if (pull === undefined) throw notFound();
  return pull;
}

/** The issue; 410 for one that was deleted, 404 for none and for one that was transferred. */
export function issueOf(repo: SimRepo, number: number): SimIssue {
  const issue = repo.issues.get(number);
  if (issue?.deleted === true) throw new Refused(410, "This issue was deleted");
  if (issue === undefined || !isPresent(issue)) throw notFound();
  return issue;
}

/** The issue or pull request of that number with the name of its webhook, or 404 (410 when it was deleted). */
export function numbered(repo: SimRepo, number: number): { item: SimIssueBase; event: "issues" | "pull_request" } {
  const pull = repo.pulls.get(number);
  if (pull !== undefined) return { item: pull, event: "pull_request" };
  return { item: issueOf(repo, number), event: "issues" };
}

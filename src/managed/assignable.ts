import { MOST_ASSIGNEES } from "../github-limits.ts";

/** People whom GitHub lets assign in a repository: lower-case login → login. Others it drops without a word. */
export type Assignable = ReadonlyMap<string, string>;

export function assignableFrom(logins: readonly string[]): Assignable {
  return new Map(logins.map((login) => [login.toLowerCase(), login]));
}

/** Whom of these GitHub would assign, and whom it would drop; in their order, GitHub ignores case. */
export function sortByAssignable(logins: readonly string[], assignable: Assignable) {
  return {
    possible: logins.flatMap((login) => assignable.get(login.toLowerCase()) ?? []),
    refused: logins.filter((login) => !assignable.has(login.toLowerCase())),
  };
}

/** As many as fit beside the people who are assigned already. */
export function withinLimit(logins: readonly string[], assigned: readonly string[] = []): string[] {
  return logins.slice(0, Math.max(0, MOST_ASSIGNEES - assigned.length));
}

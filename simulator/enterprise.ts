/**
 * What a GitHub Enterprise Server of an older release does not have. REST after its OpenAPI descriptions (@octokit/openapi 23:
 * sub-issues and projects are in none up to 3.19, dependencies from 3.19 on), GraphQL after github/docs' schemas (sub-issues
 * from 3.17 on). A missing route is a 404; a missing field fails the whole document.
 */
const ROUTES: readonly (readonly [operation: RegExp, since: number])[] = [
  [/\/issues\/\{issue_number\}\/(sub_issues?(\/priority)?|parent)$/, 20],
  [/\/projectsV2\//, 20],
  [/\/dependencies\//, 19],
];

const FIELDS: Readonly<Record<string, number>> = {
  "Mutation.addSubIssue": 17,
  "Mutation.removeSubIssue": 17,
  "Issue.parent": 17,
  "Issue.subIssues": 17,
  "Issue.subIssuesSummary": 17,
};

/** Whether github.com (null), or the GHES of that release (`3.16`), serves an operation of REST. */
export function servesRoute(ghes: string | null, operation: string): boolean {
  return ROUTES.every(([pattern, since]) => !pattern.test(operation) || isFrom(ghes, since));
}

/** Whether its GraphQL schema has a field, named `Type.field`. */
export function hasField(ghes: string | null, field: string): boolean {
  const since = FIELDS[field];
  return since === undefined || isFrom(ghes, since);
}

function isFrom(ghes: string | null, since: number): boolean {
  return ghes === null || Number(ghes.split(".")[1]) >= since;
}

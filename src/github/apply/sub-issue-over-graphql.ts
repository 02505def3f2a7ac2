import type { Document } from "../client.ts";
import { GitHubError, type NotFound } from "../errors.ts";
import type { Applying } from "./applying.ts";

type Issue = { readonly id: string } | null;

const ids: Document<
  { owner: string; repo: string; parent: number; child: number },
  { readonly repository: { readonly parent: Issue; readonly child: Issue } | null }
> = {
  name: "subIssueIds",
  text: `query subIssueIds($owner: String!, $repo: String!, $parent: Int!, $child: Int!) {
repository(owner: $owner, name: $repo) {
parent: issue(number: $parent) { id }
child: issue(number: $child) { id }
}
rateLimit { cost }
}`,
  missing: ["repository.parent", "repository.child"],
};

const add: Document<{ parent: string; child: string }, object> = {
  name: "addSubIssue",
  text: `mutation addSubIssue($parent: ID!, $child: ID!) {
addSubIssue(input: {issueId: $parent, subIssueId: $child}) { issue { id } }
}`,
};

/**
 * A GHES takes sub-issues over REST only after 3.19, over GraphQL from 3.17 on (facts of @octokit/openapi 23, github/docs).
 * Throws `refused`, the 404 of REST, where it knows neither.
 */
export async function addSubIssueOverGraphql(
  { github, repo }: Applying,
  parent: number,
  child: number,
  refused: NotFound,
): Promise<void> {
  const { repository } = await github.graphql(ids, { ...repo, parent, child });
  if (!repository?.parent || !repository.child) throw refused;
  try {
    await github.graphql(add, { parent: repository.parent.id, child: repository.child.id });
  } catch (error) {
    // The schema of an older one has no such field: a refusal with status 200, before anything happens.
    throw error instanceof GitHubError && error.status < 500 ? refused : error;
  }
}

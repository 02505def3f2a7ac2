import assert from "node:assert/strict";
import { at, type GraphqlAnswer, type Player, type Scratch } from "./fact.ts";

/** The answer's body of a request that must be answered with 200. */
export async function found(
  scratch: Scratch,
  route: string,
  parameters: Readonly<Record<string, unknown>> = {},
): Promise<unknown> {
  const { status, data } = await scratch.rest(route, parameters);
  assert.equal(status, 200, `${status} ${JSON.stringify(data)}`);
  return data;
}

export function issueOf(scratch: Scratch, number: number): Promise<unknown> {
  return found(scratch, "GET /repos/{owner}/{repo}/issues/{issue_number}", { issue_number: number });
}

export function pullOf(scratch: Scratch, number: number): Promise<unknown> {
  return found(scratch, "GET /repos/{owner}/{repo}/pulls/{pull_number}", { pull_number: number });
}

/** The commit of a branch; null: it does not exist. */
export async function tipOf(scratch: Scratch, branch: string): Promise<string | null> {
  const { status, data } = await scratch.rest("GET /repos/{owner}/{repo}/git/ref/{ref}", { ref: `heads/${branch}` });
  return status === 404 ? null : String(at(data, "object", "sha"));
}

/** The text of a file on a branch or commit; null: there is none. */
export async function textOf(scratch: Scratch, ref: string, path: string): Promise<string | null> {
  const { status, data } = await scratch.rest("GET /repos/{owner}/{repo}/contents/{path}", { path, ref });
  return status === 404 ? null : Buffer.from(String(at(data, "content")), "base64").toString("utf8");
}

type Numbers = Readonly<Record<string, number>>;

/** Sources of GraphQL answers: a scratch repository, or a stage with more people. */
interface Asking<Who extends Player> {
  graphql(query: string, variables?: Readonly<Record<string, unknown>>, as?: Who): Promise<GraphqlAnswer>;
}

/** Fields of the scratch repository over GraphQL; `numbers` are variables in them. */
export async function repositoryOf<Who extends Player>(
  scratch: Asking<Who>,
  fields: string,
  numbers: Numbers = {},
  as?: Who,
): Promise<Omit<GraphqlAnswer, "data"> & { readonly repository: unknown }> {
  const declared = Object.keys(numbers).map((name) => `, $${name}: Int!`);
  const query = `query Fact($owner: String!, $repo: String!${declared.join("")}) {
    repository(owner: $owner, name: $repo) { ${fields} } }`;
  const { status, data, errors } = await scratch.graphql(query, numbers, as);
  return { status, errors, repository: at(data, "repository") };
}

/** The same where nothing may fail. */
export async function shown(scratch: Scratch, fields: string, numbers: Numbers = {}): Promise<unknown> {
  const { repository, errors } = await repositoryOf(scratch, fields, numbers);
  assert.deepEqual(errors, []);
  return repository;
}

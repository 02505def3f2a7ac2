import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Kind, type OperationDefinitionNode, parse, type TypeNode } from "graphql";
import { at, type Fact, type Scratch } from "../../fact.ts";
import { madeIssue, madeMilestone, madePull } from "../../made.ts";
import { found } from "../../read.ts";
import { POINTS } from "./points.ts";

const SRC = join(import.meta.dirname, "../../../../src");

interface Sent {
  readonly file: string;
  /** As it goes to GitHub. */
  readonly text: string;
}

/** The documents that Detoil sends, as `npm run generate` writes them. */
const DOCUMENTS: readonly Sent[] = globSync("**/*.generated.ts", { cwd: SRC })
  .map((path) => {
    const [, text = '""'] = /^\s*text: (".*"),$/m.exec(readFileSync(join(SRC, path), "utf8")) ?? [];
    return { file: basename(path, ".generated.ts"), text: JSON.parse(text) };
  })
  .sort((a, b) => (a.file < b.file ? -1 : 1));

function operationIn(text: string): OperationDefinitionNode {
  const operation = parse(text).definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error("a document without an operation");
  return operation;
}

const ref = (branch: string) => `refs/heads/${branch}`;

/** The value of each variable; a document with another variable needs an entry. */
const VALUES: Readonly<Record<string, (scratch: Scratch) => unknown>> = {
  owner: ({ owner }) => owner,
  name: ({ repo }) => repo,
  path: () => "README.md",
  root: () => "HEAD:",
  folder: () => "HEAD:.github",
  revision: () => "HEAD",
  fileAtRevision: () => "HEAD:README.md",
  check: () => "Detoil / release",
  base: ({ branch }) => branch,
  head: ({ branch }) => branch,
  branch: ({ branch }) => branch,
  baseRef: ({ branch }) => ref(branch),
  headRef: ({ branch }) => ref(branch),
  oid: ({ head }) => head,
  bot: ({ bot }) => bot,
  self: ({ bot }) => bot,
  renovate: () => "renovate[bot]",
  author: ({ bot }) => bot,
  known: async (scratch) => (await madeIssue(scratch)).number,
  ids: async (scratch) => [await nodeIdOf(scratch)],
  filter: ({ bot }) => ({ createdBy: bot }),
  label: () => "incident",
  labels: () => ["help wanted"],
  status: () => "Status",
  due: () => "Due date",
  id: (scratch) => nodeIdOf(scratch),
  tag: () => "refs/tags/v1",
  expression: ({ head }) => head,
  home: async (scratch) => (await madeMilestone(scratch)).number,
};

/** Of something that every repository has; a document that wants another type is answered with an empty object. */
async function nodeIdOf(scratch: Scratch): Promise<unknown> {
  return at(await found(scratch, "GET /repos/{owner}/{repo}"), "node_id");
}

/** What a document's `$number` is the number of. */
async function numberFor(scratch: Scratch, text: string): Promise<number> {
  const [, field] = /\b(\w+)\(number: \$number\)/.exec(text) ?? [];
  if (field === "pullRequest") return (await madePull(scratch)).number;
  if (field === "milestone") return (await madeMilestone(scratch)).number;
  return (await madeIssue(scratch)).number;
}

async function standIn(scratch: Scratch, text: string, name: string, type: TypeNode): Promise<unknown> {
  if (type.kind !== Kind.NON_NULL_TYPE) return undefined; // cursors, and sizes with a default
  if (type.type.kind === Kind.NAMED_TYPE && type.type.name.value === "Boolean") return true;
  if (name === "number") return numberFor(scratch, text);
  const value = VALUES[name];
  if (value === undefined) throw new Error(`say in test/github-facts/facts/documents what stands for $${name}`);
  return value(scratch);
}

/** What Detoil requests over GraphQL, word for word: a new document is a new fact. */
export const documents: readonly Fact[] = DOCUMENTS.map(({ file, text }) => {
  const { name, variableDefinitions = [] } = operationIn(text);
  const points = POINTS[file] ?? 1;
  return {
    id: `documents/${file}`,
    says: `\`${name?.value}\` is answered without an error, for ${points} point${points === 1 ? "" : "s"}.`,
    source: "GitHub's public schema (@octokit/graphql-schema); Rate limits and query limits for the GraphQL API",
    seen: async (scratch) => {
      const variables: Record<string, unknown> = {};
      for (const { variable, type } of variableDefinitions) {
        const value = await standIn(scratch, text, variable.name.value, type);
        if (value !== undefined) variables[variable.name.value] = value;
      }
      const { status, data, errors } = await scratch.graphql(text, variables);
      assert.deepEqual([status, errors], [200, []]);
      assert.notEqual(
        at(data, "repository") ?? at(data, "repositoryOwner") ?? at(data, "node") ?? at(data, "nodes") ?? null,
        null,
      );
      const cost = at(data, "rateLimit", "cost");
      assert.equal(cost, points, `${file} costs ${cost} points; points.ts says ${points}`);
      return `${cost} point${cost === 1 ? "" : "s"}`;
    },
  };
});

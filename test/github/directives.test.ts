import { Kind, type OperationDefinitionNode, parse } from "graphql";
import { expect, test } from "vitest";
import { pagesOf, pathsOf, withoutDirectives } from "../../scripts/graphql-directives.ts";
import { githubSchema } from "../../simulator/graphql/schema.ts";

function read(text: string) {
  const { definitions } = parse(text);
  const operation = definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  const fragments = definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  return { operation, fragments: new Map(fragments.map((one) => [one.name.value, one])) };
}

function paths(directive: "orNull" | "orUnknown", text: string): string[] {
  const { operation, fragments } = read(text);
  return pathsOf(directive, githubSchema(), operation, fragments);
}

const TEXT = `query Q($size: Int = 50 @page) { repository(owner: "a", name: "b") {
  one: issue(number: 1) @orNull { ...Of }
  pullRequests(first: $size) { nodes { commits(last: 1) { nodes { commit { file(path: "x") @orNull { path } } } } } }
} }
fragment Of on Issue { parent @orUnknown { number } projectItems(first: 1) { nodes @orUnknown { id } } }`;

test("paths have response keys, go through fragments, and a star for each list", () => {
  expect(paths("orNull", TEXT)).toEqual([
    "repository.one",
    "repository.pullRequests.nodes.*.commits.nodes.*.commit.file",
  ]);
  expect(paths("orUnknown", TEXT)).toEqual(["repository.one.parent", "repository.one.projectItems.nodes.*"]);
});

test("GitHub is sent none of them", () => {
  expect(withoutDirectives(TEXT)).not.toMatch(/@(orNull|orUnknown|page)/);
  expect(withoutDirectives("a @include(if: $x) @orNull { b }")).toBe("a @include(if: $x) { b }");
});

test("a page's size is the most that is requested", () => {
  expect(pagesOf(read(TEXT).operation)).toEqual({ size: 50 });
  expect(() => pagesOf(read("query Q($size: Int! @page) { viewer { login } }").operation)).toThrow("needs a number");
});

test("a field that is never null takes its parent along, so it cannot be optional", () => {
  const text = 'query { repository(owner: "a", name: "b") { issues(first: 1) @orUnknown { totalCount } } }';
  expect(() => paths("orUnknown", text)).toThrow("repository.issues cannot be null");
});

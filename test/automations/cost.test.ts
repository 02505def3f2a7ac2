import { basename } from "node:path";
import { Kind, parse } from "graphql";
import { expect, test } from "vitest";
import { documentFiles, readDocument } from "../../scripts/graphql-document.ts";
import { costOf } from "../../src/simulator/graphql/cost.ts";
import { githubSchema } from "../../src/simulator/graphql/schema.ts";

/** What each document costs in GitHub's points with everything in it asked for. */
const POINTS: Readonly<Record<string, number>> = {
  "commands-conversation": 1,
  "commands-milestone": 1,
  "config-milestones": 1,
  "config-near-misses": 1,
  "config-open-pulls": 1,
  "config-pull": 1,
  "config-pull-files": 1,
  "milestone-children": 4,
  "milestone-issue": 1,
  "milestone-items": 1,
  "milestone-list": 1,
  "milestone-others": 1,
  "milestone-page": 3,
  "milestone-turns": 1,
  "milestone-turns-more": 1,
  "own-issues": 1,
  "read-config": 1,
  "read-config-history": 1,
  "read-merge-queue": 1,
  "read-own-check": 1,
  "release-branches": 1,
  "release-head-pulls": 1,
  "release-lane-page": 3,
  "release-pull": 1,
  "release-pulls-page": 3,
  "release-standing": 1,
  "release-tags": 1,
  "release-talk": 1,
};

/** Everything is asked for, in pages as long as the document has them at most. */
const SAMPLES: Readonly<Record<string, unknown>> = { Boolean: true, Int: 100 };

const documents = documentFiles();

test("every document's cost is known", () => {
  expect(documents.map((path) => basename(path, ".graphql")).sort()).toEqual(Object.keys(POINTS).sort());
});

test.each(documents)("%s", (path) => {
  const document = parse(readDocument(path));
  const [operation] = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error("no operation");
  const variables = (operation.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => {
    const inner = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
    const name = inner.kind === Kind.NAMED_TYPE ? inner.name.value : "";
    const page = defaultValue?.kind === Kind.INT ? Number(defaultValue.value) : undefined;
    return [variable.name.value, page ?? SAMPLES[name] ?? "x"];
  });
  const { points, errors } = costOf(githubSchema(), document, operation, Object.fromEntries(variables));
  expect(errors).toEqual([]);
  expect(points).toBe(POINTS[basename(path, ".graphql")]);
});

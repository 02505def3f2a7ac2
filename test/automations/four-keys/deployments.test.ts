import { expect, test } from "vitest";
import type { DeploymentNode, StatusNode } from "../../../src/automations/four-keys/deployment/deployment-facts.ts";
import { deploymentReading } from "../../../src/automations/four-keys/deployment/deployment-reading.ts";
import { type ReleaseNode, releaseReading } from "../../../src/automations/four-keys/release/release-reading.ts";
import { type TagNode, tagReading } from "../../../src/automations/four-keys/tag/tag-reading.ts";

const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, "0")}:00:00Z`;
const ms = (hour: number) => Date.parse(at(hour));
const SHA = "c".repeat(40);

const status = (state: StatusNode["state"], hour: number): StatusNode => ({ state, createdAt: at(hour) });
const DEPLOYMENT: DeploymentNode = {
  id: "DE_x",
  databaseId: 7,
  commitOid: SHA,
  environment: "production",
  createdAt: at(1),
  updatedAt: at(9),
  latestStatus: null,
  statuses: { pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] },
};

test("a deployment that succeeded", () => {
  const facts = { node: DEPLOYMENT, statuses: [status("SUCCESS", 3)] };
  expect(deploymentReading(facts, "acme/shop")).toEqual({
    type: "deployment",
    key: "environment/DE_x",
    version: ms(9),
    record: {
      ...{ type: "deployment", repo: "acme/shop", id: 7, environment: "production", service: null, sha: SHA },
      ...{ status: "success", startedAt: ms(1), finishedAt: ms(3), changes: null, source: "environment" },
    },
  });
});

const success = (hour: number) => ({ status: "success", finishedAt: ms(hour) });
const failure = (hour: number) => ({ status: "failure", finishedAt: ms(hour) });

test.each<[string, readonly StatusNode[], object | null]>([
  ["none yet", [], null],
  ["still running", [status("IN_PROGRESS", 2), status("QUEUED", 1)], null],
  ["the first success counts", [status("SUCCESS", 5), status("SUCCESS", 3)], success(3)],
  ["inactive later changes nothing", [status("INACTIVE", 6), status("SUCCESS", 3)], success(3)],
  ["inactive, and successful again", [status("SUCCESS", 7), status("INACTIVE", 6), status("SUCCESS", 3)], success(3)],
  ["a failure after a success", [status("FAILURE", 5), status("SUCCESS", 3)], success(3)],
  ["a success after a failure", [status("SUCCESS", 5), status("FAILURE", 3)], success(5)],
  ["it failed", [status("FAILURE", 5), status("IN_PROGRESS", 3)], failure(5)],
  ["it failed twice", [status("ERROR", 6), status("FAILURE", 5)], failure(6)],
  ["inactive without ever having succeeded", [status("INACTIVE", 5)], null],
])("statuses: %s", (_name, statuses, expected) => {
  const reading = deploymentReading({ node: DEPLOYMENT, statuses }, "acme/shop");
  if (expected === null) expect(reading).toBeNull();
  else expect(reading).toMatchObject({ record: expected });
});

test("a deployment without an environment, and with an id that GraphQL's numbers cannot hold", () => {
  const node = { ...DEPLOYMENT, environment: null, databaseId: null };
  const reading = deploymentReading({ node, statuses: [status("SUCCESS", 3)] }, "acme/shop");
  expect(reading).toMatchObject({ record: { environment: "production", id: "DE_x" } });
});

const RELEASE: ReleaseNode = {
  id: "RE_x",
  tagName: "v1",
  isDraft: false,
  isPrerelease: false,
  publishedAt: at(4),
  updatedAt: at(9),
  tagCommit: { oid: SHA },
};

test("a published release", () => {
  expect(releaseReading(RELEASE, "acme/shop")).toEqual({
    type: "deployment",
    key: "release/RE_x",
    version: ms(9),
    record: {
      ...{ type: "deployment", repo: "acme/shop", id: "v1", environment: "production", service: null, sha: SHA },
      ...{ status: "success", startedAt: null, finishedAt: ms(4), changes: null, source: "release" },
    },
  });
});

test.each<[string, Partial<ReleaseNode>]>([
  ["a draft", { isDraft: true, publishedAt: null }],
  ["one that is a draft again", { isDraft: true }],
  ["a prerelease", { isPrerelease: true }],
])("%s is no deployment, or no longer", (_name, release) => {
  const reading = { type: "deployment", key: "release/RE_x", version: ms(9), record: null };
  expect(releaseReading({ ...RELEASE, ...release }, "acme/shop")).toEqual(reading);
});

test("a release whose tag is gone ships something unknown", () => {
  expect(releaseReading({ ...RELEASE, tagCommit: null }, "acme/shop")).toMatchObject({ record: { sha: null } });
});

const COMMIT = { __typename: "Commit", oid: SHA, committedDate: at(2) } as const;
const annotated = (date: string | null, target: object = COMMIT) =>
  ({ __typename: "Tag", tagger: date === null ? null : { date }, target }) as TagNode["target"];
const LIVE = { version: ms(12), pushedAt: ms(6) };
const HISTORY = { version: 0, pushedAt: null };

test.each<[string, TagNode["target"], { version: number; pushedAt: number | null }, number | null]>([
  ["annotated", annotated(at(5)), LIVE, 5],
  ["annotated, from history", annotated(at(5)), HISTORY, 5],
  ["annotated in another zone", annotated("2026-11-20T14:00:00+09:00"), LIVE, 5],
  ["annotated by nobody", annotated(null), LIVE, 6],
  ["lightweight", COMMIT, LIVE, 6],
  ["lightweight, from history", COMMIT, HISTORY, 2],
  ["of a tree", { __typename: "Tree" }, LIVE, null],
  ["annotated, of a tag", annotated(at(5), { __typename: "Tag" }), LIVE, null],
])("a tag that is %s", (_name, target, seen, hour) => {
  const reading = tagReading({ name: "v1", target }, seen, "acme/shop");
  expect(reading).toMatchObject({ type: "deployment", key: "tag/v1", version: seen.version });
  const record = reading.type === "deployment" ? reading.record : null;
  const expected = { id: "v1", environment: "production", sha: SHA, status: "success", source: "tag" };
  if (hour === null) expect(record).toBeNull();
  else expect(record).toMatchObject({ ...expected, finishedAt: ms(hour) });
});

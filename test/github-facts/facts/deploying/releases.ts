import assert from "node:assert/strict";
import { at, type Fact } from "../../fact.ts";
import { shown } from "../../read.ts";
import { eventNames, PAYLOADS, SERVER } from "../webhooks/server.ts";

const EVENTS = { app: { events: ["release", "create", "delete", "push"] } };

export const releases: readonly Fact[] = [
  {
    id: "deploying/releases",
    says: "A release says whether it is a draft or a prerelease, when it was published and last updated, and its tag's commit; a draft was never published.",
    source: "GraphQL: Release",
    takes: "releases",
    scratch: {
      tags: [
        { name: "v1", sha: "c1", annotated: true },
        { name: "v2-rc", sha: "c2" },
      ],
      releases: [
        { tag: "v1", published_at: "2026-11-01T00:00:00Z", updated_at: "2026-11-03T00:00:00Z" },
        { tag: "v2-rc", prerelease: true, published_at: "2026-11-02T00:00:00Z" },
        { tag: "v3", draft: true, updated_at: "2026-11-04T00:00:00Z" },
      ],
    },
    seen: async (stage) => {
      const fields = `releases(first: 9, orderBy: { field: CREATED_AT, direction: ASC }) { nodes {
        tagName isDraft isPrerelease publishedAt updatedAt tagCommit { oid } } }`;
      assert.deepEqual(at(await shown(stage, fields), "releases", "nodes"), [
        {
          ...{ tagName: "v1", isDraft: false, isPrerelease: false },
          ...{ publishedAt: "2026-11-01T00:00:00Z", updatedAt: "2026-11-03T00:00:00Z" },
          tagCommit: { oid: stage.before },
        },
        {
          ...{ tagName: "v2-rc", isDraft: false, isPrerelease: true },
          ...{ publishedAt: "2026-11-02T00:00:00Z", updatedAt: "2026-11-02T00:00:00Z" },
          tagCommit: { oid: stage.head },
        },
        {
          ...{ tagName: "v3", isDraft: true, isPrerelease: false },
          ...{ publishedAt: null, updatedAt: "2026-11-04T00:00:00Z", tagCommit: null },
        },
      ]);
      return "as said";
    },
  },
  {
    id: "deploying/release-webhooks",
    says: "Publishing, editing, unpublishing and deleting a release are sent, each with its node id; `node` finds it until it is deleted.",
    source: `${PAYLOADS}: release`,
    takes: SERVER,
    world: { app: { events: ["release"] } },
    seen: async (stage) => {
      const id = at(await stage.act("publish-release", { tag: "v1", prerelease: true }), "id");
      await stage.act("edit-release", { id, prerelease: false });
      await stage.act("edit-release", { id, draft: true });
      await stage.act("edit-release", { id, draft: false });
      const sent = await stage.deliveries();
      const nodeId = at(sent[0]?.body, "release", "node_id");
      const query = "query Fact($id: ID!) { node(id: $id) { ... on Release { tagName } } }";
      const { data } = await stage.graphql(query, { id: nodeId });
      assert.equal(at(data, "node", "tagName"), "v1");
      await stage.act("delete-release", { id });
      const [last] = await stage.deliveries();
      assert.deepEqual(
        [...sent.map(({ name }) => name), last?.name],
        ["release.published", "release.edited", "release.unpublished", "release.published", "release.deleted"],
      );
      assert.equal(at(last?.body, "release", "node_id"), nodeId);
      const gone = await stage.graphql(query, { id: nodeId });
      assert.deepEqual([at(gone.data, "node"), gone.errors.map(({ type }) => type)], [null, ["NOT_FOUND"]]);
      return "published, edited, unpublished, published, deleted";
    },
  },
  {
    id: "deploying/tags",
    says: "A lightweight tag's ref names the commit; an annotated one's names an object with the tagger's date and the commit.",
    source: "GraphQL: Ref.target, Tag, GitActor.date",
    takes: "tags",
    scratch: {
      tags: [
        { name: "light", sha: "c1" },
        { name: "v/1", sha: "c1", at: "2026-11-01T00:00:00Z", annotated: true },
      ],
    },
    seen: async (stage) => {
      const target = `target { __typename ... on Commit { oid } ... on Tag { tagger { date } target { oid } } }`;
      const fields = `light: ref(qualifiedName: "refs/tags/light") { name ${target} }
        annotated: ref(qualifiedName: "refs/tags/v/1") { name ${target} } none: ref(qualifiedName: "refs/tags/v/2") { name }`;
      const oid = stage.before;
      assert.deepEqual(await shown(stage, fields), {
        light: { name: "light", target: { __typename: "Commit", oid } },
        annotated: {
          name: "v/1",
          target: { __typename: "Tag", tagger: { date: "2026-11-01T00:00:00Z" }, target: { oid } },
        },
        none: null,
      });
      return "a Commit and a Tag";
    },
  },
  {
    id: "deploying/tag-webhooks",
    says: "A tag that is pushed or deleted sends `create` or `delete` with its name, and a push; `create` says no time, but the repository's `pushed_at` does.",
    source: `${PAYLOADS}: create, delete, push`,
    takes: SERVER,
    world: EVENTS,
    seen: async (stage) => {
      const ref = "tags/v/1";
      await stage.rest("POST /repos/{owner}/{repo}/git/refs", { ref: `refs/${ref}`, sha: stage.head }, "person");
      await stage.rest("DELETE /repos/{owner}/{repo}/git/refs/{ref}", { ref }, "person");
      const sent = await stage.deliveries();
      assert.deepEqual(
        sent.map(({ name, body }) => [name, at(body, "ref"), at(body, "ref_type")]),
        [
          ["create", "v/1", "tag"],
          ["push", "refs/tags/v/1", undefined],
          ["delete", "v/1", "tag"],
          ["push", "refs/tags/v/1", undefined],
        ],
      );
      assert.equal(at(sent[0]?.body, "repository", "pushed_at"), "2026-11-20T01:00:00Z");
      return "create, push, delete, push";
    },
  },
  {
    id: "deploying/tag-of-release",
    says: "A release whose tag is deleted becomes a draft.",
    source: "smithclay/duckdb-otlp#74, openml/automlbenchmark#429; its webhook `unpublished`: unsourced",
    takes: SERVER,
    world: { app: { events: ["release", "delete"] } },
    seen: async (stage) => {
      await stage.act("publish-release", { tag: "v1" });
      await stage.deliveries();
      await stage.act("delete-tag", { tag: "v1" });
      assert.deepEqual(await eventNames(stage), ["delete", "release.unpublished"]);
      const releases = await shown(stage, "releases(first: 1) { nodes { isDraft publishedAt } }");
      assert.deepEqual(at(releases, "releases", "nodes", 0), { isDraft: true, publishedAt: null });
      return "a draft";
    },
  },
];

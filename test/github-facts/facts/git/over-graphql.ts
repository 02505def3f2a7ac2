import assert from "node:assert/strict";
import { at, type Fact, listAt } from "../../fact.ts";
import { madeBranch, madeCommit, openedPull } from "../../made.ts";
import { shown, tipOf } from "../../read.ts";

export const overGraphql: readonly Fact[] = [
  {
    id: "git/ref-compare",
    says: "`Ref.compare` says how far ahead and behind a branch or commit is, and lists its commits oldest first; null for a nonexistent one.",
    source: "GraphQL: Ref.compare, Comparison",
    seen: async (scratch) => {
      const [base, head] = [await madeBranch(scratch, scratch.before), await madeBranch(scratch, scratch.head)];
      await madeCommit(scratch, base, { path: "fact-base.txt", text: "1\n" });
      const made = await madeCommit(scratch, head, { path: "fact.txt", text: "1\n" });
      const fields = `ref(qualifiedName: "refs/heads/${base}") {
        branch: compare(headRef: "${head}") { aheadBy behindBy status commits(first: 9) { totalCount nodes { oid } } }
        last: compare(headRef: "${head}") { commits(last: 1) { nodes { oid } } }
        sha: compare(headRef: "${scratch.head}") { aheadBy }
        nothing: compare(headRef: "no-such-branch-here") { aheadBy } }
        none: ref(qualifiedName: "refs/heads/no-such-branch-here") { name }`;
      const nodes = [scratch.head, made].map((oid) => ({ oid }));
      assert.deepEqual(await shown(scratch, fields), {
        ref: {
          branch: { aheadBy: 2, behindBy: 1, status: "DIVERGED", commits: { totalCount: 2, nodes } },
          last: { commits: { nodes: [{ oid: made }] } },
          sha: { aheadBy: 1 },
          nothing: null,
        },
        none: null,
      });
      return "2 ahead, 1 behind";
    },
  },
  {
    id: "git/commit",
    says: "A commit over GraphQL has parents, history, its author's account, its pull requests, and files by path.",
    source: "GraphQL: Commit",
    seen: async (scratch) => {
      const [base, head] = [await madeBranch(scratch, scratch.head), await madeBranch(scratch, scratch.head)];
      const text = "subject\n\nwith a body";
      const oid = await madeCommit(scratch, head, { path: "fact.txt", text: "1\n", message: text });
      const { number } = await openedPull(scratch, { base, head });
      const fields = `object(expression: "${oid}") { ... on Commit { oid abbreviatedOid messageHeadline messageBody message
        parents(first: 2) { nodes { oid } } history(first: 9) { nodes { oid } } author { user { login } }
        file(path: "fact.txt") { path object { ... on Blob { text byteSize } } }
        associatedPullRequests(first: 5) { nodes { number state headRefOid } } } }
        byOid: object(oid: "${oid}") { __typename }`;
      const pulls = async () =>
        listAt(await shown(scratch, fields), "object", "associatedPullRequests", "nodes").map((one) =>
          at(one, "number"),
        );
      await scratch.until(async () => (await pulls()).length > 0);
      assert.deepEqual(await shown(scratch, fields), {
        object: {
          oid,
          abbreviatedOid: oid.slice(0, 7),
          messageHeadline: "subject",
          messageBody: "with a body",
          message: text,
          parents: { nodes: [{ oid: scratch.head }] },
          history: { nodes: [{ oid }, { oid: scratch.head }, { oid: scratch.before }] },
          author: { user: { login: scratch.person } },
          file: { path: "fact.txt", object: { text: "1\n", byteSize: 2 } },
          associatedPullRequests: { nodes: [{ number, state: "OPEN", headRefOid: oid }] },
        },
        byOid: { __typename: "Commit" },
      });
      return "as said";
    },
  },
  {
    id: "git/stranger",
    says: "A commit by somebody without an account has a name and no user.",
    source: "GraphQL: GitActor",
    takes: "a commit by a stranger",
    scratch: { commits: [{ sha: "c1", author: "A. Stranger" }], branches: { main: "c1" } },
    seen: async (stage) => {
      const fields = 'object(expression: "main") { ... on Commit { author { name user { login } } } }';
      assert.deepEqual(at(await shown(stage, fields), "object", "author"), { name: "A. Stranger", user: null });
      return "null";
    },
  },
  {
    id: "git/merge-commits",
    says: "`history` of a merge has the commits of both sides; a path's history has those of the side that brought it, and what the first commit brought.",
    source: "git log; GraphQL: Commit.history",
    takes: "a merge in the history",
    scratch: {
      commits: [
        { sha: "c1", message: "start", committed_at: "2026-11-01T00:00:00Z" },
        { sha: "c2", parents: ["c1"], committed_at: "2026-11-02T00:00:00Z", files: { "b.ts": "2\n" } },
        { sha: "c3", parents: ["c1", "c2"], committed_at: "2026-11-03T00:00:00Z" },
      ],
      files: { "README.md": "1\n" }, // what a world's files hold came with the first commit
      branches: { main: "c3", start: "c1", side: "c2" },
    },
    seen: async (stage) => {
      const [first, second, third] = [
        await tipOf(stage, "start"),
        await tipOf(stage, "side"),
        await tipOf(stage, "main"),
      ];
      const fields = `object(expression: "main") { ... on Commit { history(first: 9) { nodes { oid } }
        of: history(first: 9, path: "b.ts") { nodes { oid } } readme: history(first: 9, path: "README.md") { nodes { oid } } } }`;
      const nodes = (...oids: readonly unknown[]) => ({ nodes: oids.map((oid) => ({ oid })) });
      assert.deepEqual(at(await shown(stage, fields), "object"), {
        history: nodes(third, second, first),
        of: nodes(second),
        readme: nodes(first),
      });
      return "both sides";
    },
  },
  {
    id: "git/tags",
    says: "`refs(refPrefix:)` lists tags by the date of their commit or of themselves; releases have theirs. An annotated tag is an object of its own.",
    source: "GraphQL: RefOrder, Tag, Release",
    takes: "tags and releases",
    scratch: {
      tags: [
        { name: "v1", sha: "c1", at: "2026-10-01T00:00:00Z" },
        { name: "v0.9", sha: "c1", at: "2026-11-01T00:00:00Z" },
      ],
      releases: [{ tag: "v1", name: "One", body: "notes", published_at: "2026-10-01T00:00:00Z" }],
    },
    seen: async (stage) => {
      const fields = `refs(refPrefix: "refs/tags/", first: 5, orderBy: { field: TAG_COMMIT_DATE, direction: DESC }) {
        nodes { name target { oid ... on Tag { target { oid } } } } } latestRelease { tagName tagCommit { oid } }`;
      const target = { oid: stage.before };
      assert.deepEqual(await shown(stage, fields), {
        refs: { nodes: ["v0.9", "v1"].map((name) => ({ name, target })) },
        latestRelease: { tagName: "v1", tagCommit: target },
      });
      return "newest first";
    },
  },
];

import assert from "node:assert/strict";
import { at, type Fact, listAt } from "../../fact.ts";
import { madeBranch, madeCommit } from "../../made.ts";
import { found, shown, textOf } from "../../read.ts";

const CONTENTS = "GET /repos/{owner}/{repo}/contents/{path}";
const WRITE = "PUT /repos/{owner}/{repo}/contents/{path}";

export const files: readonly Fact[] = [
  {
    id: "git/missing-file",
    says: "The contents of a nonexistent file are 404.",
    source: "REST: Get repository content",
    seen: async (scratch) => {
      const { status } = await scratch.rest(CONTENTS, { path: "no-such-file" });
      assert.equal(status, 404);
      return "404";
    },
  },
  {
    id: "git/file",
    says: "A file comes in base64, in lines, or raw on request, from any branch or commit.",
    source: "REST: Get repository content",
    seen: async (scratch) => {
      const branch = await madeBranch(scratch, scratch.head);
      const text = `# A fact\n\n${"is being tried ".repeat(8)}\n`;
      await madeCommit(scratch, branch, { path: "facts/a.md", text });
      const repository = { path: "facts/a.md", ref: branch };
      const data = await found(scratch, CONTENTS, repository);
      assert.deepEqual([at(data, "type"), at(data, "encoding"), at(data, "size")], ["file", "base64", text.length]);
      assert.match(String(at(data, "content")), /^(?:.{1,60}\n)+$/);
      assert.equal(await textOf(scratch, branch, "facts/a.md"), text);
      const raw = await found(scratch, CONTENTS, { ...repository, headers: { accept: "application/vnd.github.raw" } });
      assert.equal(raw, text);
      assert.equal(await textOf(scratch, scratch.head, "facts/a.md"), null);
      return "base64 and raw";
    },
  },
  {
    id: "git/file-written",
    says: "Writing a file makes one commit; an existing one is only replaced if its blob, `Blob.oid` over GraphQL, is named (422, 409).",
    source: "REST: Create or update file contents",
    seen: async (scratch) => {
      const branch = await madeBranch(scratch, scratch.head);
      const path = "fact.txt";
      const first = await madeCommit(scratch, branch, { path, text: "1\n", message: "first" });
      const content = Buffer.from("2\n").toString("base64");
      const write = (fields: object) =>
        scratch.rest(WRITE, { path, branch, message: "second", content, ...fields }, "person");
      assert.equal((await write({})).status, 422);
      assert.equal((await write({ sha: "0".repeat(40) })).status, 409);
      assert.equal((await write({ branch: "no-such-branch-here" })).status, 404);
      const { data: blob } = await scratch.graphql(
        `query Blob($owner: String!, $repo: String!, $file: String!) { repository(owner: $owner, name: $repo) {
          object(expression: $file) { ... on Blob { oid } } } }`,
        { file: `${branch}:${path}` },
      );
      const { status, data } = await write({ sha: at(blob, "repository", "object", "oid") });
      assert.deepEqual([status, at(data, "commit", "parents", 0, "sha")], [200, first]);
      assert.equal(at(data, "commit", "message"), "second");
      assert.equal(await textOf(scratch, branch, path), "2\n");
      return "422, 409, then 200";
    },
  },
  {
    id: "git/tree",
    says: "`object(expression:)` of a folder is a Tree: its entries have `path`, `type` and `object`, but no entries of their own.",
    source: "GraphQL: Tree, TreeEntry",
    seen: async (scratch) => {
      const branch = await madeBranch(scratch, scratch.head);
      await madeCommit(scratch, branch, { path: "facts/a.yml", text: "a: 1\n" });
      await madeCommit(scratch, branch, { path: "facts/deep/b.yml", text: "b: 1\n" });
      const entries = "... on Tree { entries { name path type object { ... on Blob { text } } } }";
      const fields = `root: object(expression: "${branch}:") { ${entries} }
        folder: object(expression: "${branch}:facts") { ${entries} }
        none: object(expression: "${branch}:no-such-folder") { oid }`;
      const data = await shown(scratch, fields);
      const root = listAt(data, "root", "entries").filter((entry) => at(entry, "type") === "tree");
      assert.ok(root.some((entry) => at(entry, "path") === "facts"));
      assert.deepEqual(listAt(data, "folder", "entries"), [
        { name: "a.yml", path: "facts/a.yml", type: "blob", object: { text: "a: 1\n" } },
        { name: "deep", path: "facts/deep", type: "tree", object: {} },
      ]);
      assert.equal(at(data, "none"), null);
      return "a tree and a file";
    },
  },
  {
    id: "git/history",
    says: "`history(path:)` has the commits that changed a file, newest first, and `file` its content in each.",
    source: "GraphQL: Commit.history",
    seen: async (scratch) => {
      const branch = await madeBranch(scratch, scratch.head);
      const path = "fact.txt";
      const first = await madeCommit(scratch, branch, { path, text: "1\n" });
      const file = await found(scratch, CONTENTS, { path, ref: branch });
      const second = await madeCommit(scratch, branch, { path, text: "2\n", before: String(at(file, "sha")) });
      await madeCommit(scratch, branch, { path: "other.txt", text: "1\n" });
      const node = "nodes { oid file(path: $path) { object { ... on Blob { text byteSize isTruncated } } } }";
      const query = `query History($owner: String!, $repo: String!, $path: String!) { repository(owner: $owner, name: $repo) {
        object(expression: "${branch}") { ... on Commit { history(first: 9, path: $path) { ${node} } } } } }`;
      const { data, errors } = await scratch.graphql(query, { path });
      assert.deepEqual(errors, []);
      const version = (oid: string, text: string) => ({
        oid,
        file: { object: { text, byteSize: 2, isTruncated: false } },
      });
      const nodes = listAt(data, "repository", "object", "history", "nodes");
      assert.deepEqual(nodes, [version(second, "2\n"), version(first, "1\n")]);
      return "two versions";
    },
  },
  {
    id: "git/binary",
    says: "A file that GitHub takes for binary has no text: `Blob.text` is null.",
    source: "GraphQL: Blob",
    takes: "a binary file",
  },
  {
    id: "git/truncated",
    says: "`Blob.text` of a large file ends early (`isTruncated`).",
    source: "GraphQL: Blob",
    takes: "a file of half a megabyte or more",
  },
];

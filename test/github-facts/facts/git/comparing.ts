import assert from "node:assert/strict";
import { at, type Fact, listAt } from "../../fact.ts";
import { madeBranch, madeCommit } from "../../made.ts";
import { found } from "../../read.ts";

const COMPARE = "GET /repos/{owner}/{repo}/compare/{basehead}";

export const comparing: readonly Fact[] = [
  {
    id: "git/compare",
    says: "A comparison lists the commits of head that base lacks, oldest first, with `merge_base_commit`.",
    source: "REST: Compare two commits",
    seen: async (scratch) => {
      const data = await found(scratch, COMPARE, { basehead: `${scratch.before}...${scratch.head}` });
      assert.deepEqual([at(data, "status"), at(data, "ahead_by"), at(data, "behind_by")], ["ahead", 1, 0]);
      assert.equal(at(data, "merge_base_commit", "sha"), scratch.before);
      assert.equal(at(listAt(data, "commits").at(-1), "sha"), scratch.head);
      return "ahead by 1";
    },
  },
  {
    id: "git/compare-pages",
    says: "A comparison comes in pages; `total_commits` counts them all, and only the first page has the files.",
    source: "REST: Compare two commits",
    seen: async (scratch) => {
      const branch = await madeBranch(scratch, scratch.head);
      const made = [
        await madeCommit(scratch, branch, { path: "fact-1.txt", text: "1\n" }),
        await madeCommit(scratch, branch, { path: "fact-2.txt", text: "2\n" }),
        await madeCommit(scratch, branch, { path: "fact-3.txt", text: "3\n" }),
      ];
      const basehead = `${scratch.head}...${branch}`;
      const page = async (number: number) => found(scratch, COMPARE, { basehead, per_page: 2, page: number });
      const [first, second] = [await page(1), await page(2)];
      assert.deepEqual([at(first, "total_commits"), at(second, "total_commits")], [3, 3]);
      const shas = [first, second].map((one) => listAt(one, "commits").map((commit) => at(commit, "sha")));
      assert.deepEqual(shas, [made.slice(0, 2), made.slice(2)]);
      const files = listAt(first, "files").map((file) => [at(file, "filename"), at(file, "status")]);
      assert.deepEqual(
        files,
        [1, 2, 3].map((number) => [`fact-${number}.txt`, "added"]),
      );
      assert.deepEqual(listAt(second, "files"), []);
      return "2 + 1 commits, files on the first page";
    },
  },
  {
    id: "git/compare-250",
    says: "Without paging a comparison shows at most 250 commits and 300 files.",
    source: "REST: Compare two commits",
    takes: "251 commits",
  },
  {
    id: "git/pull-commits-250",
    says: "The list of a pull request's commits ends at 250.",
    source: "REST: List commits on a pull request",
    takes: "251 commits",
  },
  {
    id: "git/forgotten",
    says: "A commit that no branch reaches any more may be forgotten: comparing with it is 404 then, GraphQL has null.",
    source: "unsourced",
    takes: "months",
  },
];

import assert from "node:assert/strict";
import { at, type Fact, listAt } from "../fact.ts";
import { madePull } from "../made.ts";

export const git: readonly Fact[] = [
  {
    id: "git/compare",
    says: "A comparison lists the commits of head that base lacks, oldest first, with `merge_base_commit`.",
    source: "REST: Compare two commits",
    seen: async (scratch) => {
      const basehead = `${scratch.before}...${scratch.head}`;
      const { data } = await scratch.rest("GET /repos/{owner}/{repo}/compare/{basehead}", { basehead });
      assert.deepEqual([at(data, "status"), at(data, "ahead_by"), at(data, "behind_by")], ["ahead", 1, 0]);
      assert.equal(at(data, "merge_base_commit", "sha"), scratch.before);
      assert.equal(at(listAt(data, "commits").at(-1), "sha"), scratch.head);
      return "ahead by 1";
    },
  },
  {
    id: "git/merge",
    says: "Merging makes a commit `Merge pull request #N from OWNER/BRANCH` on the base, which is the pull request's `merge_commit_sha`.",
    source: "docs.github.com: About pull request merges",
    seen: async (scratch) => {
      const pull = await madePull(scratch);
      const route = "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge";
      const merged = await scratch.rest(route, { pull_number: pull.number, merge_method: "merge" }, "person");
      assert.equal(merged.status, 200, JSON.stringify(merged.data));
      const { data } = await scratch.rest("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
        pull_number: pull.number,
      });
      const sha = at(data, "merge_commit_sha");
      const commit = await scratch.rest("GET /repos/{owner}/{repo}/commits/{ref}", { ref: sha });
      const [subject] = String(at(commit.data, "commit", "message")).split("\n");
      assert.equal(subject, `Merge pull request #${pull.number} from ${scratch.owner}/${pull.head}`);
      assert.equal(at(merged.data, "sha"), sha);
      return String(subject);
    },
  },
  {
    id: "git/missing-file",
    says: "The contents of a file that is not there are 404.",
    source: "REST: Get repository content",
    seen: async (scratch) => {
      const { status } = await scratch.rest("GET /repos/{owner}/{repo}/contents/{path}", { path: "no-such-file" });
      assert.equal(status, 404);
      return "404";
    },
  },
  {
    id: "git/no-commits-between",
    says: "A pull request between branches without a commit between them is refused with 422.",
    source: "many reports of 'No commits between'",
    seen: async (scratch) => {
      const pull = await madePull(scratch);
      const swapped = { title: "x", head: pull.base, base: pull.head };
      const { status, data } = await scratch.rest("POST /repos/{owner}/{repo}/pulls", swapped);
      assert.equal(status, 422);
      assert.match(JSON.stringify(data), /No commits between/);
      return "422";
    },
  },
  {
    id: "git/squash-subject",
    says: "Squashing makes one commit whose subject ends in `(#N)`, unless the repository's settings say otherwise.",
    source: "docs.github.com: About pull request merges",
    takes: "the repository's settings",
  },
  {
    id: "git/rebase-copies",
    says: "After rebase merging `merge_commit_sha` is the last of the copied commits.",
    source: "REST: Get a pull request",
  },
  {
    id: "git/renamed-branch",
    says: "Renaming a branch keeps the old base and head names on merged pull requests, and changes them on open ones.",
    source: "docs.github.com: Renaming a branch (open ones); assumed for merged ones",
    takes: "a renamed branch",
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
];

import assert from "node:assert/strict";
import { at, type Fact, listAt, type Scratch } from "../../fact.ts";
import { madeBranch, madeCommit, madePull, openedPull } from "../../made.ts";
import { found, pullOf, shown, tipOf } from "../../read.ts";

const MERGE = "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge";

async function commitsOf(scratch: Scratch, number: number): Promise<readonly unknown[]> {
  const data = await found(scratch, "GET /repos/{owner}/{repo}/pulls/{pull_number}/commits", { pull_number: number });
  return listAt(data).map((commit) => at(commit, "sha"));
}

const mergeable = async (scratch: Scratch, number: number) =>
  at(await shown(scratch, "pullRequest(number: $number) { mergeable }", { number }), "pullRequest", "mergeable");

/** Pull requests when branches move. */
export const following: readonly Fact[] = [
  {
    id: "git/push-moves-pull",
    says: "A push to its branch moves an open pull request: head and commits follow.",
    source: "docs.github.com: About branches; webhook pull_request, action synchronize",
    seen: async (scratch) => {
      const { number, head } = await madePull(scratch);
      const made = await madeCommit(scratch, head, { path: "fact.txt", text: "1\n" });
      await scratch.until(async () => at(await pullOf(scratch, number), "head", "sha") === made);
      assert.deepEqual(await commitsOf(scratch, number), [scratch.head, made]);
      return "followed";
    },
  },
  {
    id: "git/pushed-merge",
    says: "A pull request whose commits reach its base by a push is merged, with the pushed commit as `merge_commit_sha`.",
    source: "docs.github.com: About pull request merges, indirect merges",
    seen: async (scratch) => {
      const { number, base } = await madePull(scratch);
      const push = { ref: `heads/${base}`, sha: scratch.head };
      assert.equal((await scratch.rest("PATCH /repos/{owner}/{repo}/git/refs/{ref}", push, "person")).status, 200);
      await scratch.until(async () => at(await pullOf(scratch, number), "merged") === true);
      assert.equal(at(await pullOf(scratch, number), "merge_commit_sha"), scratch.head);
      return "merged";
    },
  },
  {
    id: "git/conflict",
    says: "Different changes on both sides conflict (`CONFLICTING`), and merging is refused with 405, until they agree.",
    source: "REST: Merge a pull request; GraphQL: MergeableState",
    seen: async (scratch) => {
      const [base, head] = [await madeBranch(scratch, scratch.before), await madeBranch(scratch, scratch.before)];
      await madeCommit(scratch, base, { path: "fact.txt", text: "ours\n" });
      await madeCommit(scratch, head, { path: "fact.txt", text: "theirs\n" });
      const { number } = await openedPull(scratch, { base, head });
      await scratch.until(async () => (await mergeable(scratch, number)) === "CONFLICTING");
      const { status, data } = await scratch.rest(MERGE, { pull_number: number }, "person");
      assert.equal(status, 405);
      const repository = { path: "fact.txt", ref: base };
      const file = await found(scratch, "GET /repos/{owner}/{repo}/contents/{path}", repository);
      await madeCommit(scratch, base, { path: "fact.txt", text: "theirs\n", before: String(at(file, "sha")) });
      await scratch.until(async () => (await mergeable(scratch, number)) === "MERGEABLE");
      return `405 ${at(data, "message")}`;
    },
  },
  {
    id: "git/conflict-merged",
    says: "Merging the base into the branch and fixing it there makes it mergeable again.",
    source: "docs.github.com: Resolving a merge conflict using the command line",
    takes: "somebody with git",
    seen: async (stage) => {
      await stage.act("push", { branch: "base", from: "c1", commits: [{ message: "other", files: { b: "9" } }] });
      await stage.act("push", { branch: "feat", from: "c1", commits: [{ message: "one", files: { b: "1" } }] });
      const { number } = await openedPull(stage, { base: "base", head: "feat" });
      assert.equal(await mergeable(stage, number), "CONFLICTING");
      await stage.act("push", { branch: "feat", commits: [{ message: "mend", files: { b: "9" }, merges: ["base"] }] });
      assert.equal(await mergeable(stage, number), "MERGEABLE");
      return "mergeable";
    },
  },
  {
    id: "git/deleted-branch",
    says: "Deleting its branch closes an open pull request.",
    source: "docs.github.com: Deleting and restoring branches in a pull request",
    seen: async (scratch) => {
      const { number, head } = await madePull(scratch);
      const route = "DELETE /repos/{owner}/{repo}/git/refs/{ref}";
      assert.equal((await scratch.rest(route, { ref: `heads/${head}` }, "person")).status, 204);
      await scratch.until(async () => at(await pullOf(scratch, number), "state") === "closed");
      assert.equal(at(await pullOf(scratch, number), "merged"), false);
      return "closed";
    },
  },
  {
    id: "git/nested",
    says: "A pull request into another one's branch is merged into that branch, with its merge commit.",
    source: "docs.github.com: About pull requests; unsourced for the merge commit",
    seen: async (scratch) => {
      const outer = await madePull(scratch);
      const branch = await madeBranch(scratch, scratch.head);
      const own = await madeCommit(scratch, branch, { path: "fact.txt", text: "1\n" });
      const inner = await openedPull(scratch, { base: outer.head, head: branch });
      const merged = await scratch.rest(MERGE, { pull_number: inner.number }, "person");
      const sha = await tipOf(scratch, outer.head);
      assert.equal(at(merged.data, "sha"), sha);
      await scratch.until(async () => (await commitsOf(scratch, outer.number)).includes(sha));
      assert.deepEqual(await commitsOf(scratch, outer.number), [scratch.head, own, sha]);
      return "both commits in the outer one";
    },
  },
  {
    id: "git/renamed-branch",
    says: "Renaming a branch keeps the old base and head names on merged pull requests, and changes them on open ones.",
    source: "docs.github.com: Renaming a branch (open ones); assumed for merged ones",
    takes: "a renamed branch",
  },
];

import assert from "node:assert/strict";
import { at, type Fact, listAt, type Scratch } from "../../fact.ts";
import { madeBranch, madeCommit, openedPull } from "../../made.ts";
import { found, pullOf, shown, textOf, tipOf } from "../../read.ts";

/** Each way to merge: the setting that allows it, as REST and GraphQL name it, and what GitHub says where it is switched off. */
const METHODS = [
  ["merge", "allow_merge_commit", "mergeCommitAllowed", "Merge commits"],
  ["squash", "allow_squash_merge", "squashMergeAllowed", "Squash merges"],
  ["rebase", "allow_rebase_merge", "rebaseMergeAllowed", "Rebase merges"],
] as const;

const MERGES = "docs.github.com: About pull request merges";

/** A pull request of two commits into a base that has moved on by one, merged by the second person. */
async function merged(scratch: Scratch, merge_method: "merge" | "squash" | "rebase") {
  const [base, head] = [await madeBranch(scratch, scratch.before), await madeBranch(scratch, scratch.before)];
  const onBase = await madeCommit(scratch, base, { path: "fact-base.txt", text: "1\n", message: "base" });
  await madeCommit(scratch, head, { path: "fact-one.txt", text: "1\n", message: "one" });
  const onHead = await madeCommit(scratch, head, { path: "fact-two.txt", text: "1\n", message: "two" });
  const pull = await openedPull(scratch, { base, head });
  const how = { pull_number: pull.number, merge_method };
  const answer = await scratch.rest("PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge", how, "person");
  assert.equal(answer.status, 200, JSON.stringify(answer.data));
  const tip = String(await tipOf(scratch, base));
  const after = await pullOf(scratch, pull.number);
  assert.deepEqual([at(answer.data, "sha"), at(after, "merge_commit_sha")], [tip, tip]);
  assert.deepEqual([at(after, "state"), at(after, "merged"), at(after, "base", "sha")], ["closed", true, onBase]);
  assert.equal(at(after, "merged_by", "login"), scratch.person);
  for (const path of ["fact-base.txt", "fact-one.txt", "fact-two.txt"]) {
    assert.equal(await textOf(scratch, tip, path), "1\n", path);
  }
  const commit = await found(scratch, "GET /repos/{owner}/{repo}/commits/{ref}", { ref: tip });
  const compared = { basehead: `${onBase}...${tip}` };
  const { commits } = (await found(scratch, "GET /repos/{owner}/{repo}/compare/{basehead}", compared)) as Compared;
  return {
    pull,
    message: String(at(commit, "commit", "message")),
    parents: listAt(commit, "parents").map((one) => at(one, "sha")),
    landed: commits.map((one) => at(one, "commit", "message")),
    onBase,
    onHead,
  };
}

interface Compared {
  readonly commits: readonly unknown[];
}

export const merging: readonly Fact[] = [
  {
    id: "git/merge",
    says: "Merging makes a commit `Merge pull request #N from OWNER/BRANCH` on the base, which is the pull request's `merge_commit_sha`; its first parent is the base.",
    source: MERGES,
    seen: async (scratch) => {
      const { pull, message, parents, onBase, onHead } = await merged(scratch, "merge");
      const subject = `Merge pull request #${pull.number} from ${scratch.owner}/${pull.head}`;
      assert.equal(message, `${subject}\n\n${pull.title}`);
      assert.deepEqual(parents, [onBase, onHead]);
      return subject;
    },
  },
  {
    id: "git/squash-subject",
    says: "Squashing makes one commit whose subject ends in `(#N)`, with the commits' messages as a list, unless the repository's settings say otherwise.",
    source: MERGES,
    seen: async (scratch) => {
      const { pull, message, parents, landed, onBase } = await merged(scratch, "squash");
      assert.equal(message, `${pull.title} (#${pull.number})\n\n* one\n\n* two`);
      assert.deepEqual([parents, landed], [[onBase], [message]]);
      return `${pull.title} (#${pull.number})`;
    },
  },
  {
    id: "git/rebase-copies",
    says: "After a rebase merge `merge_commit_sha` is the last of the copied commits; nothing says which commits the copies are of.",
    source: "REST: Get a pull request",
    seen: async (scratch) => {
      const { message, parents, landed, onHead } = await merged(scratch, "rebase");
      assert.deepEqual([message, landed], ["two", ["one", "two"]]);
      assert.notDeepEqual(parents, [onHead]);
      return "copies of both, the last one told";
    },
  },
  ...METHODS.map(
    ([merge_method, setting, field, kind]): Fact => ({
      id: `git/no-${merge_method}`,
      says: `Where a repository does not allow it (\`${setting}\`, \`${field}\`), merging with \`merge_method: ${merge_method}\` is refused with 405.`,
      source:
        "docs.github.com: Configuring pull request merges; REST: Merge a pull request; many reports of '… are not allowed on this repository'",
      takes: "a setting of the repository",
      scratch: { [setting]: false },
      seen: async (stage) => {
        const [base, head] = [await madeBranch(stage, stage.before), await madeBranch(stage, stage.head)];
        const { number } = await openedPull(stage, { base, head });
        const route = "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge";
        const { status, data } = await stage.rest(route, { pull_number: number, merge_method }, "person");
        assert.deepEqual([status, at(data, "message")], [405, `${kind} are not allowed on this repository.`]);
        assert.equal(at(await found(stage, "GET /repos/{owner}/{repo}"), setting), false);
        assert.deepEqual(await shown(stage, field), { [field]: false });
        return "405";
      },
    }),
  ),
  {
    id: "git/merge-other-head",
    says: "Merging with a `sha` that is not the head any more is refused with 409.",
    source: "REST: Merge a pull request",
    seen: async (scratch) => {
      const [base, head] = [await madeBranch(scratch, scratch.before), await madeBranch(scratch, scratch.head)];
      const { number } = await openedPull(scratch, { base, head });
      const asked = { pull_number: number, sha: scratch.before };
      const route = "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge";
      const { status, data } = await scratch.rest(route, asked, "person");
      assert.equal(status, 409);
      return `409 ${at(data, "message")}`;
    },
  },
  {
    id: "git/no-commits-between",
    says: "A pull request between branches without a commit between them, or from a nonexistent branch, is refused with 422.",
    source: "many reports of 'No commits between'",
    seen: async (scratch) => {
      const [base, head] = [await madeBranch(scratch, scratch.before), await madeBranch(scratch, scratch.head)];
      const open = async (pull: object) => scratch.rest("POST /repos/{owner}/{repo}/pulls", { title: "x", ...pull });
      const none = await open({ head: base, base: head });
      assert.equal(none.status, 422);
      assert.ok(JSON.stringify(none.data).includes(`No commits between ${head} and ${base}`));
      const nowhere = await open({ head: "no-such-branch-here", base });
      assert.deepEqual([nowhere.status, at(nowhere.data, "errors", 0, "field")], [422, "head"]);
      return "422 both";
    },
  },
];

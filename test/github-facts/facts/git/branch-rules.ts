import assert from "node:assert/strict";
import { at, type Fact, listAt, type Stage } from "../../fact.ts";
import { found, pullOf, shown, tipOf } from "../../read.ts";

const DELETING = "docs.github.com: Managing the automatic deletion of branches; NotYuSheng/TracePcap#775";
const RETARGETING = "ryanhiebert/probot-chain#19; SvanBoxel/delete-merged-branch#207";
const RULES = "GraphQL: Ref.rules, Ref.refUpdateRule; REST: Get rules for a branch, Get a branch";
const SETTING = "a setting of the repository";
const CHECK = "Detoil / branch";

const commit = (sha: string, parents: string[], file: string) => ({ sha, parents, message: sha, files: [file] });
const pull = (number: number, base: string, head: string) => {
  const head_sha = { staging: "c2", "feat/x": "c3" }[head];
  return { number, title: head, user: "alice", base, head, head_sha, state: "open" };
};

/** A release from staging, and work that goes on into staging. */
const RELEASE = {
  delete_branch_on_merge: true,
  commits: [commit("c1", [], "a"), commit("c2", ["c1"], "b"), commit("c3", ["c2"], "c")],
  branches: { main: "c1", staging: "c2", "feat/x": "c3" },
  pulls: [pull(1, "main", "staging"), pull(2, "staging", "feat/x")],
};

async function mergedOn(stage: Stage): Promise<readonly string[]> {
  await stage.act("merge-pull", { number: 1 }, "bo");
  return (await stage.deliveries()).map(({ name }) => name);
}

export const branchRules: readonly Fact[] = [
  {
    id: "git/head-deleted",
    says: "With “Automatically delete head branches” a merge deletes the head branch, a long-lived one too, and pull requests into it go on into the merged one's base (`edited`).",
    source: `${DELETING}; ${RETARGETING}`,
    takes: SETTING,
    world: { app: { events: ["push", "pull_request", "delete"] } },
    scratch: RELEASE,
    seen: async (stage) => {
      assert.deepEqual(await mergedOn(stage), ["push", "pull_request.closed", "pull_request.edited", "delete", "push"]);
      assert.equal(await tipOf(stage, "staging"), null);
      assert.deepEqual(
        [at(await pullOf(stage, 2), "state"), at(await pullOf(stage, 2), "base", "ref")],
        ["open", "main"],
      );
      assert.deepEqual(await shown(stage, "deleteBranchOnMerge"), { deleteBranchOnMerge: true });
      return "deleted, and into main";
    },
  },
  ...(["ruleset", "protection"] as const).map(
    (by): Fact => ({
      id: `git/head-kept-by-${by}`,
      says: `A ${by === "ruleset" ? "ruleset that restricts deletions" : "classic branch protection"} keeps the branch from being deleted at the merge.`,
      source: DELETING,
      takes: SETTING,
      scratch: { ...RELEASE, branch_rules: [{ branches: ["staging"], by, deletions: false }] },
      seen: async (stage) => {
        await mergedOn(stage);
        assert.notEqual(await tipOf(stage, "staging"), null);
        assert.equal(at(await pullOf(stage, 2), "base", "ref"), "staging");
        return "kept";
      },
    }),
  ),
  {
    id: "git/default-branch-kept",
    says: "The default branch is not deleted at a merge.",
    source: "docs.github.com: About branches, the default branch cannot be deleted",
    takes: SETTING,
    scratch: { ...RELEASE, default_branch: "staging" },
    seen: async (stage) => {
      await mergedOn(stage);
      assert.notEqual(await tipOf(stage, "staging"), null);
      return "kept";
    },
  },
  {
    id: "git/required-by-ruleset",
    says: "The rules of a branch name the checks that rulesets require, and whether it may be deleted, to everybody who reads the repository.",
    source: RULES,
    takes: "a ruleset",
    scratch: { branch_rules: [{ branches: ["main"], by: "ruleset", checks: [CHECK], deletions: false }] },
    seen: async (stage) => {
      const rest = await found(stage, "GET /repos/{owner}/{repo}/rules/branches/{branch}", { branch: "main" });
      const [required, deletion] = listAt(rest);
      assert.equal(at(required, "parameters", "required_status_checks", 0, "context"), CHECK);
      assert.equal(at(deletion, "type"), "deletion");
      const fields = `ref(qualifiedName: "refs/heads/main") { refUpdateRule { pattern } rules(first: 9) { nodes { type
        parameters { ... on RequiredStatusChecksParameters { requiredStatusChecks { context } } } } } }`;
      assert.deepEqual(at(await shown(stage, fields), "ref"), {
        refUpdateRule: null,
        rules: {
          nodes: [
            { type: "REQUIRED_STATUS_CHECKS", parameters: { requiredStatusChecks: [{ context: CHECK }] } },
            { type: "DELETION", parameters: null },
          ],
        },
      });
      return "named";
    },
  },
  {
    id: "git/required-by-protection",
    says: "Without administration rights `refUpdateRule` and the branch itself still name the checks that the classic protection requires.",
    source: RULES,
    takes: "a protected branch",
    scratch: { branch_rules: [{ branches: ["main"], by: "protection", checks: [CHECK] }] },
    seen: async (stage) => {
      const branch = await found(stage, "GET /repos/{owner}/{repo}/branches/{branch}", { branch: "main" });
      assert.deepEqual(listAt(branch, "protection", "required_status_checks", "contexts"), [CHECK]);
      const fields = `ref(qualifiedName: "refs/heads/main") { rules(first: 9) { nodes { type } }
        refUpdateRule { requiredStatusCheckContexts allowsDeletions } }`;
      assert.deepEqual(at(await shown(stage, fields), "ref"), {
        rules: { nodes: [] },
        refUpdateRule: { requiredStatusCheckContexts: [CHECK], allowsDeletions: false },
      });
      return "named";
    },
  },
  {
    id: "git/pulls-of-head",
    says: "A branch lists the pull requests whose head it is (`Ref.associatedPullRequests`), whatever their bases.",
    source: "GraphQL: Ref.associatedPullRequests",
    takes: "two pull requests of one branch",
    scratch: {
      ...RELEASE,
      branches: { main: "c1", staging: "c2", "feat/x": "c3" },
      pulls: [pull(1, "main", "feat/x"), pull(2, "staging", "feat/x")],
    },
    seen: async (stage) => {
      const fields = `pullRequest(number: 1) { headRef { associatedPullRequests(states: [OPEN], first: 9) {
        nodes { number baseRefName repository { nameWithOwner } } } } }`;
      const repository = { nameWithOwner: `${stage.owner}/${stage.repo}` };
      assert.deepEqual(
        listAt(await shown(stage, fields), "pullRequest", "headRef", "associatedPullRequests", "nodes"),
        [
          { number: 1, baseRefName: "main", repository },
          { number: 2, baseRefName: "staging", repository },
        ],
      );
      return "both";
    },
  },
  {
    id: "git/pull-commits-over-graphql",
    says: "`PullRequest.commits` over GraphQL does not end at 250.",
    source: "dcoapp/app#310; linuxfoundation/easycla#4801",
    takes: "251 commits",
    scratch: {
      commits: Array.from({ length: 260 }, (_, index) => ({
        ...commit(`x${index}`, index === 0 ? [] : [`x${index - 1}`], "a"),
        committed_at: new Date(Date.UTC(2026, 9, 1, 0, index)).toISOString(),
      })),
      branches: { main: "x0", "feat/x": "x259" },
      pulls: [{ number: 1, title: "Long", base: "main", head: "feat/x", head_sha: "x259", state: "open" }],
    },
    seen: async (stage) => {
      const fields = "pullRequest(number: 1) { commits(first: 1) { totalCount } }";
      assert.equal(at(await shown(stage, fields), "pullRequest", "commits", "totalCount"), 259);
      return "259";
    },
  },
  {
    id: "git/pull-commits-stay",
    says: "The commits that an open pull request shows may include some that its base has got meanwhile, until its head or base is changed.",
    source: "docs.gearset.com: Are your pull requests not showing what you expected (citing docs.github.com)",
    takes: "months",
  },
];

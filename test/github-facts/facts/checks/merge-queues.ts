import assert from "node:assert/strict";
import webhooks from "@octokit/webhooks-examples" with { type: "json" };
import { at, type Fact, listAt, type Stage } from "../../fact.ts";
import { found, pullOf, repositoryOf, tipOf } from "../../read.ts";

const QUEUES = "docs.github.com: Managing a merge queue; webhook merge_group; GraphQL: MergeQueue";
const QUEUE = "a branch with a merge queue";
const PERMISSIONS = { metadata: "read", contents: "read", pull_requests: "write", checks: "write" };
const EVENTS = ["push", "pull_request", "check_run", "check_suite", "merge_group", "create", "delete"];
const APP = { permissions: { ...PERMISSIONS, merge_queues: "read" }, events: EVENTS };
const commit = (sha: string, parents: string[], file: string) => ({ sha, parents, message: sha, files: [file] });

/** Two pull requests into main. */
const PULLS = {
  commits: [commit("c1", [], "a"), commit("c2", ["c1"], "b"), commit("c3", ["c1"], "c")],
  branches: { main: "c1", "feat/b": "c2", "feat/c": "c3" },
  pulls: [
    { number: 1, title: "B", user: "alice", base: "main", head: "feat/b", head_sha: "c2", state: "open" },
    { number: 2, title: "C", user: "alice", base: "main", head: "feat/c", head_sha: "c3", state: "open" },
  ],
};
const SCRATCH = { ...PULLS, merge_queues: [{ branch: "main", checks: ["Detoil / release"] }] };

const enqueue = (stage: Stage, number: number) => stage.act("enqueue-pull", { number }, "bo");

/** The required check on a merge group's commit. */
async function check(stage: Stage, sha: unknown, conclusion = "success"): Promise<void> {
  const run = { name: "Detoil / release", head_sha: sha, conclusion };
  assert.equal((await stage.rest("POST /repos/{owner}/{repo}/check-runs", run)).status, 201);
}

const ENTRIES = `mergeQueue(branch: "main") { entries(first: 5) { nodes { position state headCommit { oid }
  baseCommit { oid } enqueuer { login } pullRequest { number } } } }`;

async function entries(stage: Stage): Promise<readonly unknown[]> {
  const { repository, errors } = await repositoryOf(stage, ENTRIES);
  assert.deepEqual(errors, []);
  return listAt(repository, "mergeQueue", "entries", "nodes");
}

const stateOf = async (stage: Stage, number: number) => {
  const pull = await pullOf(stage, number);
  return at(pull, "merged") === true ? "merged" : at(pull, "state");
};

function keysOf(value: unknown): string[] {
  return typeof value === "object" && value !== null ? Object.keys(value).sort() : [];
}

export const mergeQueues: readonly Fact[] = [
  {
    id: "checks/merge-queue",
    says: "A merge queue expects required checks on the merge group's commit (`merge_group`, `checks_requested`); one that never reports there holds the entry until its time-out, then drops it.",
    source: QUEUES,
    takes: QUEUE,
    world: { app: APP },
    scratch: SCRATCH,
    seen: async (stage) => {
      const made = await enqueue(stage, 1);
      const base = await tipOf(stage, "main");
      const branch = `gh-readonly-queue/main/pr-1-${base}`;
      assert.equal(at(made, "head_ref"), `refs/heads/${branch}`);
      assert.equal(await tipOf(stage, branch), at(made, "head_sha"));
      const group = await found(stage, "GET /repos/{owner}/{repo}/commits/{ref}", { ref: branch });
      assert.deepEqual(
        listAt(group, "parents").map((one) => at(one, "sha")),
        [base, await tipOf(stage, "feat/b")],
      );
      const deliveries = await stage.deliveries();
      assert.deepEqual(
        deliveries.map(({ name }) => name),
        ["pull_request.enqueued", "create", "push", "check_suite.requested", "merge_group.checks_requested"],
      );
      const body = deliveries.at(-1)?.body;
      assert.notEqual(at(body, "installation"), undefined);
      const merge_group = at(body, "merge_group");
      assert.deepEqual(
        ["head_sha", "head_ref", "base_sha", "base_ref"].map((key) => at(merge_group, key)),
        [at(made, "head_sha"), at(made, "head_ref"), base, "refs/heads/main"],
      );
      assert.equal(at(merge_group, "head_commit", "id"), at(made, "head_sha"));
      const examples = webhooks as unknown as readonly { name: string; examples: readonly object[] }[];
      const real = examples.find(({ name }) => name === "merge_group")?.examples[0];
      assert.deepEqual(keysOf(merge_group), keysOf(at(real, "merge_group")));
      assert.equal(await stateOf(stage, 1), "open");
      return "checks_requested on a branch of its own";
    },
  },
  {
    id: "checks/merge-queue-green",
    says: "Another check leaves the entry waiting; the required one, green, merges it with the group's own commit.",
    source: QUEUES,
    takes: QUEUE,
    world: { app: APP },
    scratch: SCRATCH,
    seen: async (stage) => {
      const made = await enqueue(stage, 1);
      await stage.act("complete-check", { sha: at(made, "head_sha"), name: "something else" });
      assert.equal(await stateOf(stage, 1), "open");
      await stage.deliveries();
      await check(stage, at(made, "head_sha"));
      const pull = await pullOf(stage, 1);
      assert.deepEqual([at(pull, "merged"), at(pull, "merge_commit_sha")], [true, at(made, "head_sha")]);
      assert.equal(at(pull, "merged_by", "login"), "github-merge-queue[bot]");
      assert.equal(await tipOf(stage, "main"), at(made, "head_sha"));
      assert.equal(await tipOf(stage, String(at(made, "head_ref")).slice("refs/heads/".length)), null);
      const names = (await stage.deliveries()).map(({ name }) => name);
      assert.deepEqual(names, [
        "check_run.created",
        "check_run.completed",
        "check_suite.completed",
        "push",
        "check_suite.requested",
        "pull_request.closed",
        "merge_group.destroyed",
        "delete",
        "push",
      ]);
      return "merged as the group's commit";
    },
  },
  {
    id: "checks/merge-queue-red",
    says: "A red one drops the entry, and what is behind it is built again without it (`destroyed`: `dequeued`, `invalidated`).",
    source: QUEUES,
    takes: QUEUE,
    world: { app: APP },
    scratch: SCRATCH,
    seen: async (stage) => {
      const [first, second] = [await enqueue(stage, 1), await enqueue(stage, 2)];
      assert.equal(at(second, "base_sha"), at(first, "head_sha"));
      await check(stage, at(second, "head_sha"));
      assert.equal(await stateOf(stage, 2), "open", "it waits for the one before it");
      await check(stage, at(first, "head_sha"), "failure");
      assert.equal(await stateOf(stage, 1), "open");
      const [entry] = await entries(stage);
      assert.deepEqual(
        [at(entry, "pullRequest", "number"), at(entry, "baseCommit", "oid")],
        [2, at(first, "base_sha")],
      );
      assert.notEqual(at(entry, "headCommit", "oid"), at(second, "head_sha"));
      const ends = (await stage.deliveries()).filter(({ name }) => name === "merge_group.destroyed");
      assert.deepEqual(
        ends.map(({ body }) => at(body, "reason")),
        ["dequeued", "invalidated"],
      );
      await check(stage, at(entry, "headCommit", "oid"));
      const pull = await pullOf(stage, 2);
      assert.deepEqual([at(pull, "merged"), at(pull, "merge_commit_sha")], [true, at(entry, "headCommit", "oid")]);
      return "dequeued, invalidated, then merged";
    },
  },
  {
    id: "checks/merge-queue-left",
    says: "Closing a pull request or pushing to it takes it out of the queue; pushing to the base builds the group again.",
    source: QUEUES,
    takes: QUEUE,
    world: { app: APP },
    scratch: SCRATCH,
    seen: async (stage) => {
      const made = await enqueue(stage, 1);
      await stage.act("push", { branch: "main", commits: [{ message: "hotfix" }] });
      const [rebuilt] = await entries(stage);
      assert.equal(at(rebuilt, "baseCommit", "oid"), await tipOf(stage, "main"));
      assert.notEqual(at(rebuilt, "headCommit", "oid"), at(made, "head_sha"));
      await stage.act("push", { branch: "feat/b", commits: [{ message: "more" }] });
      assert.deepEqual(await entries(stage), []);
      await enqueue(stage, 2);
      await stage.act("close-pull", { number: 2 });
      assert.deepEqual(await entries(stage), []);
      const route = "GET /repos/{owner}/{repo}/git/matching-refs/{ref}";
      assert.deepEqual(await found(stage, route, { ref: "heads/gh-readonly-queue/" }), []);
      return "out, and no branch left";
    },
  },
  {
    id: "checks/merge-queue-entries",
    says: "GraphQL shows the entries with `merge_queues: read`; a branch without a queue has none.",
    source: QUEUES,
    takes: QUEUE,
    world: { app: APP },
    scratch: SCRATCH,
    seen: async (stage) => {
      const first = await enqueue(stage, 1);
      await enqueue(stage, 2);
      const nodes = await entries(stage);
      assert.deepEqual(nodes[0], {
        position: 1,
        state: "AWAITING_CHECKS",
        headCommit: { oid: at(first, "head_sha") },
        baseCommit: { oid: at(first, "base_sha") },
        enqueuer: { login: "bo" },
        pullRequest: { number: 1 },
      });
      assert.deepEqual([at(nodes[1], "position"), at(nodes[1], "pullRequest", "number")], [2, 2]);
      const { repository } = await repositoryOf(stage, 'mergeQueue(branch: "develop") { id }');
      assert.deepEqual(repository, { mergeQueue: null });
      return "two entries";
    },
  },
  {
    id: "checks/merge-queue-hidden",
    says: "Without `merge_queues: read` the queue is FORBIDDEN and no `merge_group` is sent; the branch's rules still name it.",
    source: `${QUEUES}; REST: Get rules for a branch`,
    takes: `${QUEUE}, and an App that may not read it`,
    world: { app: { permissions: PERMISSIONS, events: EVENTS } },
    scratch: SCRATCH,
    seen: async (stage) => {
      const { errors, repository } = await repositoryOf(stage, ENTRIES);
      assert.deepEqual([at(repository, "mergeQueue"), errors.length, errors[0]?.type], [null, 1, "FORBIDDEN"]);
      assert.deepEqual(errors[0]?.path, ["repository", "mergeQueue"]);
      const rules = async (branch: string) =>
        listAt(await found(stage, "GET /repos/{owner}/{repo}/rules/branches/{branch}", { branch }));
      const types = (await rules("main")).map((rule) => at(rule, "type"));
      assert.deepEqual(types, ["merge_queue", "required_status_checks"]);
      assert.deepEqual(await rules("feat/b"), []);
      await enqueue(stage, 1);
      const names = (await stage.deliveries()).map(({ name }) => name);
      assert.ok(names.includes("pull_request.enqueued") && !names.includes("merge_group.checks_requested"));
      return "FORBIDDEN, and rules";
    },
  },
];

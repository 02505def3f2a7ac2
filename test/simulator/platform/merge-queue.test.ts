import webhooks from "@octokit/webhooks-examples";
import { expect, test } from "vitest";
import { worldOf } from "../../../src/simulator/index.ts";
import { parseWorld } from "../../../src/simulator/world/parse.ts";
import { octokitWith } from "./octokit.ts";
import { queueWorld } from "./queue-world.ts";

// docs.github.com: "Managing a merge queue", "Webhook events and payloads: merge_group", Repository.mergeQueue in the schema.
const QUEUES = { repo: { merge_queues: [{ branch: "main", checks: ["Detoil / release"] }] } };
const green = (sha: unknown, conclusion = "success") => ({ sha, name: "Detoil / release", app: "detoil", conclusion });

function keysOf(value: object | undefined): string[] {
  return Object.keys(value ?? {}).sort();
}

test("an enqueued pull request gets a merge group with a branch of its own, and the App is asked for checks", async () => {
  const { simulator, received, names, act, repo } = queueWorld(QUEUES);
  const made = act("enqueue-pull", { number: 1 });
  await simulator.idle();
  const base = repo().branches.get("main");
  expect(made).toMatchObject({ number: 1, base_sha: base, head_ref: `refs/heads/gh-readonly-queue/main/pr-1-${base}` });
  expect(repo().branches.get(`gh-readonly-queue/main/pr-1-${base}`)).toBe(made.head_sha);
  expect(repo().commits.get(String(made.head_sha))?.parents).toEqual([base, repo().pulls.get(1)?.head_sha]);
  expect(names()).toEqual([
    "pull_request.enqueued",
    "create",
    "push",
    "check_suite.requested",
    "merge_group.checks_requested",
  ]);
  const { merge_group, installation } = received.at(-1)?.body ?? {};
  expect(merge_group).toMatchObject({
    head_sha: made.head_sha,
    head_ref: made.head_ref,
    base_sha: base,
    base_ref: "refs/heads/main",
    head_commit: { id: made.head_sha },
  });
  expect(installation).toBeDefined();
  const examples = webhooks as unknown as readonly { name: string; examples: readonly object[] }[];
  const real = examples.find(({ name }) => name === "merge_group")?.examples[0] as { merge_group: object } | undefined;
  expect(keysOf(merge_group as object)).toEqual(keysOf(real?.merge_group));
});

test("the required check holds the entry; green merges it with the group's own commit", async () => {
  const { simulator, names, act, repo } = queueWorld(QUEUES);
  const { head_sha, head_ref } = act("enqueue-pull", { number: 1 });
  expect(repo().pulls.get(1)?.state).toBe("open");
  act("complete-check", { sha: head_sha, name: "something else" });
  expect(repo().pulls.get(1)?.state).toBe("open");
  await simulator.idle();
  const before = names().length;
  act("complete-check", green(head_sha));
  await simulator.idle();
  expect(repo().pulls.get(1)).toMatchObject({
    state: "merged",
    merge_commit_sha: head_sha,
    merged_by: "github-merge-queue[bot]",
  });
  expect(repo().branches.get("main")).toBe(head_sha);
  expect(repo().branches.has(String(head_ref).slice("refs/heads/".length))).toBe(false);
  expect(names().slice(before)).toEqual([
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
});

test("a red one drops the entry, and what is behind it is built again without it", async () => {
  const { simulator, received, act, repo } = queueWorld(QUEUES);
  const first = act("enqueue-pull", { number: 1 });
  const second = act("enqueue-pull", { number: 2 });
  expect(second.base_sha).toBe(first.head_sha);
  act("complete-check", green(second.head_sha));
  expect(repo().pulls.get(2)?.state, "it waits for the one before it").toBe("open");
  act("complete-check", green(first.head_sha, "failure"));
  await simulator.idle();
  const [entry] = repo().merge_queues.get("main")?.entries ?? [];
  expect([repo().pulls.get(1)?.state, entry?.pull, entry?.base_sha]).toEqual(["open", 2, first.base_sha]);
  expect(entry?.head_sha).not.toBe(second.head_sha);
  const ends = received.filter(({ name }) => name === "merge_group.destroyed").map(({ body }) => body.reason);
  expect(ends).toEqual(["dequeued", "invalidated"]);
  act("complete-check", green(entry?.head_sha));
  expect(repo().pulls.get(2)).toMatchObject({ state: "merged", merge_commit_sha: entry?.head_sha });
});

test("closing it or pushing to it takes it out; pushing to the base builds the group again", () => {
  const { act, repo } = queueWorld(QUEUES);
  const made = act("enqueue-pull", { number: 1 });
  act("push", { branch: "main", commits: [{ message: "hotfix" }] });
  const [rebuilt] = repo().merge_queues.get("main")?.entries ?? [];
  expect(rebuilt?.base_sha).toBe(repo().branches.get("main"));
  expect(rebuilt?.head_sha).not.toBe(made.head_sha);
  act("push", { branch: "feat/b", commits: [{ message: "more" }] });
  expect(repo().merge_queues.get("main")?.entries).toEqual([]);
  act("enqueue-pull", { number: 2 });
  act("close-pull", { number: 2 });
  expect(repo().merge_queues.get("main")?.entries).toEqual([]);
  expect([...repo().branches.keys()].filter((name) => name.startsWith("gh-readonly-queue/"))).toEqual([]);
});

test("where the world names no checks, the App's own on the pull request are what an entry waits for", () => {
  const { act, repo } = queueWorld();
  act("complete-check", green("feat/b"));
  act("complete-check", { sha: "feat/b", name: "ci", app: "ci" });
  const { head_sha } = act("enqueue-pull", { number: 1 });
  expect(repo().pulls.get(1)?.state).toBe("open");
  act("complete-check", green(head_sha));
  expect(repo().pulls.get(1)?.state).toBe("merged");
});

test("GraphQL shows the queue with merge_queues: read, and is forbidden without; the rules of the branch are for everybody", async () => {
  const query = `query q { repository(owner: "acme", name: "shop") {
    mergeQueue(branch: "main") { entries(first: 5) { nodes { position state headCommit { oid } baseCommit { oid }
      enqueuer { login } pullRequest { number } } } } none: mergeQueue(branch: "develop") { id } } }`;
  const { simulator, act } = queueWorld(QUEUES);
  const first = act("enqueue-pull", { number: 1 });
  act("enqueue-pull", { number: 2 });
  const octokit = octokitWith(simulator, simulator.installationToken());
  const { repository } = await octokit.graphql<{ repository: { mergeQueue: { entries: { nodes: object[] } } } }>(query);
  expect(repository.mergeQueue.entries.nodes[0]).toEqual({
    position: 1,
    state: "AWAITING_CHECKS",
    headCommit: { oid: first.head_sha },
    baseCommit: { oid: first.base_sha },
    enqueuer: { login: "alice" },
    pullRequest: { number: 1 },
  });
  expect(repository.mergeQueue.entries.nodes[1]).toMatchObject({ position: 2, pullRequest: { number: 2 } });
  expect(repository).toMatchObject({ none: null });

  const without = queueWorld({ ...QUEUES, without: "merge_queues" });
  const other = octokitWith(without.simulator, without.simulator.installationToken());
  await expect(other.graphql(query)).rejects.toMatchObject({
    errors: [expect.objectContaining({ type: "FORBIDDEN", path: ["repository", "mergeQueue"] }), expect.anything()],
  });
  const rules = await other.rest.repos.getBranchRules({ owner: "acme", repo: "shop", branch: "main" });
  expect(rules.data.map(({ type }) => type)).toEqual(["merge_queue", "required_status_checks"]);
  const none = await other.rest.repos.getBranchRules({ owner: "acme", repo: "shop", branch: "feat/b" });
  expect(none.data).toEqual([]);
  without.act("enqueue-pull", { number: 1 });
  await without.simulator.idle();
  expect(without.names()).not.toContain("merge_group.checks_requested");
  expect(simulator.unexpected).toEqual([]);
});

test("a queue with its entries is written and read back as it was", () => {
  const { simulator, act } = queueWorld(QUEUES);
  act("enqueue-pull", { number: 1 });
  const world = worldOf(simulator.state);
  expect(worldOf(parseWorld(JSON.parse(JSON.stringify(world)), "again"))).toEqual(world);
});

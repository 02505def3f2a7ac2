import type { SimSubject } from "../events.ts";
import { conflicts } from "../git/changes.ts";
import { Refused } from "../refused.ts";
import type { Sha, SimMergeQueue, SimPull, SimQueueEntry, SimRepo } from "../state.ts";
import { type Acting, pullOf, tell } from "./acting.ts";
import { deleteMergedHead } from "./delete-merged-head.ts";
import { landed, markMerged } from "./merge-pull.ts";
import { ensureUser } from "./people.ts";
import { deleteBranch, moveBranch } from "./push.ts";

/** The login that merges the entries of a queue. */
const QUEUE = "github-merge-queue[bot]";

/** "Merge when ready" into a branch with a merge queue; if the world has none for it, one is created. */
export function enqueuePull(
  acting: Acting,
  repo: SimRepo,
  number: number,
  how: { readonly checks?: readonly string[]; readonly merge_method?: SimMergeQueue["merge_method"] },
): SimQueueEntry {
  const pull = pullOf(repo, number);
  const queue = queueOf(repo, pull.base);
  if (how.merge_method !== undefined) queue.merge_method = how.merge_method;
  if (pull.state !== "open" || pull.draft || pull.mergeable === "CONFLICTING") {
    throw new Refused(422, "Pull request is not mergeable");
  }
  if (queue.entries.some((entry) => entry.pull === number)) {
    throw new Refused(422, "Pull request is already in the queue");
  }
  const checks = how.checks ?? queue.checks ?? ownChecks(acting, repo, pull.head_sha);
  const entry = build(acting, repo, queue, pull, { checks: [...checks], enqueuer: acting.login });
  queue.entries.push(entry);
  tell(acting, repo, "pull_request", "enqueued", { number });
  announceGroup(acting, repo, entry);
  return entry;
}

/** Removes a pull request from its queue; 422 if it is in none. */
export function dequeuePull(acting: Acting, repo: SimRepo, number: number): void {
  const queue = [...repo.merge_queues.values()].find(({ entries }) => entries.some(({ pull }) => pull === number));
  const entry = queue?.entries.find(({ pull }) => pull === number);
  if (queue === undefined || entry === undefined) throw new Refused(422, "Pull request is not in the queue");
  drop(acting, repo, queue, entry);
  rebuild(acting, repo, queue);
}

/**
 * Advances the queues after every action and every write: entries whose required checks are green are merged, in order; an
 * entry that failed, was closed or got another head leaves, and the entries after it are rebuilt.
 */
export function settleQueues(acting: Acting, repo: SimRepo): void {
  for (const queue of repo.merge_queues.values()) {
    while (queue.entries.length > 0 && settleFirst(acting, repo, queue)) rebuild(acting, repo, queue);
  }
}

function settleFirst(acting: Acting, repo: SimRepo, queue: SimMergeQueue): boolean {
  const gone = queue.entries.find((entry) => !isStill(repo, entry));
  if (gone !== undefined) {
    drop(acting, repo, queue, gone);
    return true;
  }
  const first = queue.entries[0];
  if (first === undefined) return false;
  if (first.base_sha !== repo.branches.get(queue.branch)) return true; // somebody pushed to the base
  const states = first.checks.map((name) => stateOf(repo, first.head_sha, name));
  if (states.includes("red")) {
    drop(acting, repo, queue, first);
    return true;
  }
  if (states.includes("waiting")) return false;
  merge(acting, repo, queue, first);
  return true;
}

function isStill(repo: SimRepo, entry: SimQueueEntry): boolean {
  const pull = repo.pulls.get(entry.pull);
  return pull?.state === "open" && pull.head_sha === entry.pull_sha;
}

function merge(acting: Acting, repo: SimRepo, queue: SimMergeQueue, entry: SimQueueEntry): void {
  ensureUser(acting.state, QUEUE);
  const bot: Acting = { ...acting, login: QUEUE };
  const pull = pullOf(repo, entry.pull);
  queue.entries = queue.entries.filter((one) => one !== entry);
  markMerged(bot, pull, { method: queue.merge_method, sha: entry.head_sha, base: entry.base_sha });
  moveBranch(bot, repo, queue.branch, entry.head_sha);
  tell(bot, repo, "pull_request", "closed", { number: pull.number });
  end(bot, repo, entry, "merged");
  deleteMergedHead(bot, repo, pull);
}

function drop(acting: Acting, repo: SimRepo, queue: SimMergeQueue, entry: SimQueueEntry): void {
  queue.entries = queue.entries.filter((one) => one !== entry);
  tell(acting, repo, "pull_request", "dequeued", { number: entry.pull });
  end(acting, repo, entry, "dequeued");
}

/** Groups that are no longer based on the entry before them are rebuilt. */
function rebuild(acting: Acting, repo: SimRepo, queue: SimMergeQueue): void {
  const before = queue.entries;
  queue.entries = [];
  for (const entry of before) {
    const pull = repo.pulls.get(entry.pull);
    if (entry.base_sha === tipOf(repo, queue)) {
      queue.entries.push(entry);
      continue;
    }
    end(acting, repo, entry, "invalidated");
    if (pull === undefined || !isStill(repo, entry) || conflicts(repo, tipOf(repo, queue), pull.head_sha).length > 0) {
      tell(acting, repo, "pull_request", "dequeued", { number: entry.pull });
      continue;
    }
    const rebuilt = build(acting, repo, queue, pull, entry);
    queue.entries.push(rebuilt);
    announceGroup(acting, repo, rebuilt);
  }
}

function end(acting: Acting, repo: SimRepo, entry: SimQueueEntry, reason: "merged" | "invalidated" | "dequeued"): void {
  tell(acting, repo, "merge_group", "destroyed", { ...groupOf(repo, entry), reason });
  if (repo.branches.has(entry.head_ref)) deleteBranch(acting, repo, entry.head_ref);
}

/** The group's branch is pushed like any other branch; then the checks are requested. */
function announceGroup(acting: Acting, repo: SimRepo, entry: SimQueueEntry): void {
  ensureUser(acting.state, QUEUE);
  moveBranch({ ...acting, login: QUEUE }, repo, entry.head_ref, entry.head_sha);
  tell(acting, repo, "merge_group", "checks_requested", groupOf(repo, entry));
}

function groupOf(repo: SimRepo, entry: SimQueueEntry): SimSubject {
  const { head_sha, head_ref, base_sha, pull } = entry;
  const base = repo.pulls.get(pull)?.base ?? repo.default_branch;
  return { head_sha, ref: `refs/heads/${head_ref}`, before: base_sha, base_ref: `refs/heads/${base}` };
}

function build(
  acting: Acting,
  repo: SimRepo,
  queue: SimMergeQueue,
  pull: SimPull,
  { checks, enqueuer }: Pick<SimQueueEntry, "checks" | "enqueuer">,
): SimQueueEntry {
  const base_sha = tipOf(repo, queue);
  const merging = { base: base_sha, head: pull.head_sha, author: QUEUE, at: acting.state.now };
  const head_ref = `gh-readonly-queue/${queue.branch}/pr-${pull.number}-${base_sha}`;
  return {
    pull: pull.number,
    pull_sha: pull.head_sha,
    checks,
    enqueuer,
    enqueued_at: acting.state.now,
    base_sha,
    head_sha: landed(repo, pull, queue.merge_method, merging, {}),
    head_ref,
  };
}

function tipOf(repo: SimRepo, queue: SimMergeQueue): Sha {
  const tip = queue.entries.at(-1)?.head_sha ?? repo.branches.get(queue.branch);
  if (tip === undefined) throw new Refused(422, "Base branch does not exist");
  return tip;
}

function queueOf(repo: SimRepo, branch: string): SimMergeQueue {
  const known = repo.merge_queues.get(branch);
  if (known !== undefined) return known;
  const made: SimMergeQueue = { branch, checks: null, merge_method: "merge", entries: [] };
  repo.merge_queues.set(branch, made);
  return made;
}

function ownChecks({ state }: Acting, repo: SimRepo, sha: Sha): string[] {
  const own = [...repo.check_runs.values()].filter((run) => run.sha === sha && run.app === state.app.slug);
  return [...new Set(own.map((run) => run.name))];
}

const GREEN = new Set(["success", "neutral", "skipped"]);

/** The newest run or status of that name decides. */
function stateOf(repo: SimRepo, sha: Sha, name: string): "green" | "red" | "waiting" {
  const run = [...repo.check_runs.values()].findLast((one) => one.sha === sha && one.name === name);
  const status = repo.statuses.findLast((one) => one.sha === sha && one.context === name);
  const state = run === undefined ? status?.state : run.status === "completed" ? run.conclusion : "pending";
  if (state === undefined || state === null || state === "pending") return "waiting";
  return GREEN.has(state) ? "green" : "red";
}

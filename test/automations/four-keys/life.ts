import { Refused } from "../../../simulator/refused.ts";
import type { TestWorld } from "../world.ts";

/** Something that happens in a repository; `pick` chooses what it happens to. Throws where GitHub refuses it. */
type Step = (world: TestWorld, pick: number) => unknown;

function one<Item>(items: Iterable<Item>, pick: number): Item | undefined {
  const all = [...items];
  return all[pick % all.length];
}

const pull = (world: TestWorld, pick: number) => one(world.repo.pulls.keys(), pick) ?? 999;
const issue = (world: TestWorld, pick: number) => one(world.repo.issues.keys(), pick) ?? 999;
const run = (world: TestWorld, pick: number) => one(world.repo.workflow_runs.keys(), pick) ?? 999;
const LABELS = ["hotfix", "incident", "sev4"];
const label = (pick: number) => LABELS[pick % LABELS.length];

const STEPS: Readonly<Record<string, Step>> = {
  open(world, pick) {
    const head = `feat-${world.repo.branches.size}`;
    const commits = [{ message: "One" }, { message: "Two", files: { [head]: `${pick}` } }];
    world.act("alice", "push", { branch: head, commits });
    const [first] = world.repo.pulls.keys();
    const body = pick % 3 === 0 && first !== undefined ? `Reverts #${first}` : "";
    world.act("alice", "open-pull", { title: "Feature", body, base: "main", head, draft: pick % 4 === 0 });
  },
  ready: (world, pick) => world.act("alice", "edit-pull", { number: pull(world, pick), draft: pick % 3 === 0 }),
  review: (world, pick) =>
    world.act(pick % 2 === 0 ? "bo" : "reviewer[bot]", "review", {
      number: pull(world, pick),
      state: pick % 3 === 0 ? "APPROVED" : "CHANGES_REQUESTED",
      body: "See here",
    }),
  merge(world, pick) {
    const merge_method = ["merge", "squash", "rebase"][pick % 3];
    const open = [...world.repo.pulls.values()].filter(({ state }) => state === "open");
    world.act("bo", "merge-pull", { number: one(open, pick)?.number ?? 999, merge_method });
  },
  retell: (world, pick) =>
    world.act("bo", "edit-pull", { number: pull(world, pick), body: `Fixes-deploy: #${pull(world, pick + 1)}` }),
  label: (world, pick) => world.act("bo", "label", { number: pull(world, pick), label: label(pick) }),
  unlabel: (world, pick) => world.act("bo", "unlabel", { number: pull(world, pick), label: label(pick) }),
  deploy: (world, pick) =>
    world.act("bo", "create-deployment", { ref: "main", environment: pick % 3 === 0 ? "staging" : "production" }),
  status(world, pick) {
    const state = ["success", "in_progress", "success", "inactive", "failure"][pick % 5];
    world.act("bo", "deployment-status", { id: one(world.repo.deployments.keys(), pick >> 2) ?? 999, state });
  },
  release: (world, pick) =>
    world.act("bo", "publish-release", { tag: `v${pick}`, draft: pick % 3 === 0, prerelease: pick % 5 === 0 }),
  rerelease: (world, pick) =>
    world.act("bo", "edit-release", {
      id: one(world.repo.releases, pick)?.id ?? 999,
      draft: pick % 4 === 0,
      prerelease: pick % 3 === 0,
    }),
  unrelease: (world, pick) => world.act("bo", "delete-release", { id: one(world.repo.releases, pick)?.id ?? 999 }),
  tag: (world, pick) => world.act("bo", "create-tag", { tag: `v${pick % 8}`, sha: "main", annotated: pick % 2 === 0 }),
  untag: (world, pick) => world.act("bo", "delete-tag", { tag: one(world.repo.tags.keys(), pick) ?? "none" }),
  run: (world, pick) =>
    world.act("bo", "run-workflow", {
      ...{ workflow: ["deploy.yml", "deploy-eu.yml", "ci.yml"][pick % 3], branch: "main" },
      ...{ event: pick % 5 === 0 ? "pull_request" : "push" },
      conclusion: ["success", "success", "failure", null][pick % 4],
    }),
  rerun: (world, pick) => world.act("bo", "rerun-workflow", { id: run(world, pick) }),
  finish: (world, pick) =>
    world.act("bo", "complete-workflow", { id: run(world, pick), conclusion: pick % 3 === 0 ? "failure" : "success" }),
  report: (world, pick) =>
    world.act("alice", "open-issue", { title: "It broke", body: `Deployment: v${pick}`, labels: [label(pick)] }),
  relabel: (world, pick) => world.act("bo", "label", { number: issue(world, pick), label: label(pick) }),
  calm: (world, pick) => world.act("bo", "unlabel", { number: issue(world, pick), label: label(pick) }),
  resolve: (world, pick) => world.act("bo", "close-issue", { number: issue(world, pick) }),
  reopen: (world, pick) => world.act("bo", "reopen-issue", { number: issue(world, pick) }),
  erase: (world, pick) => world.act("bo", "delete-issue", { number: issue(world, pick) }),
};

/** Some happen more often than others, so that there is something to merge, deploy and report. */
export const stepNames = [...Object.keys(STEPS), "open", "open", "merge", "merge", "deploy", "status", "status", "tag"];

/** Whether GitHub let it happen. A minute passes. */
export function happens(world: TestWorld, name: string, pick: number): boolean {
  world.setNow(new Date(world.now().getTime() + 60_000).toISOString().replace(".000Z", "Z"));
  try {
    STEPS[name]?.(world, pick);
    return true;
  } catch (error) {
    if (error instanceof Error && error.cause instanceof Refused) return false;
    throw error;
  }
}

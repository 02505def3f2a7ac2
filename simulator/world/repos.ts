import type { SimRepo } from "../state.ts";
import { readBranchRule } from "./branch-rules.ts";
import { readCheckRuns, readStatuses } from "./check-runs.ts";
import { readCheckSuites } from "./check-suites.ts";
import { firstCommit, readCommits, readTags } from "./commits.ts";
import { readDeployments, readReleases, readWorkflowRuns } from "./deployments.ts";
import { readIssues } from "./issues.ts";
import { readLabels } from "./labels.ts";
import { readMergeQueues } from "./merge-queues.ts";
import { readMilestones } from "./milestones.ts";
import { readPulls } from "./pulls.ts";
import type { Reading } from "./reading.ts";
import type { RepoInput } from "./shape.ts";

/** Reads a repository with all that is in it. */
export function readRepo(reading: Reading, input: RepoInput): SimRepo {
  if (reading.state.repos.has(input.name)) reading.at("name").fail(`a second repository ${input.name}`);
  const repo = emptyRepo(reading, input);
  readCommits(reading.at("commits"), repo, input.commits ?? []);
  readBranches(reading.at("branches"), repo, input);
  repo.pushed_at = input.pushed_at ?? lastCommitted(repo) ?? repo.pushed_at;
  readTags(reading.at("tags"), repo, input.tags ?? []);
  readLabels(reading.at("labels"), repo, input.labels ?? []);
  readMilestones(reading.at("milestones"), repo, input.milestones ?? []);
  readPulls(reading.at("pulls"), repo, input.pulls ?? []);
  readIssues(reading.at("issues"), repo, input.issues ?? []);
  readDeployments(reading.at("deployments"), repo, input.deployments ?? []);
  readWorkflowRuns(reading.at("workflow_runs"), repo, input.workflow_runs ?? []);
  readCheckRuns(reading.at("check_runs"), repo, input.check_runs ?? []);
  readCheckSuites(reading.at("check_suites"), repo, input.check_suites ?? []);
  readMergeQueues(reading.at("merge_queues"), repo, input.merge_queues ?? []);
  readStatuses(reading.at("statuses"), repo, input.statuses ?? []);
  readReleases(reading.at("releases"), repo, input.releases ?? []);
  return repo;
}

function emptyRepo(reading: Reading, input: RepoInput): SimRepo {
  return {
    id: reading.id(input.id),
    name: input.name,
    formerNames: input.former_names ?? [],
    default_branch: input.default_branch ?? usualBranch(input),
    private: input.private ?? true,
    fork: input.fork ?? false,
    pushed_at: input.pushed_at ?? reading.state.now,
    has_issues: input.has_issues ?? true,
    allow_merge_commit: input.allow_merge_commit ?? true,
    allow_squash_merge: input.allow_squash_merge ?? true,
    allow_rebase_merge: input.allow_rebase_merge ?? true,
    delete_branch_on_merge: input.delete_branch_on_merge ?? false,
    archived: input.archived ?? false,
    permission: new Map(Object.entries(input.permission ?? {}).map(([login, role]) => [reading.person(login), role])),
    files: new Map(Object.entries(input.files ?? {})),
    commits: new Map(),
    branches: new Map(),
    tags: new Map(),
    labels: new Map(),
    milestones: new Map(),
    last_milestone: input.last_milestone ?? 0,
    pulls: new Map(),
    issues: new Map(),
    deployments: new Map(),
    workflow_runs: new Map(),
    check_runs: new Map(),
    check_suites: new Map(),
    auto_trigger_checks: new Map(input.auto_trigger_checks?.map(({ app_id, setting }) => [app_id, setting])),
    merge_queues: new Map(),
    branch_rules: (input.branch_rules ?? []).map(readBranchRule),
    statuses: [],
    releases: [],
    created: new Map(),
  };
}

function usualBranch(input: RepoInput): string {
  const names = Object.keys(input.branches ?? {});
  return ["main", "master"].find((name) => names.includes(name)) ?? names[0] ?? "main";
}

/** Without any branch in the file, the default branch is at its last commit, or at a first commit that is made. */
function readBranches(reading: Reading, repo: SimRepo, input: RepoInput): void {
  for (const [name, sha] of Object.entries(input.branches ?? {})) {
    repo.branches.set(name, reading.at(name).commit(sha, repo.commits));
  }
  if (input.branches !== undefined) return;
  repo.branches.set(repo.default_branch, [...repo.commits.keys()].at(-1) ?? firstCommit(reading, repo));
}

/** Nobody pushes long after they commit. */
function lastCommitted({ commits }: SimRepo): string | null {
  let latest: string | null = null;
  for (const { committed_at } of commits.values()) if (latest === null || committed_at > latest) latest = committed_at;
  return latest;
}

import type { SimRepo, SimState } from "../state.ts";
import { writeCheckRun } from "./check-runs.ts";
import { writeCommit } from "./commits.ts";
import { writeDeployment } from "./deployments.ts";
import { writeInstallation } from "./installations.ts";
import { writeIssue } from "./issues.ts";
import { writeMergeQueue } from "./merge-queues.ts";
import { writeProject } from "./organization.ts";
import { writePull } from "./pulls.ts";
import type { World } from "./shape.ts";
import { writeUsers } from "./users.ts";

/** The state as a world file, with every field written out: `parseWorld` of it gives the same state again. */
export function worldOf(state: SimState): World {
  return {
    now: state.now,
    app: { ...state.app, permissions: { ...state.app.permissions }, events: [...state.app.events] },
    ghes: state.ghes,
    next_id: state.nextId,
    users: writeUsers(state.users.values()),
    teams: state.teams.map((team) => ({ ...team, members: [...team.members] })),
    projects: state.projects.map(writeProject),
    installations: [...state.installations.values()].map((one) => writeInstallation(state, one)),
    repos: [...state.repos.values()].map(writeRepo),
  };
}

function writeRepo(repo: SimRepo): NonNullable<World["repos"]>[number] {
  return {
    id: repo.id,
    name: repo.name,
    former_names: [...repo.formerNames],
    default_branch: repo.default_branch,
    private: repo.private,
    fork: repo.fork,
    pushed_at: repo.pushed_at,
    archived: repo.archived,
    has_issues: repo.has_issues,
    allow_merge_commit: repo.allow_merge_commit,
    allow_squash_merge: repo.allow_squash_merge,
    allow_rebase_merge: repo.allow_rebase_merge,
    delete_branch_on_merge: repo.delete_branch_on_merge,
    permission: Object.fromEntries(repo.permission),
    files: Object.fromEntries(repo.files),
    commits: [...repo.commits.values()].map(writeCommit),
    branches: Object.fromEntries(repo.branches),
    tags: [...repo.tags.values()].map((tag) => ({ ...tag })),
    labels: [...repo.labels.values()].map((label) => ({ ...label })),
    milestones: [...repo.milestones.values()].map((milestone) => ({ ...milestone })),
    last_milestone: repo.last_milestone,
    pulls: [...repo.pulls.values()].map(writePull),
    issues: [...repo.issues.values()].map(writeIssue),
    deployments: [...repo.deployments.values()].map(writeDeployment),
    workflow_runs: [...repo.workflow_runs.values()].map((run) => ({ ...run })),
    check_runs: [...repo.check_runs.values()].map(writeCheckRun),
    check_suites: [...repo.check_suites.values()].map((suite) => ({ ...suite, rerequested: [...suite.rerequested] })),
    auto_trigger_checks: [...repo.auto_trigger_checks].map(([app_id, setting]) => ({ app_id, setting })),
    merge_queues: [...repo.merge_queues.values()].map(writeMergeQueue),
    branch_rules: structuredClone(repo.branch_rules),
    statuses: repo.statuses.map((status) => ({ ...status })) as never, // the state holds no other words than the file may
    releases: repo.releases.map((release) => ({ ...release })),
  };
}

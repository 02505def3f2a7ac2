import { z } from "zod";
import { branchRuleShape } from "./branch-rules.ts";
import { checkRunShape, statusShape } from "./check-runs.ts";
import { checkSuiteShape } from "./check-suites.ts";
import { commitShape, tagShape } from "./commits.ts";
import { deploymentShape, releaseShape, workflowRunShape } from "./deployments.ts";
import { access, id, login, repoName, sha, time } from "./fields.ts";
import { issueShape } from "./issues.ts";
import { labelShape } from "./labels.ts";
import { mergeQueueShape } from "./merge-queues.ts";
import { milestoneShape } from "./milestones.ts";
import { projectShape, teamShape } from "./organization.ts";
import { pullShape } from "./pull-shape.ts";
import { userShape } from "./users.ts";

const repoShape = z.strictObject({
  id: id.optional(),
  name: repoName,
  former_names: z.array(repoName).optional(),
  default_branch: z.string().min(1).optional(),
  private: z.boolean().optional(),
  fork: z.boolean().optional(),
  pushed_at: time.optional(),
  has_issues: z.boolean().optional(),
  allow_merge_commit: z.boolean().optional(),
  allow_squash_merge: z.boolean().optional(),
  allow_rebase_merge: z.boolean().optional(),
  delete_branch_on_merge: z.boolean().optional(),
  archived: z.boolean().optional(),
  permission: z.record(login, z.enum(["read", "triage", "write", "maintain", "admin"])).optional(),
  files: z.record(z.string().min(1), z.string()).optional(),
  commits: z.array(commitShape).optional(),
  branches: z.record(z.string().min(1), sha).optional(),
  tags: z.array(tagShape).optional(),
  labels: z.array(labelShape).optional(),
  milestones: z.array(milestoneShape).optional(),
  last_milestone: z.int().min(0).optional(),
  pulls: z.array(pullShape).optional(),
  issues: z.array(issueShape).optional(),
  deployments: z.array(deploymentShape).optional(),
  workflow_runs: z.array(workflowRunShape).optional(),
  check_runs: z.array(checkRunShape).optional(),
  check_suites: z.array(checkSuiteShape).optional(),
  auto_trigger_checks: z.array(z.strictObject({ app_id: id, setting: z.boolean() })).optional(),
  merge_queues: z.array(mergeQueueShape).optional(),
  branch_rules: z.array(branchRuleShape).optional(),
  statuses: z.array(statusShape).optional(),
  releases: z.array(releaseShape).optional(),
});

const installationShape = z.strictObject({
  id,
  account: login,
  suspended: z.boolean().optional(),
  permissions: z.record(z.string(), access).optional(),
  /** Absent: all of the account's. */
  repositories: z.array(repoName).nullable().optional(),
});

/** A whole world file (contract §5). `id`, `former_names`, `base_sha`, `next_id` and the like are there so that a written world is read back as it was. */
export const worldShape = z.strictObject({
  now: time.optional(),
  app: z
    .strictObject({
      slug: z
        .string()
        .regex(/^[a-z0-9-]+$/)
        .optional(),
      id: id.optional(),
      permissions: z.record(z.string(), access).optional(),
      events: z.array(z.string()).optional(),
    })
    .optional(),
  /** A GitHub Enterprise Server of that release instead of github.com. */
  ghes: z
    .string()
    .regex(/^3\.\d+$/)
    .nullable()
    .optional(),
  next_id: id.optional(),
  users: z.array(userShape).optional(),
  teams: z.array(teamShape).optional(),
  projects: z.array(projectShape).optional(),
  installations: z.array(installationShape).optional(),
  repos: z.array(repoShape).optional(),
});

export type RepoInput = z.output<typeof repoShape>;
export type WorldInput = z.output<typeof worldShape>;
/** What a world file may say. */
export type World = z.input<typeof worldShape>;

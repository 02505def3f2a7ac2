import { z } from "zod";
import type { SimDeployment, SimRepo } from "../state.ts";
import { DEPLOYMENT_STATES } from "../words.ts";
import { id, login, sha, time } from "./fields.ts";
import type { Reading } from "./reading.ts";

export const deploymentShape = z.strictObject({
  id: id.optional(),
  sha,
  ref: z.string().min(1).optional(),
  environment: z.string().min(1).optional(),
  creator: login.nullable().optional(),
  created_at: time.optional(),
  statuses: z
    .array(
      z.strictObject({
        id: id.optional(),
        state: z.enum(DEPLOYMENT_STATES),
        at: time.optional(),
      }),
    )
    .optional(),
});

export const workflowRunShape = z.strictObject({
  id: id.optional(),
  workflow: z.string().min(1).optional(),
  branch: z.string().min(1).optional(),
  head_repo: z.string().min(1).nullable().optional(),
  sha,
  event: z.string().min(1).optional(),
  status: z.enum(["queued", "in_progress", "completed"]).optional(),
  conclusion: z.string().nullable().optional(),
  earlier: z
    .array(z.strictObject({ started_at: time, completed_at: time.nullable(), conclusion: z.string().nullable() }))
    .optional(),
  created_at: time.optional(),
  started_at: time.optional(),
  completed_at: time.nullable().optional(),
});

export const releaseShape = z.strictObject({
  id: id.optional(),
  tag: z.string().min(1),
  name: z.string().nullable().optional(),
  body: z.string().nullable().optional(),
  draft: z.boolean().optional(),
  prerelease: z.boolean().optional(),
  published_at: time.nullable().optional(),
  updated_at: time.optional(),
});

export function readDeployments(
  reading: Reading,
  repo: SimRepo,
  inputs: readonly z.output<typeof deploymentShape>[],
): void {
  inputs.forEach((input, index) => {
    const here = reading.at(index);
    const id = reading.id(input.id);
    if (repo.deployments.has(id)) here.at("id").fail(`a second deployment ${id}`);
    repo.deployments.set(id, {
      id,
      sha: here.at("sha").commit(input.sha, repo.commits),
      ref: input.ref ?? repo.default_branch,
      environment: input.environment ?? "production",
      creator: reading.maybePerson(input.creator),
      created_at: reading.time(input.created_at),
      statuses: (input.statuses ?? []).map(({ id, state, at }) => ({
        id: reading.id(id),
        state,
        at: reading.time(at),
      })),
    });
  });
}

export function readWorkflowRuns(
  reading: Reading,
  repo: SimRepo,
  inputs: readonly z.output<typeof workflowRunShape>[],
): void {
  inputs.forEach((input, index) => {
    const here = reading.at(index);
    const id = reading.id(input.id);
    if (repo.workflow_runs.has(id)) here.at("id").fail(`a second workflow run ${id}`);
    const status = input.status ?? "completed";
    repo.workflow_runs.set(id, {
      id,
      workflow: input.workflow ?? "ci.yml",
      branch: input.branch ?? repo.default_branch,
      head_repo: input.head_repo ?? null,
      sha: here.at("sha").commit(input.sha, repo.commits),
      event: input.event ?? "push",
      status,
      conclusion: status === "completed" ? (input.conclusion ?? "success") : null,
      earlier: input.earlier ?? [],
      created_at: reading.time(input.created_at ?? input.earlier?.[0]?.started_at ?? input.started_at),
      started_at: reading.time(input.started_at),
      completed_at: status === "completed" ? reading.time(input.completed_at) : null,
    });
  });
}

export function readReleases(reading: Reading, repo: SimRepo, inputs: readonly z.output<typeof releaseShape>[]): void {
  repo.releases = inputs.map((input) => {
    const draft = input.draft ?? false;
    const published_at = draft ? null : reading.time(input.published_at);
    return {
      id: reading.id(input.id),
      tag: input.tag,
      name: input.name ?? null,
      body: input.body ?? null,
      draft,
      prerelease: input.prerelease ?? false,
      published_at,
      updated_at: input.updated_at ?? reading.time(published_at),
    };
  });
}

export function writeDeployment(deployment: SimDeployment): z.input<typeof deploymentShape> {
  return { ...deployment, statuses: deployment.statuses.map((status) => ({ ...status })) } as never; // the state holds no other words than the file may
}

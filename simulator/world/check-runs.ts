import { z } from "zod";
import type { SimCheckRun, SimRepo } from "../state.ts";
import { CONCLUSIONS, STATUS_STATES } from "../words.ts";
import { id, sha, time } from "./fields.ts";
import type { Reading } from "./reading.ts";

const annotationShape = z.strictObject({
  path: z.string(),
  start_line: z.int(),
  end_line: z.int(),
  start_column: z.int().nullable().default(null),
  end_column: z.int().nullable().default(null),
  annotation_level: z.enum(["notice", "warning", "failure"]),
  title: z.string().nullable().default(null),
  message: z.string(),
});

export const checkRunShape = z.strictObject({
  id: id.optional(),
  sha,
  name: z.string().min(1).optional(),
  app: z.string().min(1).optional(),
  status: z.enum(["queued", "in_progress", "completed"]).optional(),
  conclusion: z.enum(CONCLUSIONS).nullable().optional(),
  external_id: z.string().nullable().optional(),
  details_url: z.string().nullable().optional(),
  started_at: time.optional(),
  completed_at: time.nullable().optional(),
  output: z
    .strictObject({
      title: z.string().nullable().default(null),
      summary: z.string().nullable().default(null),
      text: z.string().nullable().default(null),
      annotations: z.array(annotationShape).default([]),
    })
    .optional(),
});

export const statusShape = z.strictObject({
  sha,
  context: z.string().min(1).optional(),
  state: z.enum(STATUS_STATES).optional(),
  description: z.string().nullable().optional(),
  target_url: z.string().nullable().optional(),
  at: time.optional(),
});

/** The App whose run it is when the file names none: GitHub's own CI. */
const USUAL_APP = "github-actions";

export function readCheckRuns(
  reading: Reading,
  repo: SimRepo,
  inputs: readonly z.output<typeof checkRunShape>[],
): void {
  inputs.forEach((input, index) => {
    const here = reading.at(index);
    const status = input.status ?? ((input.conclusion ?? null) === null ? "queued" : "completed");
    const id = reading.id(input.id);
    if (repo.check_runs.has(id)) here.at("id").fail(`a second check run ${id}`);
    repo.check_runs.set(id, {
      id,
      sha: here.at("sha").commit(input.sha, repo.commits),
      name: input.name ?? "check",
      app: input.app ?? USUAL_APP,
      status,
      conclusion: status === "completed" ? (input.conclusion ?? "success") : null,
      external_id: input.external_id ?? null,
      details_url: input.details_url ?? null,
      started_at: input.started_at ?? reading.time(input.completed_at),
      completed_at: status === "completed" ? reading.time(input.completed_at) : null,
      output: input.output ?? { title: null, summary: null, text: null, annotations: [] },
    });
  });
}

export function readStatuses(reading: Reading, repo: SimRepo, inputs: readonly z.output<typeof statusShape>[]): void {
  repo.statuses = inputs.map((input, index) => ({
    sha: reading.at(index, "sha").commit(input.sha, repo.commits),
    context: input.context ?? "default",
    state: input.state ?? "success",
    description: input.description ?? null,
    target_url: input.target_url ?? null,
    at: reading.time(input.at),
  }));
}

export function writeCheckRun(run: SimCheckRun): z.input<typeof checkRunShape> {
  return { ...run, output: { ...run.output, annotations: run.output.annotations.map((one) => ({ ...one })) } } as never; // the state holds no other words than the file may
}

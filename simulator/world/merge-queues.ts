import { z } from "zod";
import type { SimMergeQueue, SimRepo } from "../state.ts";
import { login, sha, time } from "./fields.ts";
import type { Reading } from "./reading.ts";

const entryShape = z.strictObject({
  pull: z.int(),
  pull_sha: sha,
  checks: z.array(z.string()),
  enqueuer: login,
  enqueued_at: time,
  base_sha: sha,
  head_sha: sha,
  head_ref: z.string(),
});

export const mergeQueueShape = z.strictObject({
  branch: z.string().min(1),
  checks: z.array(z.string().min(1)).nullable().optional(),
  merge_method: z.enum(["merge", "squash", "rebase"]).optional(),
  entries: z.array(entryShape).optional(),
});

/** `entries` are there so that a written world is read back as it was; people enqueue with `enqueue-pull`. */
export function readMergeQueues(
  reading: Reading,
  repo: SimRepo,
  inputs: readonly z.output<typeof mergeQueueShape>[],
): void {
  inputs.forEach((input, index) => {
    const here = reading.at(index);
    if (repo.merge_queues.has(input.branch)) here.at("branch").fail(`a second merge queue of ${input.branch}`);
    const commit = (at: number, name: string, value: string) =>
      here.at("entries", at, name).commit(value, repo.commits);
    repo.merge_queues.set(input.branch, {
      branch: input.branch,
      checks: input.checks ?? null,
      merge_method: input.merge_method ?? "merge",
      entries: (input.entries ?? []).map((entry, at) => {
        if (!repo.pulls.has(entry.pull)) here.at("entries", at, "pull").fail(`no pull request ${entry.pull}`);
        return {
          ...entry,
          pull_sha: commit(at, "pull_sha", entry.pull_sha),
          base_sha: commit(at, "base_sha", entry.base_sha),
          head_sha: commit(at, "head_sha", entry.head_sha),
        };
      }),
    });
  });
}

export function writeMergeQueue(queue: SimMergeQueue): z.input<typeof mergeQueueShape> {
  return structuredClone(queue);
}

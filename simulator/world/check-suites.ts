import { z } from "zod";
import { suiteKey } from "../actions/check-suites.ts";
import type { SimRepo } from "../state.ts";
import { SUITE_CONCLUSIONS } from "../words.ts";
import { sha, time } from "./fields.ts";
import type { Reading } from "./reading.ts";

export const checkSuiteShape = z.strictObject({
  sha,
  app: z.string().min(1).optional(),
  created_at: time.optional(),
  status: z.enum(["queued", "in_progress", "completed"]).nullable().optional(),
  conclusion: z.enum(SUITE_CONCLUSIONS).nullable().optional(),
  rerequested: z.array(z.string()).optional(),
});

/** Suites that are still empty, that their runs do not tell the state of, or that a person rerequested. */
export function readCheckSuites(
  reading: Reading,
  repo: SimRepo,
  inputs: readonly z.output<typeof checkSuiteShape>[],
): void {
  inputs.forEach((input, index) => {
    const app = input.app ?? reading.state.app.slug;
    const at = reading.at(index, "sha").commit(input.sha, repo.commits);
    repo.check_suites.set(suiteKey(app, at), {
      app,
      sha: at,
      created_at: reading.time(input.created_at),
      status: input.status ?? null,
      conclusion: input.conclusion ?? null,
      rerequested: input.rerequested ?? [],
    });
  });
}

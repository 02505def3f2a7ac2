import { z } from "zod";
import { suiteKey } from "../actions/check-suites.ts";
import type { SimRepo } from "../state.ts";
import { sha, time } from "./fields.ts";
import type { Reading } from "./reading.ts";

export const checkSuiteShape = z.strictObject({
  sha,
  app: z.string().min(1).optional(),
  created_at: time.optional(),
  rerequested: z.array(z.string()).optional(),
});

/** Suites that GitHub created at a push and that are still empty, or that a person rerequested. */
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
      rerequested: input.rerequested ?? [],
    });
  });
}

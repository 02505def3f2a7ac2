import type { GitHub } from "../../../github/client.ts";
import { orNullIfGone } from "../../../github/error-meaning.ts";
import type { Repository } from "../../automation.ts";
import type { RunNode } from "./run-reading.ts";

/** One attempt of a run, which stays as it is when the run is run again; null: GitHub does not show it. */
export async function readAttempt(
  github: GitHub,
  { owner, name }: Pick<Repository, "owner" | "name">,
  { id, attempt }: { readonly id: number; readonly attempt: number },
): Promise<RunNode | null> {
  const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}";
  const asked = { owner, repo: name, run_id: id, attempt_number: attempt };
  return (await orNullIfGone(github.rest(route, asked)))?.data ?? null;
}

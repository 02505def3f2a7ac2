import { ANNOTATIONS_A_REQUEST } from "../../github-limits.ts";
import type { Annotation, SetCheckRun } from "../actions.ts";
import { type Applying, withNumbers } from "./applying.ts";
import type { Given } from "./registry.ts";

function inBatches(annotations: readonly Annotation[]): (readonly Annotation[])[] {
  const batches: (readonly Annotation[])[] = [];
  for (let at = 0; at < annotations.length; at += ANNOTATIONS_A_REQUEST) {
    batches.push(annotations.slice(at, at + ANNOTATIONS_A_REQUEST));
  }
  return batches;
}

/**
 * Makes the run, or brings the named one up to date. GitHub *adds* annotations on an update and has no way to remove
 * one, so a run with annotations on either side is never updated: a plan leaves `check_run_id` out then.
 */
export async function applyCheckRun(applying: Applying, action: SetCheckRun): Promise<Given> {
  const [first = [], ...rest] = inBatches(action.output.annotations ?? []);
  const { title, summary, text } = action.output;
  const output = (annotations: readonly Annotation[]) => ({
    title: withNumbers(applying, title),
    summary: withNumbers(applying, summary),
    ...(text === undefined ? {} : { text: withNumbers(applying, text) }),
    ...(annotations.length === 0 ? {} : { annotations: annotations.map((annotation) => ({ ...annotation })) }),
  });
  const result = {
    name: action.name,
    status: "completed" as const,
    conclusion: action.conclusion,
    ...(action.details_url === undefined ? {} : { details_url: action.details_url }),
    output: output(first),
  };
  const update = (check_run_id: number, parameters: object) =>
    applying.github.rest("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", {
      ...applying.repo,
      check_run_id,
      ...parameters,
    });
  let id = action.check_run_id;
  if (id === undefined) {
    const made = await applying.github.rest("POST /repos/{owner}/{repo}/check-runs", {
      ...applying.repo,
      head_sha: action.head_sha,
      ...result,
    });
    id = made.data.id;
  } else {
    await update(id, result);
  }
  for (const annotations of rest) await update(id, { output: output(annotations) });
  return { number: null, id };
}

import { z } from "zod";
import { completeRun, rerun, startRun } from "../../../actions/workflow-runs.ts";
import { action } from "./action.ts";

const conclusion = z.string().min(1);

/** A workflow runs; it is over at once unless `conclusion` is null. */
const runWorkflow = action(
  z.strictObject({
    workflow: z.string().min(1),
    branch: z.string().min(1).optional(),
    event: z.string().min(1).default("push"),
    head_repo: z.string().min(1).nullable().default(null),
    conclusion: conclusion.nullable().default("success"),
  }),
  (acting, repo, { branch, conclusion, ...start }) => {
    const { id } = startRun(acting, repo, { ...start, branch: branch ?? repo.default_branch });
    if (conclusion !== null) completeRun(acting, repo, id, conclusion);
    return { id };
  },
);

const completeWorkflow = action(
  z.strictObject({ id: z.number().int(), conclusion: conclusion.default("success") }),
  (acting, repo, { id, conclusion }) => ({ id: completeRun(acting, repo, id, conclusion).id }),
);

const rerunWorkflow = action(z.strictObject({ id: z.number().int() }), (acting, repo, { id }) => ({
  id: rerun(acting, repo, id).id,
}));

export const runActions = {
  "run-workflow": runWorkflow,
  "complete-workflow": completeWorkflow,
  "rerun-workflow": rerunWorkflow,
};

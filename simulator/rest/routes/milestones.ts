import { createMilestone, deleteMilestone, editMilestone, type MilestoneFields } from "../../actions/milestones.ts";
import { notFound } from "../../refused.ts";
import { listed } from "../../replicas.ts";
import type { SimMilestone } from "../../state.ts";
import { bodyOf, created, NOTHING, numberIn, ok, type RepoHandlers } from "../context.ts";
import { paged } from "../paging.ts";
import { renderMilestone } from "../render/milestone.ts";

export const milestoneRoutes: RepoHandlers = {
  "GET /repos/{owner}/{repo}/milestones": (call) => {
    const { context, repo, query } = call;
    const state = query.get("state") ?? "open";
    const shown = listed(repo, "milestones", [...repo.milestones.values()], ({ id }) => id);
    const all = shown.filter((one) => state === "all" || one.state === state);
    const ordered = query.get("sort") === "completeness" ? all : all.sort(byDueDate);
    const { items, headers } = paged(call, query.get("direction") === "desc" ? ordered.reverse() : ordered);
    return ok(
      items.map((milestone) => renderMilestone(context, repo, milestone)),
      headers,
    );
  },

  "GET /repos/{owner}/{repo}/milestones/{milestone_number}": (call) => {
    const milestone = call.repo.milestones.get(numberIn(call, "milestone_number"));
    if (milestone === undefined) throw notFound();
    return ok(renderMilestone(call.context, call.repo, milestone));
  },

  "POST /repos/{owner}/{repo}/milestones": (call) => {
    const { title = "", ...fields } = bodyOf<MilestoneFields>(call);
    return created(
      renderMilestone(call.context, call.repo, createMilestone(call.acting, call.repo, { title, ...fields })),
    );
  },

  "PATCH /repos/{owner}/{repo}/milestones/{milestone_number}": (call) => {
    const edit = bodyOf<MilestoneFields>(call);
    const milestone = editMilestone(call.acting, call.repo, numberIn(call, "milestone_number"), edit);
    return ok(renderMilestone(call.context, call.repo, milestone));
  },

  "DELETE /repos/{owner}/{repo}/milestones/{milestone_number}": (call) => {
    deleteMilestone(call.acting, call.repo, numberIn(call, "milestone_number"));
    return NOTHING;
  },
};

/** GitHub puts those without a date first. */
function byDueDate(a: SimMilestone, b: SimMilestone): number {
  const [first, second] = [a.due_on ?? "", b.due_on ?? ""];
  return first === second ? a.number - b.number : first < second ? -1 : 1;
}

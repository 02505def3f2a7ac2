import { createLabel, deleteLabel, editLabel, labelNamed } from "../../acts/labels.ts";
import { notFound } from "../../refused.ts";
import type { SimMilestone } from "../../state.ts";
import { bodyOf, created, NOTHING, numberIn, ok, type RepoHandlers } from "../context.ts";
import { paged } from "../paging.ts";
import { renderLabel } from "../render/label.ts";
import { renderMilestone } from "../render/milestone.ts";

export const labelRoutes: RepoHandlers = {
  "GET /repos/{owner}/{repo}/labels": (call) => {
    const { items, headers } = paged(call, [...call.repo.labels.values()]);
    return ok(
      items.map((label) => renderLabel(call.context, call.repo, label)),
      headers,
    );
  },

  "POST /repos/{owner}/{repo}/labels": (call) => {
    const { name = "", color, description } = bodyOf<{ name: string; color: string; description: string }>(call);
    const made = { name, ...(color === undefined ? {} : { color }), description: description ?? null };
    return created(renderLabel(call.context, call.repo, createLabel(call.acting, call.repo, made)));
  },

  "GET /repos/{owner}/{repo}/labels/{name}": ({ context, repo, path }) => {
    const label = labelNamed(repo, path.name ?? "");
    if (label === undefined) throw notFound();
    return ok(renderLabel(context, repo, label));
  },

  "PATCH /repos/{owner}/{repo}/labels/{name}": (call) => {
    const edit = bodyOf<{ new_name: string; color: string; description: string }>(call);
    const label = editLabel(call.acting, call.repo, call.path.name ?? "", edit);
    return ok(renderLabel(call.context, call.repo, label));
  },

  "DELETE /repos/{owner}/{repo}/labels/{name}": (call) => {
    deleteLabel(call.acting, call.repo, call.path.name ?? "");
    return NOTHING;
  },

  "GET /repos/{owner}/{repo}/milestones": (call) => {
    const { context, repo, query } = call;
    const state = query.get("state") ?? "open";
    const all = [...repo.milestones.values()].filter((one) => state === "all" || one.state === state);
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
};

/** GitHub puts those without a date first. */
function byDueDate(a: SimMilestone, b: SimMilestone): number {
  const [first, second] = [a.due_on ?? "", b.due_on ?? ""];
  return first === second ? a.number - b.number : first < second ? -1 : 1;
}

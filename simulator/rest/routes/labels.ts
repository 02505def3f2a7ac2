import { createLabel, deleteLabel, editLabel, labelNamed } from "../../actions/labels.ts";
import { notFound } from "../../refused.ts";
import { listed } from "../../replicas.ts";
import { bodyOf, created, NOTHING, ok, type RepoHandlers } from "../context.ts";
import { paged } from "../paging.ts";
import { renderLabel } from "../render/label.ts";

export const labelRoutes: RepoHandlers = {
  "GET /repos/{owner}/{repo}/labels": (call) => {
    const { items, headers } = paged(
      call,
      listed(call.repo, "labels", [...call.repo.labels.values()], ({ id }) => id),
    );
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
};

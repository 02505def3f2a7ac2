import { listed } from "../../replicas.ts";
import type { SimRepo } from "../../state.ts";
import { connection, type Page } from "../connection.ts";
import type { Resolvers } from "../context.ts";
import { nodeId } from "../node-id.ts";
import { type LabelSource, labelSource, repositorySource } from "../source.ts";
import { type IssuesArguments, issues } from "./issue.ts";
import { hasAnyLabel } from "./order.ts";
import { type PullFilter, pulls } from "./pull-requests.ts";

interface LabelsArguments extends Page {
  query?: string | null;
  orderBy?: { field: "NAME" | "CREATED_AT"; direction: "ASC" | "DESC" } | null;
}

/** The repository's labels, as they were created unless asked otherwise. */
export function labels(repo: SimRepo, args: LabelsArguments) {
  const wanted = args.query?.toLowerCase();
  const all = listed(repo, "labels", [...repo.labels.values()], ({ id }) => id);
  const found = all.filter(({ name }) => !wanted || name.toLowerCase().includes(wanted));
  if (args.orderBy?.field === "NAME") found.sort((a, b) => (a.name < b.name ? -1 : 1));
  if (args.orderBy?.direction === "DESC") found.reverse();
  return connection(
    found,
    args,
    ({ id }) => id,
    (label) => labelSource(repo, label),
  );
}

export const label: Resolvers<LabelSource> = {
  id: ({ repo, label }) => nodeId("Label", repo.id, label.id),
  name: ({ label }) => label.name,
  color: ({ label }) => label.color,
  description: ({ label }) => label.description,
  repository: ({ repo }) => repositorySource(repo),
  resourcePath: ({ repo, label }) => `/${repo.name}/labels/${encodeURIComponent(label.name)}`,
  url: ({ repo, label }, _args, { webUrl }) => `${webUrl}/${repo.name}/labels/${encodeURIComponent(label.name)}`,
  issues: ({ repo, label }, args: IssuesArguments) =>
    issues(
      repo,
      [...repo.issues.values()].filter((issue) => hasAnyLabel(issue, [label.name])),
      args,
    ),
  pullRequests: ({ repo, label }, args: PullFilter & Page) =>
    pulls(
      repo,
      [...repo.pulls.values()].filter((pull) => hasAnyLabel(pull, [label.name])),
      args,
    ),
};

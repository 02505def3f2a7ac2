import { presentIssues } from "../../present.ts";
import { listed } from "../../replicas.ts";
import type { SimMilestone, SimRepo } from "../../state.ts";
import { connection, type Page } from "../connection.ts";
import type { Resolvers } from "../context.ts";
import { nodeId } from "../node-id.ts";
import { type MilestoneSource, milestoneOf, repositorySource } from "../source.ts";
import { type IssuesArguments, issues } from "./issue.ts";
import { type PullFilter, pulls } from "./pull-requests.ts";

interface MilestonesArguments extends Page {
  query?: string | null;
  states?: readonly string[] | null;
  orderBy?: { field: "CREATED_AT" | "DUE_DATE" | "NUMBER" | "UPDATED_AT"; direction: "ASC" | "DESC" } | null;
}

const KEYS = {
  CREATED_AT: (milestone: SimMilestone) => milestone.created_at,
  DUE_DATE: (milestone: SimMilestone) => milestone.due_on ?? "9999",
  NUMBER: (milestone: SimMilestone) => milestone.number,
  UPDATED_AT: (milestone: SimMilestone) => milestone.updated_at,
};

export function milestones(repo: SimRepo, args: MilestonesArguments) {
  const wanted = args.query?.toLowerCase();
  const key = KEYS[args.orderBy?.field ?? "NUMBER"];
  const found = listed(repo, "milestones", [...repo.milestones.values()], ({ id }) => id)
    .filter(({ state }) => args.states == null || args.states.includes(state.toUpperCase()))
    .filter(({ title }) => !wanted || title.toLowerCase().includes(wanted))
    .sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.number - b.number));
  if (args.orderBy?.direction === "DESC") found.reverse();
  return connection(
    found,
    args,
    ({ number }) => number,
    ({ number }) => milestoneOf(repo, number),
  );
}

function members({ repo, milestone }: MilestoneSource) {
  const inside = (item: { milestone: number | null }) => item.milestone === milestone.number;
  return {
    issues: presentIssues(repo).filter(inside),
    pulls: [...repo.pulls.values()].filter(inside),
  };
}

function progress(source: MilestoneSource): number {
  const all = [...members(source).issues, ...members(source).pulls];
  return all.length === 0 ? 0 : (100 * all.filter(({ state }) => state !== "open").length) / all.length;
}

const path = ({ repo, milestone }: MilestoneSource) => `/${repo.name}/milestone/${milestone.number}`;

export const milestone: Resolvers<MilestoneSource> = {
  id: ({ repo, milestone }) => nodeId("Milestone", repo.id, milestone.number),
  number: ({ milestone }) => milestone.number,
  title: ({ milestone }) => milestone.title,
  description: ({ milestone }) => milestone.description,
  state: ({ milestone }) => milestone.state.toUpperCase(),
  closed: ({ milestone }) => milestone.state === "closed",
  dueOn: ({ milestone }) => milestone.due_on,
  createdAt: ({ milestone }) => milestone.created_at,
  updatedAt: ({ milestone }) => milestone.updated_at,
  closedAt: ({ milestone }) => milestone.closed_at,
  progressPercentage: progress,
  repository: ({ repo }) => repositorySource(repo),
  resourcePath: path,
  url: (source, _args, { webUrl }) => `${webUrl}${path(source)}`,
  issues: (source, args: IssuesArguments) => issues(source.repo, members(source).issues, args),
  pullRequests: (source, args: PullFilter & Page) => pulls(source.repo, members(source).pulls, args),
};

import { canSee } from "../../platform/actor.ts";
import type { SimRepo, SimState } from "../../state.ts";
import { requireNode } from "../access.ts";
import type { Context } from "../context.ts";
import { type NodeType, readNodeId } from "../node-id.ts";
import { refusal } from "../refusal.ts";
import { commitOf, issueOf, labelSource, milestoneOf, pullSource, repositorySource } from "../source.ts";
import { suitesOf } from "./check-suite.ts";
import { refOf } from "./ref.ts";
import { entryAt, treeSource } from "./tree.ts";

type Find = (repo: SimRepo, keys: readonly string[]) => unknown;

const commentIn: Find = (repo, [number, id]) => {
  const pull = repo.pulls.get(Number(number));
  const on = pull === undefined ? issueOf(repo, Number(number)) : pullSource(repo, pull);
  const comment = on?.item.comments.find((each) => each.id === Number(id));
  return comment === undefined ? null : { __typename: "IssueComment", repo, on, comment };
};

const reviewIn: Find = (repo, [number, id]) => {
  const pull = repo.pulls.get(Number(number));
  const review = pull?.reviews.find((each) => each.id === Number(id));
  return review === undefined ? null : { __typename: "PullRequestReview", repo, pull, review };
};

/** How each type's keys, those after the repository's id, lead to the thing; null when it is gone. */
const FINDERS: Readonly<Partial<Record<NodeType, Find>>> = {
  Repository: (repo) => repositorySource(repo),
  Commit: (repo, [sha = ""]) => commitOf(repo, sha),
  Ref: (repo, keys) => refOf(repo, keys.join(":")),
  Blob: (repo, [sha = "", ...path]) => {
    const entry = entryAt(repo, sha, path.join(":"));
    return entry?.type === "blob" ? { ...entry, __typename: "Blob" } : null;
  },
  Tree: (repo, [sha = "", ...path]) => treeSource(repo, sha, path.join(":")),
  PullRequest: (repo, [number]) => {
    const pull = repo.pulls.get(Number(number));
    return pull === undefined ? null : pullSource(repo, pull);
  },
  Issue: (repo, [number]) => issueOf(repo, Number(number)),
  IssueComment: commentIn,
  PullRequestReview: reviewIn,
  Label: (repo, [id]) => {
    const label = [...repo.labels.values()].find((each) => each.id === Number(id));
    return label === undefined ? null : labelSource(repo, label);
  },
  Milestone: (repo, [number]) => milestoneOf(repo, Number(number)),
  Deployment: (repo, [id]) => {
    const deployment = repo.deployments.get(Number(id));
    return deployment === undefined ? null : { __typename: "Deployment", repo, deployment };
  },
  Release: (repo, [id]) => {
    const release = repo.releases.find((each) => each.id === Number(id));
    return release === undefined ? null : { __typename: "Release", repo, release };
  },
  CheckRun: (repo, [id]) => {
    const run = repo.check_runs.get(Number(id));
    return run === undefined ? null : { __typename: "CheckRun", repo, run };
  },
  CheckSuite: (repo, [sha = "", app]) => suitesOf(repo, sha).find((suite) => suite.app === app) ?? null,
};

function account(state: SimState, type: NodeType, id: string | undefined) {
  const found = [...state.users.values()].find((user) => user.id === Number(id) && user.type === type);
  return found === undefined || found.deleted ? null : { __typename: found.type, account: found };
}

/** What a global id stands for, as far as the actor may see it; NOT_FOUND otherwise. */
export function nodeOf(id: string, { state, actor }: Context): unknown {
  const read = readNodeId(id);
  const missing = refusal("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'.`);
  if (read === null) throw missing;
  const { type, keys } = read;
  const [first, ...rest] = keys;
  if (type === "User" || type === "Bot" || type === "Organization") {
    const found = account(state, type, first);
    if (found === null) throw missing;
    return found;
  }
  if (type.startsWith("ProjectV2")) throw refusal("NOT_SIMULATED", `node(id:) of a ${type} is not simulated.`);
  const repo = [...state.repos.values()].find((each) => each.id === Number(first));
  if (repo === undefined || !canSee(state, actor, repo)) throw missing;
  requireNode(actor, type);
  const found = FINDERS[type]?.(repo, rest) ?? null;
  if (found === null) throw missing;
  return found;
}

import type { Lane } from "../../../config/schema.ts";
import { type GitHub, UNKNOWN } from "../../../github/client.ts";
import { isSelf } from "../../../github/is-self.ts";
import { nodesOf } from "../../../github/nodes.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { OpenPull, OutsidersPull } from "../facts.ts";
import type { Authority } from "./authority.ts";
import { ownPulls } from "./own-pulls.ts";
import { personOf } from "./read-people.ts";
import { releaseOpenPull, type releaseOpenPullResult } from "./release-open-pull.generated.ts";

type OpenPullNode = NonNullable<NonNullable<releaseOpenPullResult["repository"]>["pullRequest"]>;

/** The size of this list on a lane's page. */
const ON_A_PAGE = 3;

/** The open pull request from the lane's own branch, if any, and whether it is the lane's. */
interface FoundPull {
  readonly openPull: OpenPull | null;
  readonly outsider: OutsidersPull | null;
}

/**
 * The open pull request among those with the lane's branch names: a fork has a `develop` of its own. On a public
 * repository anybody may open one between its branches, but then it is not the lane's.
 */
export async function readOpenPull(
  github: GitHub,
  context: ReconcileContext,
  lane: Lane,
  candidates: readonly OpenPullNode[],
  authority: Authority,
): Promise<FoundPull> {
  const found = candidates.find((pull) => !pull.isCrossRepository) ?? null;
  const own = found ?? (candidates.length < ON_A_PAGE ? null : await behindForks(github, context, lane));
  if (own === null) return { openPull: null, outsider: null };
  const openPull = openPullOf(own, context);
  const { author } = openPull;
  // A bot can push to this repository because an admin installed it. An account that is gone can do nothing.
  if (openPull.ours || author === null || author.bot || (await authority.mayWrite(author)))
    return { openPull, outsider: null };
  return { openPull: null, outsider: { number: own.number, author: author.login } };
}

async function behindForks(github: GitHub, context: ReconcileContext, lane: Lane): Promise<OpenPullNode | null> {
  const { owner, name } = context.repository;
  for await (const pull of ownPulls(github, context, lane, "open")) {
    const { repository } = await github.graphql(releaseOpenPull, { owner, name, number: pull.number });
    return repository?.pullRequest ?? null;
  }
  return null;
}

/** Without `members: read`, which Detoil does not request, GitHub shows people alone: what it hides is a team. */
function reviewersOf({ reviewRequests }: OpenPullNode): Pick<OpenPull, "reviewers" | "teamsRequested"> {
  const requested = nodesOf(reviewRequests).flatMap(({ requestedReviewer }) => requestedReviewer ?? []);
  const isTeam = (reviewer: (typeof requested)[number]) => reviewer === UNKNOWN || reviewer.__typename === "Team";
  return {
    reviewers: requested.flatMap((reviewer) => (reviewer !== UNKNOWN && "login" in reviewer ? [reviewer.login] : [])),
    teamsRequested: requested.filter(isTeam).length,
  };
}

function openPullOf(node: OpenPullNode, context: ReconcileContext): OpenPull {
  const wrote = [...nodesOf(node.comments), ...nodesOf(node.reviews)].flatMap(({ author }) => personOf(author) ?? []);
  return {
    number: node.number,
    title: node.title,
    body: node.body,
    overwritten: null,
    createdAt: node.createdAt,
    author: personOf(node.author),
    ours: isSelf(node.author, context.self),
    labels: nodesOf(node.labels).map((label) => label.name),
    assignees: nodesOf(node.assignees).map((user) => user.login),
    ...reviewersOf(node),
    isTalkCut: (node.comments.pageInfo.hasNextPage || node.reviews?.pageInfo.hasNextPage) ?? false,
    humans: [...new Set(wrote.filter((person) => !person.bot).map((person) => person.login))],
  };
}

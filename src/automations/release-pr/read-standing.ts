import type { Lane } from "../../config/schema.ts";
import { type GitHub, UNKNOWN } from "../../github/client.ts";
import { isSelf } from "../../github/is-self.ts";
import { nodesOf } from "../../github/nodes.ts";
import type { Look } from "../automation.ts";
import type { StandingPull } from "./facts.ts";
import { personOf } from "./read-people.ts";
import { releaseStanding, type releaseStandingResult } from "./release-standing.generated.ts";

type StandingNode = NonNullable<NonNullable<releaseStandingResult["repository"]>["pullRequest"]>;

/** As many as one page of a lane asks for. */
const ON_A_PAGE = 3;

/** The lane's open pull request, among those with its branch names: a fork has a `develop` of its own. */
export async function readStanding(
  github: GitHub,
  look: Look,
  lane: Lane,
  candidates: readonly StandingNode[],
): Promise<StandingPull | null> {
  const own = candidates.find((pull) => !pull.isCrossRepository);
  if (own !== undefined) return standingOf(own, look);
  if (candidates.length < ON_A_PAGE) return null;
  const { owner, name } = look.repository;
  const head = `${owner}:${lane.from}`;
  const { data } = await github.rest("GET /repos/{owner}/{repo}/pulls", {
    owner,
    repo: name,
    state: "open",
    head,
    base: lane.to,
  });
  const number = data.find((pull) => pull.head.repo?.id === look.repository.id)?.number;
  if (number === undefined) return null;
  const { repository } = await github.graphql(releaseStanding, { owner, name, number });
  return repository?.pullRequest == null ? null : standingOf(repository.pullRequest, look);
}

/** Without `members: read`, which Detoil does not ask for, GitHub shows people alone: what it hides is a team. */
function reviewersOf({ reviewRequests }: StandingNode): Pick<StandingPull, "reviewers" | "teamsAsked"> {
  const asked = nodesOf(reviewRequests).flatMap(({ requestedReviewer }) => requestedReviewer ?? []);
  const isTeam = (reviewer: (typeof asked)[number]) => reviewer === UNKNOWN || reviewer.__typename === "Team";
  return {
    reviewers: asked.flatMap((reviewer) => (reviewer !== UNKNOWN && "login" in reviewer ? [reviewer.login] : [])),
    teamsAsked: asked.filter(isTeam).length,
  };
}

function standingOf(node: StandingNode, look: Look): StandingPull {
  const wrote = [...nodesOf(node.comments), ...nodesOf(node.reviews)].flatMap(({ author }) => personOf(author) ?? []);
  return {
    number: node.number,
    title: node.title,
    body: node.body,
    createdAt: node.createdAt,
    author: personOf(node.author),
    ours: isSelf(node.author, look.self),
    labels: nodesOf(node.labels).map((label) => label.name),
    assignees: nodesOf(node.assignees).map((user) => user.login),
    ...reviewersOf(node),
    humans: [...new Set(wrote.filter((person) => !person.bot).map((person) => person.login))],
  };
}

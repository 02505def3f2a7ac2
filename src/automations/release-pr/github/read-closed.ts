import type { Lane } from "../../../config/schema.ts";
import type { GitHub } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { Waiting } from "../changes/waiting.ts";
import type { ClosedUnmergedPull, LaneFacts } from "../facts.ts";
import { frozenUntil } from "../freeze.ts";
import { mergeTimes } from "../opening.ts";
import type { Person } from "../person.ts";
import type { Authority } from "./authority.ts";
import { ownPulls } from "./own-pulls.ts";
import type { FirstPage } from "./read-lane.ts";
import { personOf } from "./read-people.ts";

/** A pull request between the lane's branches that was closed without being merged, by anybody. */
interface ClosedPull {
  readonly number: number;
  readonly createdAt: string;
  readonly closedAt: string;
  /** null: the account is gone. */
  readonly author: Person | null;
  readonly closer: Person | null;
}

/** The size of this list on a lane's page. */
const ON_A_PAGE = 5;

export interface ClosedPulls {
  /** Newest first. */
  readonly pulls: readonly ClosedPull[];
  /** There may be older ones. */
  readonly cut: boolean;
}

/** The closed ones of the lane's first page. */
export function closedOn(first: FirstPage): ClosedPulls {
  const nodes = nodesOf(first.closedUnmerged);
  const pulls = nodes.flatMap((node): ClosedPull[] => {
    if (node.isCrossRepository || node.closedAt === null) return [];
    const closed = nodesOf(node.timelineItems)[0];
    const closer = closed !== undefined && "actor" in closed ? personOf(closed.actor) : null;
    const { number, createdAt, closedAt } = node;
    return [{ number, createdAt, closedAt, author: personOf(node.author), closer }];
  });
  return { pulls, cut: nodes.length === ON_A_PAGE };
}

/**
 * The latest close that counts: Detoil's own, or one of a lane's pull request by somebody with write access.
 * Permissions are read only where they make a difference.
 */
export async function readClosedUnmerged(
  github: GitHub,
  context: ReconcileContext,
  facts: LaneFacts,
  closed: ClosedPulls,
  waiting: Waiting,
  authority: Authority,
): Promise<ClosedUnmergedPull | null> {
  const merged = mergeTimes(waiting);
  if (facts.openPull !== null || facts.outsider !== null || merged.length === 0) return null;
  if (frozenUntil(facts.lane, context) !== null) return null;
  for await (const pull of newestFirst(github, context, facts.lane, closed)) {
    const { number, createdAt, closedAt, closer } = pull;
    if (closedAt <= (facts.releases[0]?.mergedAt ?? "")) return null;
    const byUs = closer?.bot === true && closer.login === context.self.login;
    const isOver = facts.lane.schedule === null && merged.some((time) => time > Date.parse(closedAt));
    if (byUs || isOver || (await counts(pull, authority, context))) return { number, createdAt, closedAt, byUs };
  }
  return null;
}

/**
 * Whether it was the lane's pull request, and somebody with write access closed it. A bot's close says nothing about
 * the release.
 */
async function counts(
  { author, closer }: ClosedPull,
  authority: Authority,
  context: ReconcileContext,
): Promise<boolean> {
  if (closer?.bot === true) return false;
  // An account that is gone may have been an outsider, who can close only their own.
  if (closer !== null && !(await authority.mayWrite(closer))) return false;
  if (author === null) return closer !== null;
  return author.login === context.self.login || author.bot || (await authority.mayWrite(author));
}

/** The known ones, and more where they do not suffice. */
async function* newestFirst(
  github: GitHub,
  context: ReconcileContext,
  lane: Lane,
  { pulls, cut }: ClosedPulls,
): AsyncGenerator<ClosedPull> {
  yield* pulls;
  if (!cut) return;
  const known = new Set(pulls.map((pull) => pull.number));
  const { owner, name: repo } = context.repository;
  for await (const { number, merged_at, created_at, closed_at, user } of ownPulls(github, context, lane, "closed")) {
    if (merged_at !== null || closed_at === null || known.has(number)) continue;
    const { data } = await github.rest("GET /repos/{owner}/{repo}/issues/{issue_number}", {
      owner,
      repo,
      issue_number: number,
    });
    const of = (account: { login: string; type: string } | null | undefined) =>
      personOf(account == null ? null : { __typename: account.type, login: account.login });
    yield { number, createdAt: created_at, closedAt: closed_at, author: of(user), closer: of(data.closed_by) };
  }
}

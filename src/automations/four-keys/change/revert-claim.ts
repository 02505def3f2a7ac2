import type { Repository } from "../../automation.ts";
import { commitsReverted, pullsReverted, titleReverted } from "../../revert-claims.ts";
import type { ChangeNode } from "./change-facts.ts";

/** Of what names a commit. */
const SHORTEST = 7;

/** A commit of the pull request itself. */
export interface OwnCommit {
  readonly oid: string;
  readonly message: string;
}

/** What a pull request says that it reverts: at least one of them is known. */
export interface RevertClaim {
  readonly number: number | null;
  /** The beginning of a commit's id. */
  readonly commit: string | null;
}

/** GraphQL's `Int`. */
const GREATEST = 2 ** 31 - 1;

/**
 * The first pull request that its text names as reverted, else the one that the quoted title ends with, and the first commit
 * that the text names, else the first one that the messages of its commits do. A quoted title alone is not enough: titles
 * repeat.
 */
export function revertClaim(
  { number, title, body }: Pick<ChangeNode, "number" | "title" | "body">,
  commits: readonly OwnCommit[],
  { owner, name }: Pick<Repository, "owner" | "name">,
): RevertClaim | null {
  const quoted = / \(#(\d{1,10})\)$/.exec(titleReverted(title) ?? "")?.[1];
  const numbers = [...pullsReverted(body, `${owner}/${name}`), ...(quoted === undefined ? [] : [Number(quoted)])];
  const claim: RevertClaim = {
    number: numbers.find((claimed) => claimed > 0 && claimed <= GREATEST && claimed !== number) ?? null,
    commit: commitsReverted(body)[0] ?? revertedByCommits(commits),
  };
  return claim.number === null && claim.commit === null ? null : claim;
}

/** A commit that is taken back, or that takes back one beside it, says nothing about what was there before. */
function revertedByCommits(commits: readonly OwnCommit[]): string | null {
  const byBeginning = Map.groupBy(commits, ({ oid }) => oid.slice(0, SHORTEST));
  const takenBack = new Set<string>();
  let first: string | null = null;
  for (const { oid, message } of commits.toReversed()) {
    if (takenBack.has(oid)) continue;
    for (const claimed of commitsReverted(message).toReversed()) {
      const own = byBeginning.get(claimed.slice(0, SHORTEST))?.find((other) => other.oid.startsWith(claimed));
      if (own === undefined) first = claimed;
      else takenBack.add(own.oid);
    }
  }
  return first;
}

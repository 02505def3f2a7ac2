import type { Repository } from "../../automation.ts";
import { commitsReverted, pullsReverted, titleReverted } from "../../revert-claims.ts";
import type { ChangeNode } from "./change-facts.ts";

/** What a pull request says that it reverts: at least one of them is known. */
export interface RevertClaim {
  readonly number: number | null;
  /** The beginning of a commit's id. */
  readonly commit: string | null;
}

/** GraphQL's `Int`. */
const GREATEST = 2 ** 31 - 1;

/**
 * The first pull request that its text names as reverted, else the one that the quoted title ends with, and the first commit.
 * A quoted title alone is not enough: titles repeat.
 */
export function revertClaim(
  { number, title, body }: Pick<ChangeNode, "number" | "title" | "body">,
  { owner, name }: Pick<Repository, "owner" | "name">,
): RevertClaim | null {
  const quoted = / \(#(\d{1,10})\)$/.exec(titleReverted(title) ?? "")?.[1];
  const numbers = [...pullsReverted(body, `${owner}/${name}`), ...(quoted === undefined ? [] : [Number(quoted)])];
  const claim: RevertClaim = {
    number: numbers.find((claimed) => claimed > 0 && claimed <= GREATEST && claimed !== number) ?? null,
    commit: commitsReverted(body)[0] ?? null,
  };
  return claim.number === null && claim.commit === null ? null : claim;
}

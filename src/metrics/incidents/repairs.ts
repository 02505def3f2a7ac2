import type { Deployment } from "../attribution/series.ts";
import type { Shipping } from "../attribution/shipping.ts";

/** How a change repairs what an earlier one broke. */
export type Repair = "revert" | "hotfix";

/** What a change shipped with, over its services. */
export interface Shipped {
  readonly shipping: Shipping;
  /** The first that brought it; null: none so far. */
  readonly deployment: Deployment | null;
}

/** What changes refer to each other by. */
export interface ChangeIndex {
  byMergeCommit(repo: string, sha: string): Shipped | null;
  byPull(repo: string, pull: number): Shipped | null;
  readonly all: readonly Shipped[];
}

/** Each change once, with the first deployment that brought it for any of its services. */
export function indexOf(shippings: readonly Shipping[]): ChangeIndex {
  const first = new Map<Shipping["change"], Shipping>();
  for (const shipping of shippings) {
    const known = first.get(shipping.change);
    if (known === undefined || rankOf(shipping) < rankOf(known)) first.set(shipping.change, shipping);
  }
  const all = [...first.values()].map((shipping) => ({ shipping, deployment: shipping.deployment }));
  const byMergeCommit = new Map<string, Shipped>();
  const byPull = new Map<string, Shipped>();
  for (const shipped of all) {
    const { repo, sha, pull } = shipped.shipping.change;
    if (pull !== null) byPull.set(`${repo}#${pull}`, shipped);
    const key = `${repo}@${sha}`;
    const known = byMergeCommit.get(key);
    // Pull requests that a queue merged together have one merge commit; the first to ship speaks for it.
    if (sha !== null && (known === undefined || rankOf(shipped.shipping) < rankOf(known.shipping)))
      byMergeCommit.set(key, shipped);
  }
  return {
    all,
    byMergeCommit: (repo, sha) => byMergeCommit.get(`${repo}@${sha}`) ?? null,
    byPull: (repo, pull) => byPull.get(`${repo}#${pull}`) ?? null,
  };
}

/**
 * The deployment that brought what this one repairs, a revert's original or a hotfix's cause. null: it was never deployed, or
 * not before its repair was: what ships together with its revert never failed.
 */
export function brokenBy(index: ChangeIndex, { shipping, deployment }: Shipped, by: Repair): Deployment | null {
  const cause = repairedBy(index, shipping, by)?.deployment ?? null;
  if (cause === null) return null;
  return deployment === null || cause.rank < deployment.rank ? cause : null;
}

function repairedBy(index: ChangeIndex, { change }: Shipping, by: Repair): Shipped | null {
  const { repo, reverts, repairs } = change;
  if (by === "revert") return reverts === null ? null : index.byMergeCommit(repo, reverts);
  return repairs === null ? null : index.byPull(repo, repairs);
}

function rankOf({ deployment }: Shipping): number {
  return deployment?.rank ?? Number.POSITIVE_INFINITY;
}

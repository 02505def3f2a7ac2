import type { Lane } from "../../config/schema.ts";
import { coverOf } from "./cover.ts";
import type { LaneFacts, MergedPull, RangeCommit } from "./facts.ts";
import { type Item, itemsOf, ships } from "./items.ts";
import { parentsOf, shippedInside } from "./nesting.ts";
import { type Range, rangeOf } from "./range.ts";
import { revertsOf } from "./reverts.ts";
import { withoutShipped } from "./shipped.ts";
import { isTransport } from "./transport.ts";

/** What waits on a lane. */
export interface Waiting {
  /** As merged, each nested one behind the one it was merged into; cancelled pairs are among them. */
  readonly items: readonly Item[];
  /** Shipping, too, but listed apart: one of `exclude-labels`. */
  readonly setApart: readonly MergedPull[];
  /** Those of them that a label holds. */
  readonly heldApart: readonly { readonly number: number; readonly label: string }[];
  /** Commits that no pull request brought. */
  readonly direct: number;
}

/** How many pull requests the release brings. */
export function countOf(waiting: Waiting): number {
  return waiting.items.filter(ships).length + waiting.setApart.length;
}

/** Commits → pull requests → reverts → nesting → what is listed. */
export function waitingOf(facts: LaneFacts, lanes: readonly Lane[], repository: string): Waiting {
  const whole = rangeOf([...facts.commits, ...[...facts.brought.values()].flat()]);
  const carriers = facts.pulls.filter((pull) => isTransport(pull, facts.lane, lanes));
  const range = rangeOf(withBrought(withoutShipped(facts.commits, facts.releases), facts, carriers));
  const carrying = new Set(carriers.map((pull) => pull.number));
  const isCarrier = (pull: MergedPull) => carrying.has(pull.number);
  const arrived = new Set(
    facts.pulls.filter((pull) => pull.base === facts.lane.to && !isCarrier(pull)).map((pull) => pull.headOid),
  );
  const inRange = facts.pulls.filter(
    (pull) => range.has(pull.mergeCommit ?? "") && !isCarrier(pull) && !isThere(pull, whole, arrived),
  );
  const parents = parentsOf(facts.pulls, isCarrier);
  const shipping = [...inRange, ...shippedInside(inRange, facts.pulls, parents, range)];
  const numbers = new Set(shipping.map((pull) => pull.number));
  const cover = coverOf(facts.pulls, range);
  const covers = new Map([...cover].filter(([number]) => numbers.has(number)));
  const reverts = revertsOf({ pulls: shipping, known: facts.pulls, parents, cover: covers, range, repository });
  return {
    ...itemsOf(shipping, parents, reverts, range, facts.lane),
    direct: directCommits(range, facts, cover, isCarrier),
  };
}

/** With what squashed carriers brought, and what was squashed within that. */
function withBrought(
  commits: readonly RangeCommit[],
  facts: LaneFacts,
  carriers: readonly MergedPull[],
): readonly RangeCommit[] {
  const all = new Map(commits.map((commit) => [commit.oid, commit]));
  const left = new Set(carriers);
  for (let found = true; found; ) {
    found = false;
    for (const pull of left) {
      if (!all.has(pull.mergeCommit ?? "")) continue;
      for (const commit of facts.brought.get(pull.number) ?? []) all.set(commit.oid, commit);
      left.delete(pull);
      found = true;
    }
  }
  return [...all.values()];
}

/** A hotfix that the base has already: merged to both branches, or carried back under another name. */
function isThere(pull: MergedPull, whole: Range, arrived: ReadonlySet<string>): boolean {
  if (arrived.has(pull.headOid)) return true;
  const second = whole.commit(pull.mergeCommit ?? "")?.parents[1];
  return second !== undefined && pull.mergeCommit !== pull.headOid && !whole.has(second);
}

function directCommits(
  range: Range,
  facts: LaneFacts,
  cover: ReadonlyMap<number, ReadonlySet<string>>,
  isCarrier: (pull: MergedPull) => boolean,
): number {
  const covered = new Set<string>();
  for (const pull of facts.pulls) {
    const merge = range.commit(pull.mergeCommit ?? "");
    // What a release or back-merge brought by a merge commit is not thereby from a pull request.
    if (isCarrier(pull) && merge !== undefined && merge.parents.length > 1) continue;
    for (const oid of cover.get(pull.number) ?? []) covered.add(oid);
  }
  return range.commits.filter((commit) => commit.parents.length < 2 && !covered.has(commit.oid)).length;
}

import type { Lane } from "../../../config/schema.ts";
import type { MergedPull } from "../facts.ts";
import type { CommitGraph } from "./commit-graph.ts";
import type { RevertedBy, Reverts } from "./reverts.ts";

/** One merged pull request in the lane's range. */
export interface Item {
  readonly pull: MergedPull;
  /** The listed pull request that it was merged into. */
  readonly parent: number | null;
  readonly depth: number;
  readonly reverted: RevertedBy | null;
  /** The pull requests that it reverts, if it does nothing else. */
  readonly reverts: readonly number[];
  /** The label that holds it. */
  readonly hold: string | null;
}

/** The pull requests that ship, by how the release lists them. */
export interface ListedItems {
  /** In the order of their merges, each nested one after its parent; includes cancelled pairs. */
  readonly items: readonly Item[];
  /** These ship too, but are listed separately: they have one of `exclude-labels`. */
  readonly setApart: readonly MergedPull[];
  /** Those of them that a label holds. */
  readonly heldApart: readonly { readonly number: number; readonly label: string }[];
}

/** Whether it has a box: it ships, and is not half of a cancelled pair. */
export function ships(item: Item): boolean {
  return item.reverted === null && item.reverts.length === 0;
}

/** The first of these labels that it has. Like GitHub, ignores case. */
function hasLabel(pull: Pick<MergedPull, "labels">, labels: readonly string[]): string | null {
  const searched = new Set(labels.map((label) => label.toLowerCase()));
  return pull.labels.find((label) => searched.has(label.toLowerCase())) ?? null;
}

/**
 * The listed items in the order of their merges, each nested pull request after its parent; and what ships but is
 * listed separately. Cancelled pairs are among the items: readers should see that something was reverted.
 */
export function itemsOf(
  shipping: readonly MergedPull[],
  parents: ReadonlyMap<number, MergedPull>,
  reverts: Reverts,
  graph: CommitGraph,
  lane: Lane,
): ListedItems {
  const isPair = (pull: MergedPull) => reverts.reverted.has(pull.number) || reverts.reverts.has(pull.number);
  const isApart = (pull: MergedPull) => !isPair(pull) && hasLabel(pull, lane["exclude-labels"]) !== null;
  const listed = shipping.filter((pull) => !isApart(pull)).sort(inOrder(graph));
  const numbers = new Set(listed.map((pull) => pull.number));
  const under = Map.groupBy(listed, (pull) => {
    const parent = parents.get(pull.number)?.number ?? null;
    return parent !== null && numbers.has(parent) ? parent : null;
  });
  const itemsUnder = (parent: number | null, depth: number): Item[] =>
    (under.get(parent) ?? []).flatMap((pull) => [
      {
        pull,
        parent,
        depth,
        reverted: reverts.reverted.get(pull.number) ?? null,
        reverts: reverts.reverts.get(pull.number) ?? [],
        hold: isPair(pull) ? null : hasLabel(pull, lane["hold-labels"]),
      },
      ...(lane.nested ? itemsUnder(pull.number, depth + 1) : []),
    ]);
  const setApart = shipping.filter(isApart).sort(inOrder(graph));
  const heldApart = setApart.flatMap(({ number, labels }) => {
    const label = hasLabel({ labels }, lane["hold-labels"]);
    return label === null ? [] : [{ number, label }];
  });
  return { items: itemsUnder(null, 0), setApart, heldApart };
}

function inOrder(graph: CommitGraph): (a: MergedPull, b: MergedPull) => number {
  const position = (pull: MergedPull) => graph.position(pull.mergeCommit ?? "");
  return (a, b) => Date.parse(a.mergedAt) - Date.parse(b.mergedAt) || position(a) - position(b) || a.number - b.number;
}

import type { SimIssueBase } from "../../state.ts";

/** Whether one of the labels is on it; names differ by more than case. */
export function hasAnyLabel(item: SimIssueBase, labels: readonly string[]): boolean {
  const wanted = labels.map((label) => label.toLowerCase());
  return item.labels.some(({ name }) => wanted.includes(name.toLowerCase()));
}

/** Issues or pull requests in the order of `IssueOrder`; ties go by number. */
export function ordered<Item extends SimIssueBase>(
  items: readonly Item[],
  order: { field: string; direction: "ASC" | "DESC" } | null | undefined,
): Item[] {
  const keyOf = (item: Item): string | number => {
    if (order?.field === "UPDATED_AT") return item.updated_at;
    return order?.field === "COMMENTS" ? item.comments.length : item.created_at;
  };
  const sorted = items
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.item.number - b.item.number))
    .map(({ item }) => item);
  return order?.direction === "DESC" ? sorted.reverse() : sorted;
}

import { UNKNOWN, type Unknown } from "./client.ts";

/** The nodes of a connection, without those that GitHub hides from this App. */
export function nodesOf<Node>(
  connection: { readonly nodes: readonly (Node | null)[] | null } | null | undefined,
): Node[] {
  return (connection?.nodes ?? []).filter((node) => node !== null);
}

/** The nodes that GitHub showed, and how many it would not show. */
export function readableNodes<Node>(
  connection: { readonly nodes: readonly (Node | Unknown | null)[] | null } | null | undefined,
): { readonly nodes: Node[]; readonly unknown: number } {
  const all = connection?.nodes ?? [];
  const nodes = all.flatMap((node) => (node === null || node === UNKNOWN ? [] : [node]));
  return { nodes, unknown: all.filter((node) => node === UNKNOWN).length };
}

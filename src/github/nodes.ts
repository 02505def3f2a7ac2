/** The nodes of a connection: GitHub leaves out those that one may not see. */
export function nodesOf<Node>(
  connection: { readonly nodes: readonly (Node | null)[] | null } | null | undefined,
): Node[] {
  return (connection?.nodes ?? []).filter((node) => node !== null);
}

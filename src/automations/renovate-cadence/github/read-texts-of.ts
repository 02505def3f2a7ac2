import type { GitHub } from "../../../github/client.ts";
import { inHalves } from "../../../github/in-halves.ts";
import { cadenceTextsOf } from "./cadence-texts-of.generated.ts";
import { type ClosedNode, type LongTexts, longTextsIn } from "./pull-texts.ts";

/** What is long in these pull requests, by number: read where their page came without. */
export async function readTextsOf(
  github: GitHub,
  nodes: readonly ClosedNode[],
): Promise<ReadonlyMap<number, LongTexts>> {
  const unread = nodes.filter(({ body }) => body === undefined);
  const read = await inHalves(unread, async (some) =>
    some.length === 0 ? [] : (await github.graphql(cadenceTextsOf, { ids: some.map(({ id }) => id) })).nodes,
  );
  const texts = read.flatMap((node) =>
    node !== null && "number" in node ? [[node.number, longTextsIn(node)] as const] : [],
  );
  const withThem = nodes.flatMap((node) =>
    node.body === undefined ? [] : [[node.number, longTextsIn(node)] as const],
  );
  return new Map([...withThem, ...texts]);
}

import type { Path } from "../../path.ts";
import { itemsIn, mappingIn } from "../../raw.ts";
import type { RuleFinding, Rules } from "../section.ts";
import { type LaneDiagnostic, ruleSentences } from "./text.ts";

export const rules: Rules<LaneDiagnostic> = { find, sentences: ruleSentences };

function* find(section: unknown): Generator<RuleFinding<LaneDiagnostic>> {
  const seen = new Map<string, number>();
  for (const [index, { from, to }] of itemsIn(mappingIn(section).lanes).entries()) {
    if (typeof from !== "string" || typeof to !== "string") continue;
    const path: Path = ["lanes", index];
    if (from === to) yield { diagnostic: { kind: "lane-to-itself", branch: from }, path: [...path, "to"] };
    const pair = JSON.stringify([from, to]);
    const first = seen.get(pair);
    if (first === undefined) seen.set(pair, index);
    else yield { diagnostic: { kind: "lane-twice", from, to, first: first + 1 }, path: [...path, "to"] };
  }
}

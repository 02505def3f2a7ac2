import { itemsIn, mappingIn, type RawConfig } from "../../raw.ts";
import type { RuleFinding, Rules } from "../section.ts";
import { type HelpWantedDiagnostic, ruleSentences } from "./text.ts";

export const rules: Rules<HelpWantedDiagnostic> = { find, sentences: ruleSentences };

function* find(section: unknown): Generator<RuleFinding<HelpWantedDiagnostic>> {
  yield* periods(section, "on-call");
  yield* periods(section, "away");
  yield* routes(itemsIn(mappingIn(section).routes));
}

function* periods(section: unknown, key: "on-call" | "away"): Generator<RuleFinding<HelpWantedDiagnostic>> {
  for (const [index, { from, to }] of itemsIn(mappingIn(section)[key]).entries()) {
    if (typeof from !== "string" || typeof to !== "string" || from <= to) continue;
    yield { diagnostic: { kind: "dates-backwards", from, to }, path: [key, index, "to"] };
  }
}

function* routes(list: readonly RawConfig[]): Generator<RuleFinding<HelpWantedDiagnostic>> {
  for (const [index, route] of list.entries()) {
    const conditions = [...listed(route.labels), ...listed(route.paths)];
    const last = index === list.length - 1;
    if (conditions.length > 0 || last) continue;
    yield { diagnostic: { kind: "empty-condition" }, path: ["routes", index] };
  }
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

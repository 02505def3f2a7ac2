import type { z } from "zod";
import { same } from "../../text/change.ts";
import type { Sentence } from "../../text/sentence.ts";
import type { ChangeContext } from "../section.ts";
import type { branchesSection } from "./schema.ts";
import { changeText as text } from "./text.ts";

type Branches = z.output<typeof branchesSection>;

/** What changes for each base; a rule that moved and is otherwise the same is none. */
export function* changes(
  was: Branches | null,
  is: Branches | null,
  { inherited }: Pick<ChangeContext, "inherited">,
): Generator<Sentence> {
  if (was === null && is !== null) yield text.isNew();
  if (is === null) {
    if (was !== null) yield text.gone();
    return;
  }
  // Another file's rules are not shown: a reader here may not be allowed to read them there.
  if (inherited.before.has("") || inherited.after.has("")) return;
  const rulesFor = (rules: Branches | null, base: string) => (rules ?? []).filter(({ into }) => into === base);
  const bases = new Set([...(was ?? []), ...is].map(({ into }) => into));
  for (const base of bases) {
    const [before, after] = [rulesFor(was, base), rulesFor(is, base)];
    if (same(before, after)) continue;
    if (after.length === 0) yield text.freed(base);
    for (const rule of after) if (!before.some((known) => same(known, rule))) yield text.rule(rule);
    if (after.length > 0 && after.length < before.length) yield text.fewer(base);
  }
}

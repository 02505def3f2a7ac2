import type { Language } from "./language.ts";
import type { MilestoneCount } from "./milestone-count.ts";
import type { SreConfig } from "./schema.ts";
import { everySection } from "./sections/every.ts";
import type { ChangeContext } from "./sections/section.ts";
import { same, settingChange } from "./text/change.ts";
import type { Sentence } from "./text/sentence.ts";

interface BehaviorContext {
  readonly milestones: MilestoneCount | null;
  /** Keys from other files; their values are not compared, because a reader here may not be allowed to read them there. */
  readonly inherited: { readonly before: readonly string[]; readonly after: readonly string[] };
}

const NO_CONTEXT: BehaviorContext = { milestones: null, inherited: { before: [], after: [] } };

/** What Detoil will do differently with `after` than with `before`, one sentence each; null stands for "everything off". */
export function behaviorChanges(
  before: SreConfig | null,
  after: SreConfig | null,
  language: Language,
  context: BehaviorContext = NO_CONTEXT,
): string[] {
  const told = [...ofSections(before, after, context), ...ofSettings(before, after, context)];
  return told.map((sentence) => sentence[language]);
}

/** What is switched on, off, or set otherwise. */
function* ofSections(before: SreConfig | null, after: SreConfig | null, context: BehaviorContext): Generator<Sentence> {
  for (const [key, section] of everySection) {
    if (section.kind !== "section") continue;
    yield* section.changes?.(before?.[key] ?? null, after?.[key] ?? null, within(key, context)) ?? [];
  }
}

/** What holds for the whole file. */
function* ofSettings(before: SreConfig | null, after: SreConfig | null, context: BehaviorContext): Generator<Sentence> {
  if (before === null || after === null) return;
  const inherited = new Set([...context.inherited.before, ...context.inherited.after]);
  for (const [key, section] of everySection) {
    if (section.kind === "section") continue;
    if (section.changes) yield* section.changes(before[key] ?? null, after[key] ?? null, within(key, context));
    else if (!same(before[key], after[key]) && !inherited.has(key)) yield settingChange(key, before[key], after[key]);
  }
}

function within(section: string, { milestones, inherited }: BehaviorContext): ChangeContext {
  const keysIn = (keys: readonly string[]) =>
    new Set(keys.filter((key) => key.startsWith(`${section}.`)).map((key) => key.slice(section.length + 1)));
  return { milestones, inherited: { before: keysIn(inherited.before), after: keysIn(inherited.after) } };
}

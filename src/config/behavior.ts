import { changedLaterKeys } from "./changed-later-keys.ts";
import type { Language } from "./language.ts";
import type { SreConfig } from "./schema.ts";
import { everySection } from "./sections/every.ts";
import type { MilestoneCount } from "./sections/milestones/milestone-count.ts";
import type { ChangeContext } from "./sections/section.ts";
import { inheritedChange, same, settingChange } from "./text/change.ts";
import type { Sentence } from "./text/sentence.ts";

interface BehaviorContext {
  readonly milestones: MilestoneCount | null;
  /** Keys from other files; their values are not compared, because a reader here may not be allowed to read them there. */
  readonly inherited: { readonly before: readonly string[]; readonly after: readonly string[] };
}

const NO_CONTEXT: BehaviorContext = { milestones: null, inherited: { before: [], after: [] } };

interface BehaviorChanges {
  /** What Detoil will do differently, one sentence each. */
  readonly told: readonly string[];
  /** What is set otherwise and not available yet: sections, and keys in a section's lists. */
  readonly later: readonly string[];
}

/** What changes with `after` instead of `before`; null stands for "everything off". */
export function behaviorChanges(
  before: SreConfig | null,
  after: SreConfig | null,
  language: Language,
  context: BehaviorContext = NO_CONTEXT,
): BehaviorChanges {
  const told = [...ofSections(before, after, context), ...ofSettings(before, after, context)];
  // What is not shown must not pass for no change. Only where keys come from is told, never whether values are the same.
  const { inherited } = context;
  if (told.length === 0 && !same(inherited.before.toSorted(), inherited.after.toSorted())) told.push(inheritedChange);
  return { told: told.map((sentence) => sentence[language]), later: [...notAvailable(before, after, context)] };
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

function* notAvailable(before: SreConfig | null, after: SreConfig | null, context: BehaviorContext): Generator<string> {
  const { inherited } = context;
  const isHidden = (key: string) => [...inherited.before, ...inherited.after].some((one) => one.split(".")[0] === key);
  for (const [key, section] of everySection) {
    if (isHidden(key)) continue;
    const [was, is] = [before?.[key], after?.[key]];
    if (!section.available && !same(was, is)) yield key;
    if (section.available) yield* changedLaterKeys(key, section, was, is);
  }
}

function within(section: string, { milestones, inherited }: BehaviorContext): ChangeContext {
  const keysIn = (keys: readonly string[]) =>
    new Set(
      keys.flatMap((key) =>
        key === section ? "" : key.startsWith(`${section}.`) ? key.slice(section.length + 1) : [],
      ),
    );
  return { milestones, inherited: { before: keysIn(inherited.before), after: keysIn(inherited.after) } };
}

import { LATER_LANE_KEYS } from "./available.ts";
import { milestoneChanges } from "./milestone-changes.ts";
import type { MilestoneCount } from "./milestone-count.ts";
import type { Lane, Language, SreConfig } from "./schema.ts";
import { behaviorText as text } from "./text/behavior.ts";

const LATER_KEYS: ReadonlySet<string> = new Set(LATER_LANE_KEYS);

/** What Detoil will do differently with `after` than with `before`, one sentence each; null stands for "everything off". */
export function behaviorChanges(
  before: SreConfig | null,
  after: SreConfig | null,
  language: Language,
  { milestones, inherited }: BehaviorContext = NO_CONTEXT,
): string[] {
  const [was, is] = [new Set(inherited.before), new Set(inherited.after)];
  const hidden = new Set([...was, ...is]);
  const own = <Value>(value: Value, key: string, by: ReadonlySet<string>) => (by.has(key) ? null : value);
  return [
    ...laneChanges(
      own(before?.release?.lanes, "release.lanes", was) ?? [],
      own(after?.release?.lanes, "release.lanes", is) ?? [],
      language,
    ),
    ...milestoneChanges(
      own(before?.milestones, "milestones.tasks", was) ?? null,
      own(after?.milestones, "milestones.tasks", is) ?? null,
      language,
      { count: milestones, hidden },
    ),
    ...general(before, after, language, hidden),
  ];
}

interface BehaviorContext {
  readonly milestones: MilestoneCount | null;
  /** Keys from other files; their values are not compared, because a reader here may not be allowed to read them there. */
  readonly inherited: { readonly before: readonly string[]; readonly after: readonly string[] };
}

const NO_CONTEXT: BehaviorContext = { milestones: null, inherited: { before: [], after: [] } };

function* laneChanges(before: readonly Lane[], after: readonly Lane[], language: Language): Generator<string> {
  const named = (lane: Lane) => JSON.stringify([lane.from, lane.to]);
  const old = new Map(before.map((lane) => [named(lane), lane]));
  const kept = new Set(after.map(named));
  for (const lane of after) {
    const was = old.get(named(lane));
    if (was === undefined) yield text.laneNew(lane)[language];
    else yield* settings(was, lane, language);
  }
  for (const lane of before) if (!kept.has(named(lane))) yield text.laneGone(lane)[language];
}

function* settings(was: Lane, is: Lane, language: Language): Generator<string> {
  for (const key of Object.keys(is) as (keyof Lane)[]) {
    if (LATER_KEYS.has(key) || same(was[key], is[key])) continue;
    yield text.laneSetting(is, key, was[key], is[key])[language];
  }
}

function* general(
  before: SreConfig | null,
  after: SreConfig | null,
  language: Language,
  hidden: ReadonlySet<string>,
): Generator<string> {
  if (before === null || after === null) return;
  for (const key of ["timezone", "language"] as const) {
    if (before[key] !== after[key] && !hidden.has(key)) yield text.setting(key, before[key], after[key])[language];
  }
  for (const key of ["holidays", "closed", "week", "hours"] as const) {
    const [was, is] = [before.calendar[key], after.calendar[key]];
    if (!same(was, is) && !hidden.has(`calendar.${key}`)) yield text.setting(`calendar.${key}`, was, is)[language];
  }
  if (!same(before.repositories, after.repositories) && !hidden.has("repositories")) {
    yield text.setting("repositories", before.repositories, after.repositories)[language];
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

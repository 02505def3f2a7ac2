import { z } from "zod";
import type { SectionOf } from "../config/section-of.ts";
import type { LaneBranches } from "../config/sections/release/between-lanes.ts";
import type { Instant } from "./record.ts";

/** The cursor with what sre.yml said to count, and since when. */
export const DEFINITIONS = "definitions";

/** More than anybody changes in the weeks that are shown. */
const MOST = 20;

const definition = z.object({
  /** When it was seen first; null: it was there from the beginning. */
  since: z.iso.datetime().nullable(),
  /** The settings that decide what is counted, by their keys in sre.yml. */
  settings: z.record(z.string(), z.string()),
});

export type Definition = z.output<typeof definition>;

/** What of sre.yml was counted by until then was another. */
export interface DefinitionChange {
  readonly at: Instant;
  /** Keys of sre.yml. */
  readonly keys: readonly string[];
}

/** What counted until now as the cursor has it, the latest last; none: nothing is known. */
export function definitionsIn(stored: unknown): readonly Definition[] {
  return z.array(definition).safeParse(stored).data ?? [];
}

/** The same with what counts now, if that is new. */
export function definitionsWith(
  known: readonly Definition[],
  section: SectionOf<"four-keys">,
  lanes: readonly LaneBranches[],
  now: Date,
): readonly Definition[] {
  const settings = decidingSettings(section, lanes);
  const last = known.at(-1);
  if (last === undefined) return [{ since: null, settings }];
  if (changedKeys(last, { since: null, settings }).length === 0) return known;
  return [...known, { since: now.toISOString(), settings }].slice(-MOST);
}

/** In the order of time. */
export function definitionChanges(definitions: readonly Definition[]): readonly DefinitionChange[] {
  return definitions.flatMap((is, index) => {
    const was = definitions[index - 1];
    if (was === undefined || is.since === null) return [];
    return [{ at: Date.parse(is.since), keys: changedKeys(was, is) }];
  });
}

/** A key that an earlier version of Detoil did not know says nothing. */
function changedKeys({ settings: was }: Definition, { settings: is }: Definition): string[] {
  return Object.keys(is).filter((key) => was[key] !== undefined && was[key] !== is[key]);
}

function decidingSettings(section: SectionOf<"four-keys">, lanes: readonly LaneBranches[]): Definition["settings"] {
  const { deployments, services, incidents } = section;
  const given = {
    deployments,
    services,
    ...Object.fromEntries(Object.entries(incidents).map(([key, value]) => [`incidents.${key}`, value])),
    "lead-time": section["lead-time"],
    statistic: section.statistic,
    "ignore-authors": section["ignore-authors"],
    "release.lanes": lanes.map(({ from, to }) => [from, to]),
  };
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, JSON.stringify(value)]));
}

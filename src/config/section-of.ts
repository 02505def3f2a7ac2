import type { SreConfig } from "./schema.ts";
import type { SectionName } from "./sections/every.ts";

export type { SectionName } from "./sections/every.ts";

export type SectionOf<Name extends SectionName> = NonNullable<SreConfig[Name]>;

/** A section in force; null: it is off. */
export function sectionOf<Name extends SectionName>(config: SreConfig | null, name: Name): SectionOf<Name> | null {
  return config?.[name] ?? null;
}

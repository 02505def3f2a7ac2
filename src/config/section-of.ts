import type { SreConfig } from "./schema.ts";
import type { SectionName } from "./sections/every.ts";

export type { SectionName } from "./sections/every.ts";

export type SectionOf<Name extends SectionName> = NonNullable<SreConfig[Name]>;

/** An automation's part of sre.yml while it is on; null: it is always on, and has none. */
export type OwnSection<Name extends SectionName | null> = Name extends SectionName ? SectionOf<Name> : null;

/** A section in force; null: it is off. */
export function sectionOf<Name extends SectionName>(config: SreConfig | null, name: Name): SectionOf<Name> | null {
  return config?.[name] ?? null;
}

/** What sre.yml has for an automation with this section, or without one. null: the automation is off. */
export function ownSection(
  config: SreConfig | null,
  name: SectionName | null,
): { readonly section: OwnSection<SectionName | null> } | null {
  if (name === null) return { section: null };
  const section = sectionOf(config, name);
  return section === null ? null : { section };
}

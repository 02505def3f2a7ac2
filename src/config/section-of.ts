import type { SreConfig } from "./schema.ts";

type Setting = "version" | "_extends" | "repositories" | "timezone" | "language" | "calendar";

/** The keys of sre.yml that switch something on. */
export type SectionName = Exclude<keyof SreConfig, Setting>;

export type SectionOf<Name extends SectionName> = NonNullable<SreConfig[Name]>;

/** A section in force; null: it is off. */
export function sectionOf<Name extends SectionName>(config: SreConfig | null, name: Name): SectionOf<Name> | null {
  return config?.[name] ?? null;
}

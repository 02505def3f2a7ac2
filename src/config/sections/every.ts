import { sections } from "./index.ts";
import type { AnySection } from "./section.ts";

type Sections = typeof sections;
export type SectionKey = keyof Sections;

/** The keys that switch an automation on. */
export type SectionName = {
  [Key in SectionKey]: Sections[Key]["kind"] extends "section" ? Key : never;
}[SectionKey];

/** What the rules of any section find. */
export type RuleDiagnostic = {
  [Key in SectionKey]: FoundBy<Sections[Key]["rules"]>;
}[SectionKey];

type FoundBy<Rules> = Rules extends { find(section: unknown): Iterable<{ readonly diagnostic: infer Found }> }
  ? Found
  : never;

type LabelsOf<Of> = Of extends { readonly labels: infer Names } ? keyof Names & string : never;

/** The groups of settings, of all sections. */
export type GroupLabel = { [Key in SectionKey]: LabelsOf<Sections[Key]> }[SectionKey];

const byKey: Readonly<Record<SectionKey, AnySection>> = sections;

/** All descriptors, in the order of the reference. */
export const everySection = Object.entries(byKey) as readonly (readonly [SectionKey, AnySection])[];

/** The keys that may be null: all but the settings with one value. */
export const nullableSections: readonly SectionKey[] = everySection.flatMap(([key, { kind }]) =>
  kind === "setting" ? [] : [key],
);

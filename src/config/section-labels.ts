import { everySection, type GroupLabel } from "./sections/every.ts";
import type { Sentence } from "./text/sentence.ts";

export type SectionLabel = "file" | GroupLabel;

/** What the groups of settings are called in sentences: "… is not a setting of a milestone task". */
export const sectionLabels = Object.assign(
  { file: { en: "sre.yml", ja: "sre.yml" } },
  ...everySection.map(([, { labels }]) => labels),
) as Readonly<Record<SectionLabel, Sentence>>;

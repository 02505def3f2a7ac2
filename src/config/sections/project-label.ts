import type { Sentence } from "../text/sentence.ts";

/** An organization's project has the same label in every section. */
export const projectLabel: Sentence = { en: "a project", ja: "プロジェクト" };

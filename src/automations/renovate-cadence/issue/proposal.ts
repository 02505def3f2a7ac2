import type { Assessment } from "../assessment.ts";
import { cadenceOf } from "../measuring/cadence.ts";
import type { View } from "./view.ts";

/**
 * A promise that would have been kept, as a diff of sre.yml; null: it is kept, nothing can be proposed, or not what would help.
 * `editUrl`: where GitHub edits the file, if it is this repository's.
 */
export function proposalPart({ measured, terms }: Assessment, editUrl: string | null, { text }: View): string | null {
  const { proposed } = measured;
  const { cadence } = terms;
  if (proposed === null || cadenceOf(proposed).days <= cadence.days) return null;
  const diff = ["```diff", " renovate:", `-  cadence: ${cadence.name}`, `+  cadence: ${proposed}`, "```"];
  return [
    text.proposal(cadenceOf(proposed)) + (editUrl === null ? text.orEdit : text.editThere(editUrl)),
    diff.join("\n"),
  ].join("\n\n");
}

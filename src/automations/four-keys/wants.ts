import type { SectionOf } from "../../config/section-of.ts";
import type { Sentence } from "../../config/text/sentence.ts";
import type { ReconcileContext } from "../automation.ts";
import { messages } from "./report/text.ts";

type Section = Pick<SectionOf<"four-keys">, "deployments">;

/** The optional permission that this sre.yml needs: who counts other deployments does not have to grant it. */
export function wants({ deployments }: Section): Record<string, Sentence> {
  if (deployments.workflow === undefined) return {};
  return { actions: { en: messages("en").noRuns, ja: messages("ja").noRuns } };
}

/** Whether runs can be read. What a person's token may read nobody knows before. */
export function mayReadRuns(granted: ReconcileContext["granted"]): boolean {
  return granted === null || granted.actions !== undefined;
}

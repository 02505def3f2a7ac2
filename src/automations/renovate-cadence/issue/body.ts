import { folded } from "../../../markdown/folded.ts";
import { lengthOf } from "../../../markdown/length.ts";
import type { Assessment } from "../assessment.ts";
import { findings } from "./findings.ts";
import { heldBackPart } from "./held-back-part.ts";
import { keptAgain } from "./kept-again.ts";
import { numbersPart } from "./numbers-part.ts";
import { periodsPart } from "./periods-part.ts";
import { proposalPart } from "./proposal.ts";
import { verdictLine } from "./verdict.ts";
import type { View } from "./view.ts";
import { waitingPart } from "./waiting-part.ts";

/** Lengths of the list of what waits: the longest that fits. */
const LISTED = [10, 3, 0];

export interface Ends {
  /** When the issue is rewritten next; null: never. */
  readonly next: number | null;
  /** Where GitHub edits sre.yml; null: the promise is in another repository's. */
  readonly editUrl: string | null;
  readonly configUrl: string | null;
}

/** The issue's text within its markers, in at most `room` characters; null: it does not fit. */
export function issueContent(assessment: Assessment, ends: Ends, view: View, room: number): string | null {
  for (const most of LISTED) {
    const content = contentOf(assessment, ends, view, most);
    if (lengthOf(content) <= room) return content;
  }
  return null;
}

function contentOf(assessment: Assessment, { next, editUrl, configUrl }: Ends, view: View, most: number): string {
  const { text } = view;
  return [
    verdictLine(assessment, view),
    ...waitingPart(assessment, most, view),
    keptAgain(assessment, view),
    ...findings(assessment, view),
    proposalPart(assessment, editUrl, view),
    heldBackPart(assessment.facts.dashboard, view),
    periodsPart(assessment, view),
    assessment.offers.length === 0 ? null : numbersPart(assessment, view),
    folded(text.howSummary, text.how.map((line) => `- ${line}`).join("\n")),
    next === null ? null : text.next(view.moment(next)),
    text.signature(configUrl),
  ]
    .filter((part) => part !== null)
    .join("\n\n");
}

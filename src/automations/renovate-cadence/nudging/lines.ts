import type { ReconcileContext } from "../../automation.ts";
import { configUrlOf } from "../../config-url.ts";
import type { Assessment } from "../assessment.ts";
import { causeOf } from "../issue/cause.ts";
import { listedPull, pullLink } from "../issue/links.ts";
import { viewOf } from "../issue/plan-issue.ts";
import { cadenceOf } from "../measuring/cadence.ts";
import { endedLate } from "../measuring/judged-periods.ts";
import type { Offer } from "../measuring/offer.ts";
import type { Reason } from "./reasons.ts";
import { type NudgeText, nudgeText } from "./text.ts";

/** The quickest ones are enough. */
const MOST_STEPS = 5;
const MOST_NAMED = 5;

/** What a nudge says: who, why, what can be done, and what else could be promised. */
export function nudgeLines(
  reasons: readonly Reason[],
  assessment: Assessment,
  context: ReconcileContext<"renovate">,
): string[] {
  const view = viewOf(assessment, context);
  const text = nudgeText(view.language);
  const { facts, measured, terms } = assessment;
  const [first = "", ...others] = reasons.map((reason) => sentenceOf(reason, assessment, text, view));
  const concerned = new Set(reasons.flatMap(({ offers }) => offers.map(({ number }) => number)));
  const held = new Set(assessment.offers.filter((offer) => offer.held).map(({ number }) => number));
  const steps = facts.open
    .filter(({ number }) => !held.has(number) && (concerned.size === 0 || concerned.has(number)))
    .toSorted((a, b) => effort(a.waiting) - effort(b.waiting) || a.openedAt - b.openedAt)
    .slice(0, MOST_STEPS)
    .map((update) => `- ${view.text.waits(listedPull(update, view), [], causeOf(update, view))}`);
  const { proposed } = measured;
  const isLonger = proposed !== null && cadenceOf(proposed).days > terms.cadence.days;
  return [
    [text.who(context.section.owners.map(mention)) + first, ...others].join("\n\n"),
    "",
    `${text.canBeDone}\n${steps.join("\n")}`,
    "",
    ...(isLonger ? [text.proposal(cadenceOf(proposed)), ""] : []),
    text.signature(configUrlOf(context)),
  ];
}

/** What is nearly done comes first. */
function effort(waiting: Assessment["facts"]["open"][number]["waiting"]): number {
  return [null, "review", "checks", "conflict"].indexOf(waiting);
}

/** sre.yml has `alice` and `@acme/web`. */
function mention(owner: string): string {
  return owner.startsWith("@") ? owner : `@${owner}`;
}

function sentenceOf(
  reason: Reason,
  { measured, terms }: Assessment,
  text: NudgeText,
  view: ReturnType<typeof viewOf>,
): string {
  const { cadence } = terms;
  const { missed } = measured.breaches;
  const rest = reason.offers.length - MOST_NAMED;
  const names = [
    ...reason.offers.slice(0, MOST_NAMED).map(({ number }: Offer) => pullLink(number, view)),
    ...(rest > 0 ? [text.more(rest)] : []),
  ];
  switch (reason.kind) {
    case "security":
      return text.security(names);
    case "security-soon":
      return text.securitySoon(names, view.moment(reason.by));
    case "broken":
      if (names.length > 0) return text.late(cadence, names);
      if (missed !== null && endedLate(missed))
        return text.wereLate(cadence, view.period(missed, "sentence"), missed.late);
      return text.nothingMerged(cadence, measured.lastMergedAt === null ? null : view.day(measured.lastMergedAt));
    case "soon":
      return names.length > 0
        ? text.lateSoon(cadence, names, view.moment(reason.by))
        : text.periodEnds(cadence, view.moment(reason.by));
  }
}

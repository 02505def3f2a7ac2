import type { SetCheckRun } from "../../../github/actions.ts";
import { planCheckRun } from "../../../managed/check-run.ts";
import type { ReconcileContext } from "../../automation.ts";
import { configUrlOf } from "../../config-url.ts";
import { CADENCE_CHECK } from "../../required-checks.ts";
import type { Assessment } from "../assessment.ts";
import type { Gated } from "../facts.ts";
import { causeOf } from "../issue/cause.ts";
import { keptAgain } from "../issue/kept-again.ts";
import { listedPull } from "../issue/links.ts";
import { viewOf } from "../issue/plan-issue.ts";
import { lateSince } from "../issue/waiting-part.ts";
import { endedLate } from "../measuring/judged-periods.ts";
import { gateText } from "./text.ts";

type Context = ReconcileContext<"renovate">;

const MOST_STEPS = 10;

interface Conclusion {
  readonly conclusion: "success" | "failure";
  readonly title: string;
  readonly summary: string;
}

/** The check on each of these commits: a release's is as the promise is, every other is green. */
export function planChecks(gated: readonly Gated[], assessment: Assessment | null, context: Context): SetCheckRun[] {
  const release = assessment === null ? null : releaseConclusion(assessment, context);
  return gated.flatMap(({ headOid, isRelease, checkRun }) => {
    const concluded = isRelease ? release : ordinary(context);
    if (concluded === null) return [];
    const because = isRelease
      ? "the promised cadence decides on releases"
      : "the check can be required, so every one has it";
    return planCheckRun(checkRun, { ...concluded, name: CADENCE_CHECK, headOid, because }, "update");
  });
}

function ordinary({ config }: Context): Conclusion {
  const text = gateText(config.language);
  return { conclusion: "success", title: text.ordinaryTitle, summary: text.ordinary };
}

function releaseConclusion(assessment: Assessment, context: Context): Conclusion {
  const { measured, terms, facts } = assessment;
  const text = gateText(context.config.language);
  const end = text.signature(configUrlOf(context));
  if (!measured.broken)
    return { conclusion: "success", title: text.keptTitle, summary: `${text.kept(terms.cadence)}\n\n${end}` };
  const view = viewOf(assessment, context);
  const late = new Set([...measured.breaches.security, ...measured.breaches.late].map(({ number }) => number));
  const steps = facts.open
    .filter(({ number }) => late.size === 0 || late.has(number))
    .slice(0, MOST_STEPS)
    .map((update) => `- ${view.text.waits(listedPull(update, view), [], causeOf(update, view))}`);
  return {
    conclusion: "failure",
    title: titleOf(assessment, context),
    summary: `${text.broken(terms.cadence, steps, keptAgain(assessment, view))}\n\n${end}`,
  };
}

function titleOf({ measured, terms }: Assessment, context: Context): string {
  const text = gateText(context.config.language);
  const view = viewOf({ terms }, context);
  const { security, late, missed } = measured.breaches;
  for (const [offers, title] of [[security, text.securityTitle] as const, [late, text.lateTitle] as const]) {
    const [first] = offers;
    if (first !== undefined) return title(`#${first.number}`, view.day(lateSince(first, terms)), offers.length - 1);
  }
  if (missed === null) return "";
  const period = view.period(missed, "sentence");
  return endedLate(missed) ? text.lateAtEndTitle(period) : text.missedTitle(period);
}

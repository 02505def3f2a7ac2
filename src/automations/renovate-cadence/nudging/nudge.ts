import { isOpen } from "../../../calendar/business.ts";
import { isoDay } from "../../../calendar/zone.ts";
import type { CreateComment, CreateIssue, UpdateIssue } from "../../../github/actions.ts";
import { createMarked, mayBeFurtherBack, ownComments } from "../../../managed/marked-comment.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { Assessment } from "../assessment.ts";
import { nudgeLines } from "./lines.ts";
import { currentPeriod, type Reason, reasonsOf } from "./reasons.ts";

const NUDGE = "cadence-nudge";

type Context = ReconcileContext<"renovate">;

/**
 * Asks the owners to act, in business hours: a new comment on the issue, at most once in a period for each kind of reason. None on an
 * issue that a person closed, who knows. `issue`: what is written to it before.
 */
export function nudge(
  assessment: Assessment,
  issue: readonly (CreateIssue | UpdateIssue)[],
  context: Context,
): CreateComment[] {
  const reasons = dueReasons(assessment, context);
  const on = issueOf(assessment, issue);
  if (reasons.length === 0 || on === null || !isOpen(context.now, assessment.terms.calendar)) return [];
  const period = periodKey(assessment);
  const kinds = reasons.map(({ kind }) => kind);
  return [
    createMarked({
      number: on,
      key: NUDGE,
      data: { period, reasons: kinds },
      text: nudgeLines(reasons, assessment, context).join("\n"),
      identity: `nudge/${period}/${kinds.join("+")}`,
      once: true,
      because: `the promise ${kinds.some((kind) => kind === "soon") ? "ends soon" : "needs its owners"}`,
    }),
  ];
}

/** Of the reasons to nudge those that the owners have not heard of in this period. */
export function dueReasons(assessment: Assessment, { section, self }: Context): Reason[] {
  const { issue } = assessment.facts;
  if (!section.nudge || section.owners.length === 0) return [];
  const comments = issue?.comments ?? [];
  const since = startOf(assessment);
  if (mayBeFurtherBack(comments, issue?.hasEarlier ?? false, new Date(since))) return [];
  const heard = new Set(
    ownComments(comments, NUDGE, self)
      .filter(({ id, data }) => isOfThisPeriod(assessment, data?.period, timeOf(comments, id), since))
      .flatMap(({ data }) => (Array.isArray(data?.reasons) ? (data.reasons as unknown[]) : [])),
  );
  return reasonsOf(assessment).filter(({ kind }) => !heard.has(kind));
}

/** Since when a nudge counts as one of this period. A number of days has no calendar: it is counted back from now. */
function startOf(assessment: Assessment): number {
  const { terms, now } = assessment;
  return terms.cadence.duration.unit === "days"
    ? now.getTime() - terms.cadence.days * 86_400_000
    : currentPeriod(assessment).from;
}

function isOfThisPeriod(assessment: Assessment, period: unknown, time: number, since: number): boolean {
  return assessment.terms.cadence.duration.unit === "days" ? time >= since : period === periodKey(assessment);
}

function timeOf(comments: readonly { readonly id: number; readonly createdAt: Date }[], id: number): number {
  return comments.find((comment) => comment.id === id)?.createdAt.getTime() ?? 0;
}

/** The day on which the period began. */
function periodKey(assessment: Assessment): string {
  const { terms, now } = assessment;
  const byDays = terms.cadence.duration.unit === "days";
  return isoDay(byDays ? now : new Date(currentPeriod(assessment).from), terms.calendar.timezone);
}

/** The open issue, or the one that is created or opened again now; null: there is none. */
function issueOf(
  { facts }: Assessment,
  planned: readonly (CreateIssue | UpdateIssue)[],
): CreateComment["number"] | null {
  const [write] = planned;
  if (write?.action === "create-issue") return { ref: write.ref };
  const isReopened = write?.state === "open";
  return facts.issue !== null && (facts.issue.open || isReopened) ? facts.issue.number : null;
}

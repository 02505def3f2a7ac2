import type { ReconcileContext } from "../automation.ts";
import type { HelpFacts, RequestFacts } from "./facts.ts";
import type { Candidate, Reason } from "./picking/selection.ts";
import type { ReportFacts } from "./report/facts.ts";
import { numbersOf } from "./report/numbers.ts";
import { selectionFor } from "./request/ask.ts";
import { clockOf } from "./request/clock-of.ts";
import { standing } from "./request/standing.ts";
import { dueAt } from "./request/timing.ts";

type Context = ReconcileContext<"help-wanted">;

/** The facts as `preview --json` prints them: before the plan. */
export function describe(facts: HelpFacts, context: Context): Readonly<Record<string, unknown>> {
  switch (facts.kind) {
    case "list":
      return { requests: facts.numbers };
    case "report":
      return reportNumbers(facts.report, context);
    case "none":
      return { request: null, candidates: [] };
    case "request":
      return requestFacts(facts, context);
  }
}

function reportNumbers(report: ReportFacts | null, context: Context): Readonly<Record<string, unknown>> {
  if (report === null) return { report: null };
  const numbers = numbersOf(report.records, clockOf(context));
  return { report: numbers, all_repositories: report.isShared, issue: report.issue?.number ?? null };
}

function requestFacts(facts: RequestFacts, context: Context): Readonly<Record<string, unknown>> {
  const request = standing(facts, context)?.request ?? facts.recorded?.request ?? null;
  if (request === null) return { request: null, candidates: [] };
  const { state, asked, askedAt, remindedAt } = request;
  return {
    request: {
      number: facts.item.number,
      state,
      asked,
      asked_at: secondsOf(askedAt),
      due_at: secondsOf(dueAt(request, clockOf(context))),
      reminded_at: secondsOf(remindedAt),
    },
    candidates: selectionFor(request, facts, context).candidates.map(candidate),
  };
}

function candidate({ login, eligible, reasons, open, lastAskedAt }: Candidate) {
  return {
    login,
    eligible,
    reasons: reasons.map(reasonOf),
    open,
    last_asked_at: secondsOf(lastAskedAt),
  };
}

/** As GitHub writes times. */
function secondsOf(moment: Date | string | null): string | null {
  return moment === null ? null : `${new Date(moment).toISOString().slice(0, 19)}Z`;
}

function reasonOf(reason: Reason): string {
  switch (reason.kind) {
    case "author":
      return "opened it";
    case "away":
      return `away until ${reason.until}`;
    case "busy":
      return "busy on GitHub";
    case "full":
      return `${reason.open} open requests, max-open is ${reason.most}`;
    case "not-on-call":
      return "not on call";
    case "not-in-route":
      return "not in the route that matches";
    case "asked-before":
      return "asked before";
    case "enough-today":
      return `${reason.asked} new requests today`;
  }
}

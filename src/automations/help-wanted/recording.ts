import type { Recording } from "../../records/book.ts";
import type { ReconcileContext } from "../automation.ts";
import type { HelpFacts, RequestFacts } from "./facts.ts";
import { reportReading } from "./report/plan.ts";
import { advance } from "./request/advance.ts";
import { readingOf } from "./request/reading.ts";
import type { HelpRequest } from "./request/request.ts";
import { standing } from "./request/standing.ts";
import { newTurn } from "./request/turns.ts";

type Context = ReconcileContext<"help-wanted">;

/** The comments of this repository were read into this book. */
export const READ = "help-wanted/read";

/** What the comments tell, and what becomes of it in this reconciliation; whom it asks is reserved until they tell that, too. */
export function recording(facts: HelpFacts, context: Context): Recording {
  switch (facts.kind) {
    case "list":
      return facts.known === null
        ? { readings: [], cursors: [] }
        : {
            readings: [],
            cursors: [{ name: READ, value: true }],
            help: facts.known.map((one) => readingOf(one, context)),
          };
    case "none":
      return { readings: [], cursors: [], helpGone: [facts.number] };
    case "report": {
      const reading = facts.report === null ? null : reportReading(facts.report, context);
      return { readings: [], cursors: [], help: reading === null ? [] : [reading] };
    }
    case "request":
      return { readings: [], cursors: [], help: requestsIn(facts, context).map((one) => readingOf(one, context)) };
  }
}

function requestsIn(facts: RequestFacts, context: Context) {
  const { number } = facts.item;
  const advanced = advance(facts, context);
  const told = facts.recorded?.request ?? null;
  // Somebody deleted the comment: the request is no longer anybody's.
  if (advanced === null) return told === null ? [] : [{ number, request: over(told, context) }];
  const { replaced } = advanced;
  const asksAnybody = newTurn(advanced.request, told) !== null;
  const request = asksAnybody ? (standing(facts, context)?.request ?? advanced.request) : advanced.request;
  return [...(replaced === null ? [] : [replaced]), request].map((one) => ({ number, request: one }));
}

function over(request: HelpRequest, { now }: Context): HelpRequest {
  return { ...request, state: "ended", ended: request.ended ?? { how: "done", at: now.toISOString(), by: null } };
}

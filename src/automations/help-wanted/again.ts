import type { ReconcileContext } from "../automation.ts";
import type { HelpFacts } from "./facts.ts";
import { advance } from "./request/advance.ts";
import { clockOf } from "./request/clock-of.ts";
import { afterPending } from "./request/pending.ts";
import { nextMoment } from "./request/timing.ts";

/** When somebody is to be asked, reminded or relieved, if nothing happens before. */
export function again(facts: HelpFacts, context: ReconcileContext<"help-wanted">): Date | null {
  const advanced = facts.kind === "request" ? advance(facts, context) : null;
  if (facts.kind !== "request" || advanced === null) return null;
  return afterPending(facts, context.self, context.now) ?? nextMoment(advanced.request, clockOf(context));
}

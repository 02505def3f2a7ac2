import type { ReconcileContext } from "../automation.ts";
import { sentencesOf } from "./check/sentences.ts";
import { verdictOf } from "./evaluating/verdict.ts";
import type { GuardFacts } from "./facts.ts";

/** The facts as `preview --json` prints them: each pull request once, and in English as everything on a terminal. */
export function describe(
  { heads }: GuardFacts,
  context: ReconcileContext<"branches">,
): Readonly<Record<string, unknown>> {
  const pulls = heads.flatMap((head) => head.pulls).sort((a, b) => a.number - b.number);
  return {
    pulls: pulls.map((pull) => {
      const verdict = verdictOf(pull, context.section);
      const { number, base, head } = pull;
      return { number, base, head, allowed: verdict.allowed, reasons: sentencesOf(pull, verdict, context, "en") };
    }),
  };
}

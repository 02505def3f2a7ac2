import type { Plan, SetCheckRun } from "../../github/actions.ts";
import { planCheckRun, worstOf } from "../../managed/check-run.ts";
import type { ReconcileContext } from "../automation.ts";
import { configUrlOf } from "../config-url.ts";
import { BRANCH_CHECK } from "../required-checks.ts";
import { conclusionOf } from "./check/conclusion.ts";
import type { GuardedHead, GuardFacts } from "./facts.ts";
import { messages } from "./text.ts";

/** GitHub takes 65,535 characters; a merge group may bring a hundred pull requests. */
const MOST_TOLD = 10;

/** The missing checks. */
export function plan({ heads }: GuardFacts, context: ReconcileContext<"branches">): Plan {
  return heads.flatMap((head) => checkOn(head, context));
}

/** A check belongs to a commit: of several pull requests with one head the worst counts, and each is named. */
function checkOn(head: GuardedHead, context: ReconcileContext<"branches">): SetCheckRun[] {
  const text = messages(context.config.language);
  const concluded = head.pulls.toSorted((a, b) => a.number - b.number).map((pull) => conclusionOf(pull, context));
  const worst = worstOf(concluded);
  // Whoever put a pull request into the queue sees the check there.
  const isNamed = concluded.length > 1 || head.isGroup;
  const each = concluded.map(({ number, title, summary }, index) =>
    isNamed ? [`**#${number}** ${title}`, ...(index < MOST_TOLD ? [summary] : [])].join("\n\n") : summary,
  );
  const isRed = worst?.conclusion === "failure";
  const title =
    worst === undefined
      ? text.nothing
      : isNamed && isRed
        ? `#${worst.number}: ${worst.title}`
        : concluded.length > 1
          ? text.allAllowedTitle(concluded.length)
          : worst.title;
  const wanted = {
    name: BRANCH_CHECK,
    headOid: head.headOid,
    conclusion: worst?.conclusion ?? "success",
    title,
    summary: [...(worst === undefined ? [text.nothing] : each), text.signature(configUrlOf(context))].join("\n\n"),
    because: isRed ? "sre.yml does not allow this merge" : "the check can be required, so every pull request has it",
  } as const;
  return planCheckRun(head.checkRun, wanted, "update");
}

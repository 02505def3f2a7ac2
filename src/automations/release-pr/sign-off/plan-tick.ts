import type { SetCheckRun } from "../../../github/actions.ts";
import { planCheckRun } from "../../../managed/check-run.ts";
import type { ReconcileContext } from "../../automation.ts";
import { CHECK } from "../check/check.ts";
import { signedBy } from "./attribution.ts";
import { storedIn, withSignOff } from "./check-block.ts";
import type { TickFacts } from "./facts.ts";
import { signaturesOf, tickedIn } from "./sign-off.ts";

/**
 * The check after a tick, judged by what the check itself says about everything else. Where it says nothing, `lanes` does, which
 * is reconciled after every tick: something else may have changed since the check was written.
 */
export function planTick({ pull }: TickFacts, context: ReconcileContext): SetCheckRun[] {
  const stored = storedIn(pull?.checkRun?.summary ?? "");
  if (pull === null || stored === null) return [];
  const { body, headOid, checkRun, history } = pull;
  const attributions = signedBy(tickedIn(body), history, stored.attributions);
  const signatures = signaturesOf(body, stored.expected);
  const concluded = withSignOff(stored.others, { signatures, attributions }, context);
  return planCheckRun(checkRun, { ...concluded, name: CHECK, headOid, because: concluded.title }, "update");
}

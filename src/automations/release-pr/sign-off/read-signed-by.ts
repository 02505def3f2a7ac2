import type { GitHub } from "../../../github/client.ts";
import type { OwnCheckRun } from "../../../github/own-check.ts";
import type { ReconcileContext } from "../../automation.ts";
import { signedBy } from "./attribution.ts";
import { storedIn } from "./check-block.ts";
import type { Attributions } from "./facts.ts";
import { readHistory } from "./read-history.ts";
import { tickedIn } from "./sign-off.ts";

interface Ticked {
  readonly number: number;
  readonly body: string;
}

/**
 * Who ticked the boxes of a release. Of those that the check names already nothing is read: one request for a new head, or a
 * new tick.
 */
export async function readSignedBy(
  github: GitHub,
  context: ReconcileContext,
  { number, body }: Ticked,
  checkRun: OwnCheckRun | null,
): Promise<Attributions> {
  const known = storedIn(checkRun?.summary ?? "")?.attributions ?? new Map();
  const ticked = tickedIn(body);
  if ([...ticked].every((key) => known.has(key))) return known;
  return signedBy(ticked, await readHistory(github, context, number), known);
}

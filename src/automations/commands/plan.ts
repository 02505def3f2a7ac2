import { claimantsOf, isOn } from "../../commands/declaration.ts";
import { type Dispatched, dispatch } from "../../commands/dispatch.ts";
import type { ConversationFacts } from "../../commands/facts.ts";
import type { Plan } from "../../github/actions.ts";
import type { ReconcileContext, Wake } from "../automation.ts";
import { configUrlOf } from "../config-url.ts";
import type { DeclaredHere } from "./declared-by.ts";
import type { CommandsFacts } from "./gather.ts";

export function plan(
  { conversation }: CommandsFacts,
  declared: readonly DeclaredHere[],
  context: ReconcileContext,
): Plan {
  return conversation === null ? [] : dispatched(conversation, declared, context).plan;
}

/**
 * What a command changed is reconciled right after. Where nothing is pending, the process may have died between the last
 * reply and this wake.
 */
export function wakes(
  { conversation: facts }: CommandsFacts,
  declared: readonly DeclaredHere[],
  context: ReconcileContext,
): readonly Wake[] {
  if (facts === null) return [];
  const { conversation, pending } = facts;
  const { changed } = dispatched(facts, declared, context);
  return declared
    .filter((one) => isOn(one, context) && (pending.length === 0 || changed.has(one.name)))
    .filter((one) => claimantsOf(conversation, [one], context).length > 0)
    .flatMap(({ name, commands }) =>
      commands.stale(conversation).map((target): Wake => ({ automation: name, target, notBefore: null })),
    );
}

export function dispatched(
  facts: ConversationFacts,
  declared: readonly DeclaredHere[],
  context: ReconcileContext,
): Dispatched {
  const url = configUrlOf(context);
  return dispatch(facts, declared, context, url === null ? "`.github/sre.yml`" : `[sre.yml](${url})`);
}

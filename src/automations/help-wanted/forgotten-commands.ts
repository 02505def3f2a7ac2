import type { ReconcileContext, Wake } from "../automation.ts";
import { conversations } from "../conversation-target.ts";
import type { HelpFacts } from "./facts.ts";
import { patienceEnds } from "./request/pending.ts";

/** A command that nobody answered: its webhook was lost. The request waits for it. */
export function forgottenCommands(facts: HelpFacts, { self, now }: ReconcileContext<"help-wanted">): readonly Wake[] {
  const notBefore = facts.kind === "request" ? patienceEnds(facts, self, now) : null;
  if (facts.kind !== "request" || notBefore === null) return [];
  const target = conversations.format({ kind: "conversation", value: facts.item.number });
  return [{ automation: "commands", target, notBefore }];
}

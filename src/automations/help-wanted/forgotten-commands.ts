import { earliest } from "../../calendar/earliest.ts";
import type { ReconcileContext, Wake } from "../automation.ts";
import { conversations } from "../conversation-target.ts";
import type { HelpFacts } from "./facts.ts";
import { pendingIn } from "./request/pending.ts";

/** By then a command's own webhook has had it answered, and lists show the reply. */
const PATIENCE_MS = 60_000;

/** A command that nobody answered: its webhook was lost. The request waits for it. */
export function forgottenCommands(facts: HelpFacts, { self }: ReconcileContext<"help-wanted">): readonly Wake[] {
  if (facts.kind !== "request") return [];
  const since = earliest(pendingIn(facts.item, self).map(({ comment }) => comment.createdAt));
  if (since === null) return [];
  const target = conversations.format({ kind: "conversation", value: facts.item.number });
  return [{ automation: "commands", target, notBefore: new Date(since.getTime() + PATIENCE_MS) }];
}

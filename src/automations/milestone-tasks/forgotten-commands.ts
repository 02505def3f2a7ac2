import { earliest } from "../../calendar/earliest.ts";
import { pendingCommands } from "../../commands/pending.ts";
import type { ReconcileContext, Wake } from "../automation.ts";
import { conversations } from "../conversation-target.ts";
import type { OneMilestone } from "./facts.ts";
import { recognized } from "./recognize.ts";

/** By then a command's own webhook has had it answered, and lists show the reply. */
const PATIENCE_MS = 60_000;

/** Conversations with commands that nobody answered: their webhook was lost, and GitHub keeps it for three days only. */
export function forgottenCommands(facts: OneMilestone, context: ReconcileContext<"milestones">): readonly Wake[] {
  const { parent, own, movedIn } = recognized(facts, context);
  return [...own, ...movedIn, ...(parent === null ? [] : [parent])].flatMap(({ number, comments }) => {
    const since = earliest(pendingCommands(comments, context.self).map(({ comment }) => comment.createdAt));
    if (since === null) return [];
    const target = conversations.format({ kind: "conversation", value: number });
    return [{ automation: "commands", target, notBefore: new Date(since.getTime() + PATIENCE_MS) }];
  });
}

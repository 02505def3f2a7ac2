import { observedComment } from "../../commands/awaited.ts";
import { readCommands } from "../../commands/read-commands.ts";
import type { Self } from "../../github/client.ts";
import type { Target, WebhookEvent } from "../automation.ts";
import { conversations } from "../conversation-target.ts";
import { at } from "../payload.ts";

/** A person's new comment that holds a command. Its text is read again from GitHub. */
export function targetsFor(event: WebhookEvent, self: Self): readonly Target[] {
  const found = commandIn(event, self);
  return found === null ? [] : [conversations.format({ kind: "conversation", value: found.number })];
}

/** The comment, until it is answered: lists may not show it yet. */
export function observes(event: WebhookEvent, self: Self): readonly string[] {
  const found = commandIn(event, self);
  return typeof found?.comment === "number" ? [observedComment(found.number, found.comment)] : [];
}

function commandIn({ name, action, sender, payload }: WebhookEvent, self: Self) {
  if (name !== "issue_comment" || action !== "created" || sender === self.login) return null;
  if (at(payload, "comment", "user", "type") === "Bot") return null;
  const body = at(payload, "comment", "body");
  const number = at(payload, "issue", "number");
  const comment = at(payload, "comment", "id");
  if (typeof body !== "string" || typeof number !== "number") return null;
  return readCommands(body).length > 0 ? { number, comment } : null;
}

import { readCommands } from "../../commands/read-commands.ts";
import type { Self } from "../../github/client.ts";
import type { Target, WebhookEvent } from "../automation.ts";
import { at } from "../payload.ts";

export function targetOf(number: number): Target {
  return `conversation/${number}`;
}

/** A person's new comment that holds a command. Its words are read again on GitHub. */
export function wakes({ name, action, sender, payload }: WebhookEvent, self: Self): readonly Target[] {
  if (name !== "issue_comment" || action !== "created" || sender === self.login) return [];
  if (at(payload, "comment", "user", "type") === "Bot") return [];
  const body = at(payload, "comment", "body");
  const number = at(payload, "issue", "number");
  const isCommand = typeof body === "string" && readCommands(body).length > 0;
  return isCommand && typeof number === "number" ? [targetOf(number)] : [];
}

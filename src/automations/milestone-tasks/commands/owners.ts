import { escapeText } from "../../../markdown/escape.ts";
import type { CommandText } from "./text.ts";
import type { CommandContext, Outcome, TaskStatus } from "./verb.ts";

/** Replaces the assignees; `leftOut` are sentences about the others. */
export function assignedTo(logins: readonly string[], leftOut: readonly string[], text: CommandText): Outcome {
  const line = [text.assigned(logins.map(escapeText)), ...leftOut].join(text.gap);
  return { change: { assignees: logins }, line };
}

export function presentOwners({ assignees }: TaskStatus, { text }: CommandContext): string {
  return assignees.length === 0 ? text.nobody : text.assigned(assignees.map(escapeText));
}

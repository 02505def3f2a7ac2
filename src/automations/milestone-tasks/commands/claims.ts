import type { Conversation } from "../../../commands/conversation.ts";
import { findMarkers } from "../../../markdown/marker.ts";
import { PARENT, readParent, readTask, TASK } from "../metadata.ts";

/** An issue that Detoil created for a milestone: a task or a parent. Whose it is may be unreadable. */
export function claims({ kind, isOurs, body }: Conversation): "task" | null {
  if (kind !== "issue" || !isOurs) return null;
  const isMarked = findMarkers(body).some(({ key, closing }) => (key === TASK || key === PARENT) && !closing);
  return isMarked ? "task" : null;
}

/** The milestone that it was created for; null: its marker does not hold a valid number. */
export function homeOf({ body }: Pick<Conversation, "body">): number | null {
  return (readTask(body) ?? readParent(body))?.metadata.milestone ?? null;
}

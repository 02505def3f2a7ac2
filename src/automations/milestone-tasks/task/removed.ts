import type { Action } from "../../../github/actions.ts";
import { createMarked, deleteMarked, ownComments } from "../../../managed/marked-comment.ts";
import type { ReconcileContext } from "../../automation.ts";
import { configUrlOf } from "../../config-url.ts";
import { messages } from "../text.ts";
import type { DesiredTask } from "./desired.ts";
import type { TaskState } from "./state.ts";

interface Task {
  readonly state: TaskState;
  readonly desired: Pick<DesiredTask, "removed">;
}

export const REMOVED = "removed";

/** Says once on a task that sre.yml no longer has it; deletes that comment when it is back. Comes before the update. */
export function reportRemoved({ state, desired }: Task, context: ReconcileContext): Action[] {
  const { issue, open, ownedHere } = state;
  if (!open || !ownedHere) return [];
  const reported = ownComments(issue.comments, REMOVED, context.self);
  if (!desired.removed) {
    const because = "sre.yml has this task again";
    return issue.metadata.removed ? deleteMarked(reported, because) : [];
  }
  if (issue.metadata.removed || reported.length > 0) return [];
  const text = messages(context.config.language);
  const url = configUrlOf(context);
  return [
    createMarked({
      number: issue.number,
      key: REMOVED,
      text: text.removed(url),
      identity: `removed/${issue.number}`,
      because: "sre.yml no longer has this task",
      bulk: true,
    }),
  ];
}

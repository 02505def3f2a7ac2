import type { Action } from "../../../github/actions.ts";
import { marker } from "../../../markdown/marker.ts";
import type { Look } from "../../automation.ts";
import { configUrlOf } from "../../config-url.ts";
import { ownComments } from "../own-comments.ts";
import { textOf } from "../text.ts";
import type { Handled } from "./handled.ts";

export const REMOVED = "removed";

/** Says once on a task that sre.yml no longer has it; takes that back when it is there again. Goes before the update. */
export function tellRemoved({ state, wanted }: Handled, look: Look): Action[] {
  const { issue, open, kept } = state;
  if (!open || !kept) return [];
  const said = ownComments(issue.comments, REMOVED, look.self);
  if (!wanted.removed) {
    const because = "sre.yml has this task again";
    return issue.mark.removed ? said.map(({ id }) => ({ action: "delete-comment", comment_id: id, because })) : [];
  }
  if (issue.mark.removed || said.length > 0) return [];
  const text = textOf(look.config.language);
  const url = configUrlOf(look);
  const body = `${marker(REMOVED)}\n${text.removed(url)}`;
  return [
    {
      action: "create-comment",
      number: issue.number,
      identity: `removed/${issue.number}`,
      body,
      because: "sre.yml no longer has this task",
      bulk: true,
    },
  ];
}

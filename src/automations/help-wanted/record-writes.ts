import type { Action, CreateComment, Plan } from "../../github/actions.ts";
import { createMarked } from "../../managed/marked-comment.ts";
import { sameText } from "../../markdown/line-ends.ts";
import { marker } from "../../markdown/marker.ts";
import type { ReconcileContext } from "../automation.ts";
import { showingOf } from "./comment/showing.ts";
import { statusText } from "./comment/status.ts";
import type { Item, RequestFacts } from "./facts.ts";
import { peopleWrites } from "./people-writes.ts";
import { STATUS } from "./request/recorded.ts";
import type { HelpRequest } from "./request/request.ts";

type Context = ReconcileContext<"help-wanted">;

/** A request as it stands now, in the comment that shows it; whom it notifies is the reconciliation's. */
export function recordWrites(
  request: HelpRequest,
  { item, recorded }: RequestFacts,
  context: Context,
  why: string,
): Plan {
  const former = recorded?.request.since === request.since ? recorded : null;
  if (former === null) {
    const first = { ...request, revision: 1 };
    return [...peopleWrites(null, first, item), createStatus(first, item, context, why)];
  }
  if (former.status === null) return [];
  const next = counted(request, former.request);
  return [...peopleWrites(former.request, next, item), ...editStatus(former.status.id, next, item, context, why)];
}

export function createStatus(request: HelpRequest, item: Item, context: Context, why: string): CreateComment {
  return createMarked({
    number: item.number,
    key: STATUS,
    data: request,
    text: statusText(request, showingOf(request, item, context)),
    identity: identityOf(item.number, request),
    once: true,
    because: why,
  });
}

export function editStatus(
  id: number,
  request: HelpRequest,
  item: Pick<Item, "author" | "comments">,
  context: Context,
  why: string,
): Action[] {
  const body = `${marker(STATUS, request)}\n${statusText(request, showingOf(request, item, context))}`;
  const shown = item.comments.find((comment) => comment.id === id)?.body ?? "";
  return sameText(shown, body) ? [] : [{ action: "update-comment", comment_id: id, body, because: why }];
}

/** With the next revision, if anything about it has changed. */
export function counted(request: HelpRequest, former: HelpRequest): HelpRequest {
  const revision = Math.max(request.revision, former.revision);
  const isSame = JSON.stringify({ ...request, revision }) === JSON.stringify({ ...former, revision });
  return { ...request, revision: isSame ? revision : revision + 1 };
}

/** Of the comment that shows it; those of the short ones continue it. */
export function identityOf(number: number, { since }: Pick<HelpRequest, "since">): string {
  return `help/${number}/${since}`;
}

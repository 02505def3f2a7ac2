import type { Action } from "../../github/actions.ts";
import { without } from "../../managed/names.ts";
import type { Item } from "./facts.ts";
import type { HelpRequest } from "./request/request.ts";

/** Whom Detoil assigns now, and whom it had assigned before; whom people assigned stays. */
export function peopleWrites(former: HelpRequest | null, request: HelpRequest, { number, assignees }: Item): Action[] {
  const before = former?.assigned ?? [];
  const added = without(without(request.assigned, before), assignees);
  const removed = without(before, request.assigned).filter((login) => without([login], assignees).length === 0);
  return [
    ...(added.length === 0
      ? []
      : [{ action: "add-assignees", number, assignees: added, because: "whoever is asked is assigned" } as const]),
    ...(removed.length === 0
      ? []
      : [{ action: "remove-assignees", number, assignees: removed, because: "somebody else has it now" } as const]),
  ];
}

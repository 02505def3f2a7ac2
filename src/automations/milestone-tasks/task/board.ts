import type { IsoDay } from "../../../calendar/day.ts";
import type { Action, IdOrRef, SetProjectField } from "../../../github/actions.ts";
import type { Look } from "../../automation.ts";
import type { BoardItem, OneMilestone } from "../facts.ts";
import { settingsOf } from "../settings.ts";

/** What the project lacks of one task: the item, its first status, its date. A status that people set stays. */
export function putOnBoard(
  task: {
    readonly id: IdOrRef;
    readonly ref: string;
    readonly item: BoardItem | null;
    readonly itemsHidden?: boolean;
    readonly due: IsoDay | null;
  },
  { project }: OneMilestone,
  look: Look,
): Action[] {
  const settings = settingsOf(look).project;
  if (settings === null || project?.kind !== "usable") return [];
  const { status, dueField } = project;
  const { item, due } = task;
  // It may be there: putting it in again would undo what people did with it, at every look.
  if (item === null && task.itemsHidden === true) return [];
  const fields: SetProjectField["fields"][number][] = [];
  if (status !== null && settings.status !== undefined && item?.status == null)
    fields.push({ id: status.id, value: status.option, name: "Status", text: settings.status });
  if (dueField !== null && settings["due-field"] !== undefined && (item?.due ?? null) !== due)
    fields.push({ id: dueField.id, value: due, name: settings["due-field"], text: due ?? "" });
  const place = { org: settings.owner, project_number: settings.number };
  const { ref } = task;
  const add: Action[] =
    item === null
      ? [{ action: "add-to-project", ...place, ref, id: task.id, because: "sre.yml puts the tasks into this project" }]
      : [];
  if (fields.length === 0) return add;
  const because = "the project shows status and date of the tasks";
  return [...add, { action: "set-project-field", ...place, item_id: item?.id ?? { ref }, fields, because }];
}

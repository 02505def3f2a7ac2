import type { IsoDay } from "../../../calendar/day.ts";
import type { Action, IdOrRef, SetProjectField } from "../../../github/actions.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { OneMilestone, ProjectItem, TaskIssue } from "../facts.ts";
import { isLinked } from "./linked.ts";

/** The project of sre.yml as a task's metadata names it; null: there is none, or none that can be used. */
export function projectName(
  { project }: Pick<OneMilestone, "project">,
  context: ReconcileContext<"milestones">,
): string | null {
  const settings = context.section.project;
  return settings === null || project?.kind !== "usable" ? null : `${settings.owner}/${settings.number}`.toLowerCase();
}

/** Whether a task still has to be added to the project. */
export function isMissingItem(
  task: TaskIssue,
  facts: Pick<OneMilestone, "project" | "parent" | "parentEnded" | "parentEndedOn">,
  context: ReconcileContext<"milestones">,
): boolean {
  const name = projectName(facts, context);
  // It may be there: adding it again at every reconciliation would undo what people did with it.
  if (name === null || task.item !== null || task.itemsHidden) return false;
  return task.metadata.project !== name || !isLinked(task, facts, context);
}

/** What the project lacks of one task: the item, its first status, its date. A status that people set stays. */
export function putInProject(
  task: { readonly id: IdOrRef; readonly ref: string; readonly item: ProjectItem | null; readonly due: IsoDay | null },
  { project }: OneMilestone,
  context: ReconcileContext<"milestones">,
): Action[] {
  const settings = context.section.project;
  if (settings === null || project?.kind !== "usable") return [];
  const { status, dueField } = project;
  const { item, due } = task;
  const fields: SetProjectField["fields"][number][] = [];
  if (status !== null && settings.status !== undefined && item?.status == null)
    fields.push({ id: status.id, value: status.option, name: "Status", text: settings.status });
  if (dueField !== null && settings["due-field"] !== undefined && (item?.due ?? null) !== due)
    fields.push({ id: dueField.id, value: due, name: settings["due-field"], text: due ?? "" });
  const projectRef = { org: settings.owner, project_number: settings.number };
  const { ref } = task;
  const add: Action[] =
    item === null
      ? [
          {
            action: "add-to-project",
            ...projectRef,
            ref,
            id: task.id,
            because: "sre.yml puts the tasks into this project",
          },
        ]
      : [];
  if (fields.length === 0) return add;
  const because = "the project shows status and date of the tasks";
  return [...add, { action: "set-project-field", ...projectRef, item_id: item?.id ?? { ref }, fields, because }];
}

import type { IsoDay } from "../../../calendar/day.ts";
import { isoDay } from "../../../calendar/zone.ts";
import type { CreateIssue, UpdateIssue } from "../../../github/actions.ts";
import { managedBlock, replaceBlock } from "../../../managed/managed-body.ts";
import { sameNames, without } from "../../../managed/names.ts";
import { CLOSED, updateIssue } from "../../../managed/update-issue.ts";
import { withoutMarkers } from "../../../markdown/marker.ts";
import type { ReconcileContext } from "../../automation.ts";
import { configUrlOf } from "../../config-url.ts";
import type { OneMilestone, TaskIssue, TaskMetadata } from "../facts.ts";
import { TASK, taskData } from "../metadata.ts";
import { milestoneLink } from "../milestone-link.ts";
import { refusedParts } from "../refusals.ts";
import type { DesiredTask } from "./desired.ts";
import { editedDate } from "./edits.ts";
import { isMissingItem, projectName } from "./project-item.ts";
import type { CommandChanges } from "./state.ts";
import { shownDate, taskContent, taskTextHash, withDate } from "./task-body.ts";

/** What a task's text is made of besides what sre.yml asks for. */
export interface Setting {
  readonly facts: Pick<
    OneMilestone,
    "milestone" | "project" | "hasDependencies" | "parent" | "parentEnded" | "parentEndedOn"
  >;
  readonly context: ReconcileContext<"milestones">;
  /** The issues that it waits for, as `#51`. */
  readonly after: readonly string[];
}

/** The same for an existing task. */
interface ExistingSetting extends Setting {
  /** Keys of the tasks that it waits for and shall no longer. */
  readonly dropping: readonly string[];
}

/**
 * The creation of a task; `ref` stands for its number and id from then on. `linked`: only a parent has anything more to
 * store.
 */
export function createTask(desired: DesiredTask, ref: string, linked: boolean, setting: Setting): CreateIssue {
  const { facts, context } = setting;
  const { key, title, labels, assignees } = desired;
  const content = contentOf(desired, desired.due, setting);
  const metadata: TaskMetadata = {
    milestone: facts.milestone.number,
    key,
    title,
    assignees,
    labels,
    due: desired.due,
    text: taskTextHash(content),
    made: isoDay(context.now, context.config.timezone),
    after: desired.after,
    dropping: [],
    turn: desired.turn,
    project: projectName(facts, context),
    projectDue: hasDueField(facts) ? desired.due : null,
    processed: 0,
    removed: false,
    linked,
    alone: linked && facts.parentEnded,
  };
  return {
    action: "create-issue",
    ref,
    identity: ref,
    title,
    body: managedBlock.wrap(TASK, content, taskData(metadata)),
    ...(labels.length === 0 ? {} : { labels }),
    ...(assignees.length === 0 ? {} : { assignees }),
    milestone: facts.milestone.number,
    because: `sre.yml asks for the task ${key} in every milestone`,
    bulk: true,
  };
}

/** The one request that brings a task up to date; null: it is. What people changed stays as they left it. */
export function updateTask(
  task: TaskIssue,
  desired: DesiredTask,
  commanded: CommandChanges | null,
  setting: ExistingSetting,
): UpdateIssue | null {
  const { metadata } = task;
  const own = task.title === metadata.title;
  const title = own ? desired.title : task.title;
  const refused = refusedParts(setting.context).flatMap(({ number, value }) => (number === task.number ? [value] : []));
  const isUnassignedByUs = sameNames(task.assignees, without(metadata.assignees, refused));
  const assignees = commanded?.assignees ?? (isUnassignedByUs ? desired.assignees : task.assignees);
  const labels = [
    ...without(task.labels, without(metadata.labels, desired.labels)),
    ...without(without(desired.labels, metadata.labels), task.labels),
  ];
  const due = dueOf(task, desired, commanded);
  const staysOpen = task.open && commanded?.close !== true;
  const content = nextContent(task, desired, due, commanded, setting);
  const next: TaskMetadata = {
    ...metadata,
    title: own ? title : metadata.title,
    assignees: isUnassignedByUs ? desired.assignees : metadata.assignees,
    labels: desired.labels,
    due: dateOfOurs(task, desired, commanded, content),
    text: taskTextHash(task.content) === metadata.text ? taskTextHash(content) : metadata.text,
    after: desired.after,
    dropping: setting.dropping,
    turn: desired.turn,
    project:
      staysOpen && isMissingItem(task, setting.facts, setting.context)
        ? projectName(setting.facts, setting.context)
        : metadata.project,
    // The date of a closed task is not written to the project, nor one that may be hidden in projects of others.
    projectDue:
      staysOpen && hasDueField(setting.facts) && (task.item !== null || !task.itemsHidden) ? due : metadata.projectDue,
    processed: Math.max(metadata.processed, commanded?.processed ?? 0),
    removed: desired.removed,
    linked: metadata.linked && !waitsForMore(task, desired, setting.facts),
  };
  const body = replaceBlock(task.overwritten ?? task.body, TASK, content, taskData(next));
  const because = commanded === null ? "the milestone or sre.yml asks for something else now" : "a command asks for it";
  const closing = commanded?.close && task.open ? CLOSED : {};
  const update = updateIssue(task, { title, body, labels, assignees, ...closing }, because);
  return update !== null && commanded === null && isOnlyRemembered(task, update)
    ? { ...update, because: "to remember what the milestone or sre.yml asks for now; nobody sees a difference" }
    : update;
}

/** Nothing changes but the metadata, which is hidden. */
function isOnlyRemembered(task: TaskIssue, { title, labels, assignees, body }: UpdateIssue): boolean {
  const isShown = [title, labels, assignees].some((change) => change !== undefined);
  return !isShown && body !== undefined && withoutMarkers(body) === withoutMarkers(task.body);
}

/** Whether sre.yml asks for new dependencies: they are created after the text stores them. */
function waitsForMore(
  { metadata, open }: TaskIssue,
  desired: DesiredTask,
  { milestone, hasDependencies }: Setting["facts"],
): boolean {
  const isNeeded = open && milestone.open && hasDependencies && !desired.removed;
  return (
    isNeeded && metadata.milestone === milestone.number && desired.blockers.some((key) => !metadata.after.includes(key))
  );
}

/** The date in force from now on: a command's, or else a person's, or else that of sre.yml. */
export function dueOf(
  task: TaskIssue,
  desired: Pick<DesiredTask, "due">,
  commanded: CommandChanges | null,
): IsoDay | null {
  if (commanded?.due !== undefined) return commanded.due;
  return editedDate(task, desired.due) ?? desired.due;
}

/** A person's text stays; Detoil only changes the date in it. */
function nextContent(
  task: TaskIssue,
  desired: DesiredTask,
  due: IsoDay | null,
  commanded: CommandChanges | null,
  setting: Setting,
): string {
  const { content, metadata } = task;
  if (desired.body !== null && taskTextHash(content) === metadata.text) return contentOf(desired, due, setting);
  const shown = shownDate(content);
  if (due === null || due === shown) return content;
  if (shown !== null) return withDate(content, due, setting.context.config.language);
  // A date that somebody asked for needs a place.
  return commanded?.due === undefined ? content : `${firstLine(desired, due, setting)}\n\n${content}`;
}

/** The date of sre.yml that a person's is compared with; it only changes once the text shows it. */
function dateOfOurs(
  { metadata, ...task }: TaskIssue,
  desired: DesiredTask,
  commanded: CommandChanges | null,
  content: string,
) {
  // Snoozed to the very day that sre.yml once asked for, it would look like ours.
  if (commanded?.due !== undefined) return commanded.due === metadata.due ? desired.due : metadata.due;
  if (editedDate({ metadata, ...task }, desired.due) !== null) return metadata.due;
  const shown = shownDate(content);
  return shown === null || shown === desired.due ? desired.due : metadata.due;
}

function contentOf(desired: DesiredTask, due: IsoDay | null, { facts, context, after }: Setting): string {
  const { dated } = desired;
  const body = desired.body ?? "";
  const milestone = milestoneLink(facts.milestone, context);
  return taskContent({ due, dated, milestone, after, body, configUrl: configUrlOf(context) }, context.config.language);
}

function firstLine(desired: DesiredTask, due: IsoDay, setting: Setting): string {
  return contentOf(desired, due, { ...setting, after: [] }).split("\n")[0] ?? "";
}

function hasDueField({ project }: Pick<OneMilestone, "project">): boolean {
  return project?.kind === "usable" && project.dueField !== null;
}

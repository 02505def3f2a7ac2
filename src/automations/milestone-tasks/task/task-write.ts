import type { IsoDay } from "../../../calendar/day.ts";
import { isoDay } from "../../../calendar/zone.ts";
import type { CreateIssue, UpdateIssue } from "../../../github/actions.ts";
import { managedBlock, replaceBlock } from "../../../markdown/block.ts";
import { lengthOf } from "../../../markdown/length.ts";
import type { Look } from "../../automation.ts";
import { configUrlOf } from "../../config-url.ts";
import type { OneMilestone, TaskIssue, TaskMark } from "../facts.ts";
import { TASK, taskData } from "../marks.ts";
import { milestoneLink } from "../milestone-link.ts";
import { refusedParts } from "../refusals.ts";
import { lacksItem, projectName } from "./board.ts";
import { editedDate, sameNames, without } from "./edits.ts";
import type { Orders } from "./state.ts";
import { printOf, shownDate, taskContent, withDate } from "./task-body.ts";
import type { Wanted } from "./wanted.ts";

/** GitHub takes no more characters. */
const LONGEST_BODY = 65_536;

/** What a task's text is made from besides what sre.yml asks for. */
export interface Setting {
  readonly facts: OneMilestone;
  readonly look: Look;
  /** The issues that it waits for, as `#51`. */
  readonly after: readonly string[];
}

/** The create of a task; `ref` stands for its number and id from then on. `linked`: nothing but a parent has to remember more. */
export function createTask(wanted: Wanted, ref: string, linked: boolean, setting: Setting): CreateIssue {
  const { facts, look } = setting;
  const { key, title, labels, assignees } = wanted;
  const content = contentOf(wanted, wanted.due, setting);
  const mark: TaskMark = {
    milestone: facts.milestone.number,
    key,
    title,
    assignees,
    labels,
    due: wanted.due,
    text: printOf(content),
    made: isoDay(look.now, look.config.timezone),
    after: wanted.after,
    turn: wanted.turn,
    project: projectName(facts, look),
    board: hasDueField(facts) ? wanted.due : null,
    heard: 0,
    removed: false,
    linked,
  };
  return {
    action: "create-issue",
    ref,
    identity: ref,
    title,
    body: managedBlock.wrap(TASK, content, taskData(mark)),
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
  wanted: Wanted,
  orders: Orders | null,
  setting: Setting,
): UpdateIssue | null {
  const { mark } = task;
  const own = task.title === mark.title;
  const title = own ? wanted.title : task.title;
  const refused = refusedParts(setting.look).flatMap(({ number, value }) => (number === task.number ? [value] : []));
  const isUnassignedByUs = sameNames(task.assignees, without(mark.assignees, refused));
  const assignees = orders?.assignees ?? (isUnassignedByUs ? wanted.assignees : task.assignees);
  const labels = [
    ...without(task.labels, without(mark.labels, wanted.labels)),
    ...without(without(wanted.labels, mark.labels), task.labels),
  ];
  const due = dueOf(task, wanted, orders);
  const staysOpen = task.open && orders?.close !== true;
  const content = nextContent(task, wanted, due, orders, setting);
  const next: TaskMark = {
    ...mark,
    title: own ? title : mark.title,
    assignees: isUnassignedByUs ? wanted.assignees : mark.assignees,
    labels: wanted.labels,
    due: dateOfOurs(task, wanted, orders, content),
    text: printOf(task.content) === mark.text ? printOf(content) : mark.text,
    after: wanted.after,
    turn: wanted.turn,
    project:
      staysOpen && lacksItem(task, setting.facts, setting.look)
        ? projectName(setting.facts, setting.look)
        : mark.project,
    // The project hears nothing of what is closed, or of what is in projects that this App may not see.
    board: staysOpen && hasDueField(setting.facts) && (task.item !== null || !task.itemsHidden) ? due : mark.board,
    heard: Math.max(mark.heard, orders?.heard ?? 0),
    removed: wanted.removed,
    linked: mark.linked && !waitsForMore(task, wanted, setting.facts),
  };
  const written = replaceBlock(task.overwritten ?? task.body, TASK, content, taskData(next));
  // What GitHub would refuse for its length is not sent: the rest of the task goes on.
  const body = lengthOf(written) > LONGEST_BODY ? task.body : written;
  const changes = {
    ...(title === task.title ? {} : { title }),
    ...(sameText(body, task.body) ? {} : { body }),
    ...(sameNames(labels, task.labels) ? {} : { labels }),
    ...(sameNames(assignees, task.assignees) ? {} : { assignees }),
    ...(orders?.close && task.open ? { state: "closed" as const, state_reason: "completed" as const } : {}),
  };
  if (Object.keys(changes).length === 0) return null;
  return {
    action: "update-issue",
    number: task.number,
    ...changes,
    // Only what is written: a person's change of anything else is no reason to begin anew.
    expects: {
      ...("body" in changes ? { body: task.body } : {}),
      ...("title" in changes ? { title: task.title } : {}),
      ...("labels" in changes ? { labels: task.labels } : {}),
      ...("assignees" in changes ? { assignees: task.assignees } : {}),
    },
    because: orders === null ? "the milestone or sre.yml asks for something else now" : "a command asks for it",
  };
}

/** Whether sre.yml asks for dependencies that it did not ask for before: they are made after the text remembers them. */
function waitsForMore(
  { mark, open }: TaskIssue,
  wanted: Wanted,
  { milestone, hasDependencies }: OneMilestone,
): boolean {
  const isAsked = open && milestone.open && hasDependencies && !wanted.removed;
  return isAsked && mark.milestone === milestone.number && wanted.blockers.some((key) => !mark.after.includes(key));
}

/** The date that counts from now on: a command's, else a person's, else that of sre.yml. */
export function dueOf(task: TaskIssue, wanted: Pick<Wanted, "due">, orders: Orders | null): IsoDay | null {
  if (orders?.due !== undefined) return orders.due;
  return editedDate(task, wanted.due) ?? wanted.due;
}

/** A person's text stays; only the date in it is Detoil's to move. */
function nextContent(
  task: TaskIssue,
  wanted: Wanted,
  due: IsoDay | null,
  orders: Orders | null,
  setting: Setting,
): string {
  const { content, mark } = task;
  if (wanted.body !== null && printOf(content) === mark.text) return contentOf(wanted, due, setting);
  const shown = shownDate(content);
  if (due === null || due === shown) return content;
  if (shown !== null) return withDate(content, due, setting.look.config.language);
  // A date that somebody asked for needs a place.
  return orders?.due === undefined ? content : `${firstLine(wanted, due, setting)}\n\n${content}`;
}

/** The date of sre.yml that a person's is told from; it moves on only where the text shows it. */
function dateOfOurs({ mark, ...task }: TaskIssue, wanted: Wanted, orders: Orders | null, content: string) {
  // Snoozed to the very day that sre.yml once asked for, it would look like ours.
  if (orders?.due !== undefined) return orders.due === mark.due ? wanted.due : mark.due;
  if (editedDate({ mark, ...task }, wanted.due) !== null) return mark.due;
  const shown = shownDate(content);
  return shown === null || shown === wanted.due ? wanted.due : mark.due;
}

function contentOf(wanted: Wanted, due: IsoDay | null, { facts, look, after }: Setting): string {
  const { dated } = wanted;
  const body = wanted.body ?? "";
  const milestone = milestoneLink(facts.milestone, look);
  return taskContent({ due, dated, milestone, after, body, configUrl: configUrlOf(look) }, look.config.language);
}

function firstLine(wanted: Wanted, due: IsoDay, setting: Setting): string {
  return contentOf(wanted, due, { ...setting, after: [] }).split("\n")[0] ?? "";
}

function hasDueField({ project }: OneMilestone): boolean {
  return project?.kind === "usable" && project.dueField !== null;
}

/** A browser sends CRLF: that alone is no difference. */
export function sameText(a: string, b: string): boolean {
  return a.replaceAll("\r\n", "\n") === b.replaceAll("\r\n", "\n");
}

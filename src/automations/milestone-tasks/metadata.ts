import { type IsoDay, isDay } from "../../calendar/day.ts";
import { managedBlock } from "../../managed/managed-body.ts";
import { lengthOf } from "../../markdown/length.ts";
import { type MarkerData, marker } from "../../markdown/marker.ts";
import type { Closing, ParentMetadata, TaskMetadata } from "./facts.ts";
import { withShortKeys } from "./short-keys.ts";

/** Marker keys of a task's issue, and of a milestone's parent. They only count in texts of this App's own bot. */
export const TASK = "task";
export const PARENT = "milestone";

interface Parsed<Metadata> {
  readonly metadata: Metadata;
  readonly content: string;
}

/**
 * A task's metadata and the text within its markers; null where there is none, or it has no valid identity. Existing
 * issues store `projectDue` as `board` and `processed` as `heard`.
 */
export function readTask(body: string): Parsed<TaskMetadata> | null {
  const block = managedBlock.find(body, TASK);
  const {
    milestone,
    key,
    title,
    assignees,
    labels,
    due,
    text,
    made,
    after,
    dropping,
    turn,
    project,
    board,
    heard,
    removed,
    linked,
    alone,
  } = block?.data ?? {};
  if (block === null || !isNumber(milestone) || !isKey(key)) return null;
  return {
    content: block.content,
    metadata: {
      milestone,
      key,
      title: stringOf(title) ?? "",
      assignees: stringsOf(assignees),
      labels: stringsOf(labels),
      due: dayOf(due),
      text: stringOf(text) ?? "",
      made: dayOf(made) ?? "",
      after: stringsOf(after),
      dropping: stringsOf(dropping),
      turn: stringOf(turn),
      project: stringOf(project),
      projectDue: dayOf(board),
      processed: typeof heard === "number" ? heard : 0,
      removed: removed === true,
      linked: linked !== false,
      alone: alone === true,
    },
  };
}

/** The same for a parent. */
export function readParent(body: string): Parsed<ParentMetadata> | null {
  const block = managedBlock.find(body, PARENT);
  const { milestone, title, tasks, turns, ended, closing, closed } = block?.data ?? {};
  if (block === null || !isNumber(milestone)) return null;
  return {
    content: block.content,
    metadata: {
      milestone,
      title: stringOf(title) ?? "",
      numbers: numbersOf(tasks),
      turns: wordsOf(turns),
      ended: stringsOf(ended).filter(isKey),
      closing: closingOf(closing),
      closed: closed === true,
    },
  };
}

/** A parent's metadata on its way into a text: numbers are known ones, or `{{ref:…}}` of what the plan creates. */
type ParentToBe = Omit<ParentMetadata, "numbers"> & { readonly numbers: Readonly<Record<string, number | string>> };

/** The most characters of a parent's marker with long keys, and with turns, which the tasks store too. */
const MOST_KEYS = 20_000;
const MOST_WITH_TURNS = 40_000;

/** The parent's metadata as written; numbers are in quotes, since a `{{ref:…}}` is filled in as text. */
export function parentData(metadata: ParentToBe): MarkerData {
  const whole = dataOf(metadata);
  if (lengthOfMarker(whole) <= MOST_KEYS) return whole;
  const short = dataOf(withShortKeys(metadata));
  return lengthOfMarker(short) <= MOST_WITH_TURNS ? short : { ...short, turns: {} };
}

function dataOf({ numbers, ...metadata }: ParentToBe): MarkerData {
  const { milestone, title, turns, ended, closing, closed } = metadata;
  const tasks = Object.fromEntries(Object.entries(numbers).map(([key, number]) => [key, String(number)]));
  return { milestone, title, tasks, turns, ended, closing, closed };
}

/** The same before its tasks have numbers and after. */
function lengthOfMarker(data: MarkerData): number {
  return lengthOf(numbered(marker(PARENT, data)));
}

/** A marker of the greatest length, whatever numbers its tasks get. */
export function numbered(text: string): string {
  return text.replace(/"(?:\d{1,7}|\{\{ref:[^{}"]+\}\})"/g, '"1234567"');
}

/** A task's metadata as written; without what most tasks have, so that texts from earlier versions stay as they are. */
export function taskData(task: TaskMetadata): MarkerData {
  const { projectDue, processed, removed, project, linked, alone, dropping, ...metadata } = task;
  const stored = { ...metadata, board: projectDue, heard: processed, removed };
  const links = {
    ...(linked ? {} : { linked }),
    ...(alone ? { alone } : {}),
    ...(dropping.length === 0 ? {} : { dropping }),
  };
  return { ...stored, ...(project === null ? {} : { project }), ...links };
}

/** A valid GitHub number: whoever may edit a text may write anything into it. */
function isNumber(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 0 && Number(value) < 2 ** 31;
}

/** The limit on keys in the schema of sre.yml, without characters that PostgreSQL rejects in text. */
function isKey(value: unknown): value is string {
  return typeof value === "string" && value.length <= 100 && value.isWellFormed() && !value.includes("\0");
}

function stringOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

function dayOf(value: unknown): IsoDay | null {
  return typeof value === "string" && isDay(value) ? value : null;
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

function numbersOf(value: unknown): Record<string, number> {
  return Object.fromEntries(
    entriesOf(value).flatMap(([key, number]) => {
      const read = Number(number);
      return isNumber(read) && isKey(key) ? [[key, read]] : [];
    }),
  );
}

function wordsOf(value: unknown): Record<string, string> {
  return Object.fromEntries(entriesOf(value).flatMap(([key, word]) => (typeof word === "string" ? [[key, word]] : [])));
}

const OUTCOMES: readonly string[] = ["comment", "rollover", "block", "leave", "stands"] satisfies Closing["did"][];

/** A closing as a marker holds it; null: it cannot be read. */
export function closingOf(value: unknown): Closing | null {
  const { at, did } = Object.fromEntries(entriesOf(value));
  if (typeof at !== "string" || typeof did !== "string" || !OUTCOMES.includes(did)) return null;
  return { at, did: did as Closing["did"] };
}

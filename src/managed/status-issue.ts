import type { CreateIssue, UpdateIssue } from "../github/actions.ts";
import type { OwnIssue } from "../github/own-issues.ts";
import { withLineFeeds } from "../markdown/line-ends.ts";
import { findMarkers, type MarkerData, withoutMarkers } from "../markdown/marker.ts";
import { managedBlock, replaceBlock } from "./managed-body.ts";
import { CLOSED, REOPENED, updateIssue } from "./update-issue.ts";

/** What the issue says while there is something to report. */
export interface Report {
  readonly kind: "report";
  readonly title: string;
  readonly content: string;
  /**
   * What it is about: a person who closed the issue has heard of these, and the issue opens again for another one.
   * Without any it is a standing text, which stays closed.
   */
  readonly subjects: readonly string[];
  /** What the marker stores besides. */
  readonly data?: MarkerData;
  readonly because: string;
}

/** What it says once there is nothing left to report. */
export interface AllClear {
  readonly kind: "all-clear";
  readonly content: string;
  readonly because: string;
}

/** The issues that were found by the marker, written by this App; open ones, and closed ones as far as they were read. */
interface Existing {
  readonly issues: readonly OwnIssue[];
  readonly hasIssues: boolean;
}

/** Whether an issue of Detoil's own tells of something that people should see to. */
export function reportsProblem(body: string): boolean {
  return findMarkers(body).some(
    ({ data }) => data?.state === REPORTED && Array.isArray(data.subjects) && data.subjects.length > 0,
  );
}

type StatusWrite = CreateIssue | UpdateIssue;

/** As the marker stores it: whoever closed an open report knows it, and Detoil closed one that is over. */
const REPORTED = "reported";
/** The last two are an older version's. */
const OVER: readonly unknown[] = ["over", "mended", "granted"];

/**
 * One issue while something is so, known by the marker `key`: created, kept up to date, closed when it is over, and opened
 * again. People's text around Detoil's stays, and so does a title that they changed and an issue that they closed.
 * `after`: what must be created first.
 */
export function planStatusIssue(
  key: string,
  { issues, hasIssues }: Existing,
  status: Report | AllClear,
  after: UpdateIssue["after"] = [],
): StatusWrite[] {
  if (!hasIssues) return [];
  const issue = currentOf(issues);
  if (status.kind === "report") return issue === null ? [create(key, status)] : report(key, issue, status, after);
  return issue === null ? [] : clear(key, issue, status, after);
}

/** What the marker of the issue stores; empty where there is none. */
export function statusData(key: string, issues: readonly OwnIssue[]): MarkerData {
  const issue = currentOf(issues);
  return issue === null ? {} : textIn(issue, key).data;
}

/** An open one, or else the latest. */
function currentOf(issues: readonly OwnIssue[]): OwnIssue | null {
  const latest = [...issues].sort((a, b) => b.number - a.number);
  return latest.find(({ open }) => open) ?? latest[0] ?? null;
}

function create(key: string, status: Report): CreateIssue {
  const { title, content, because } = status;
  const body = managedBlock.wrap(key, content, dataOf(status));
  return { action: "create-issue", ref: key, identity: `issue/${key}`, title, body, because };
}

function report(key: string, issue: OwnIssue, status: Report, after: UpdateIssue["after"]): StatusWrite[] {
  const { content, data, body: around } = textIn(issue, key);
  const isOlder = !Array.isArray(data.subjects) && !OVER.includes(data.state);
  // An older version's words do not matter as long as it says the same.
  if (isOlder && (content === status.content || (issue.open && listsTheSame(content, status.content)))) return [];
  if (!issue.open && isKnown(data, status)) return [];
  const title = data.title === issue.title ? status.title : issue.title;
  const body = replaceBlock(around, key, status.content, dataOf(status));
  const update = updateIssue(issue, { title, body, ...(issue.open ? {} : REOPENED) }, status.because);
  return update === null ? [] : [{ ...update, ...waiting(after) }];
}

function clear(key: string, issue: OwnIssue, status: AllClear, after: UpdateIssue["after"]): StatusWrite[] {
  const { data, body: around } = textIn(issue, key);
  if (!issue.open && OVER.includes(data.state)) return [];
  const title = typeof data.title === "string" ? { title: data.title } : {};
  const body = replaceBlock(around, key, status.content, { state: OVER[0], ...title });
  const update = updateIssue(issue, { body, ...(issue.open ? CLOSED : {}) }, status.because);
  return update === null ? [] : [{ ...update, ...waiting(after) }];
}

/** Detoil's text in the issue, and the body that the next one goes into. */
function textIn({ body }: OwnIssue, key: string): { content: string; data: MarkerData; body: string } {
  const found = managedBlock.find(body, key);
  const data = found?.data ?? {};
  const hasEnd = findMarkers(body).some((marker) => marker.key === key && marker.closing);
  if (found !== null && (hasEnd || data.state !== undefined)) return { content: found.content, data, body };
  // Version 0.1 had the text of some issues to itself, without a state and an end marker.
  return { content: withLineFeeds(withoutMarkers(body)).trim(), data, body: "" };
}

function waiting(after: UpdateIssue["after"] = []): Pick<UpdateIssue, "after"> {
  return after.length === 0 ? {} : { after };
}

/** Whether both texts have a list, whose items say the same: what is so is the first sentence, what to do about it follows. */
function listsTheSame(one: string, other: string): boolean {
  const [items, others] = [one, other].map((text) =>
    text.split("\n").flatMap((line) => (line.startsWith("- ") ? (line.split(/\.(?: |$)|。/)[0] ?? line) : [])),
  );
  return items !== undefined && items.length > 0 && items.join("\n") === others?.join("\n");
}

/** Whether the person who closed the issue had read all of this in it. */
function isKnown({ state, subjects }: MarkerData, status: Report): boolean {
  // What an older version reported is known as a whole; where it stored nothing, nobody can tell.
  if (!Array.isArray(subjects)) return state !== undefined && !OVER.includes(state);
  return status.subjects.every((subject) => subjects.includes(subject));
}

function dataOf({ title, subjects, data }: Report): MarkerData {
  return { state: REPORTED, title, subjects, ...data };
}

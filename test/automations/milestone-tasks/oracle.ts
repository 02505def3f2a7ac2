import { expect } from "vitest";
import { presentIssue } from "../../../simulator/present.ts";
import type { SimIssue, SimMilestone } from "../../../simulator/state.ts";
import { type MarkedIssue, parentsIn, tasksIn } from "./identity.ts";
import type { World } from "./world.ts";

/** A task of sre.yml, as far as the oracle understands it. */
export interface OracleTask {
  readonly key: string;
  readonly title: string;
  /** Calendar or business days from the milestone's day. */
  readonly offset: { readonly days: number; readonly business: boolean } | null;
  readonly assignees: readonly string[] | { readonly rotate: readonly string[] };
  readonly labels: readonly string[];
  readonly after: readonly string[];
}

/** What people did to an issue, and what must therefore be there. Absent: they left it to Detoil. */
export interface Touched {
  title?: string;
  assignees?: readonly string[];
  due?: string;
  /** Lines that they wrote into Detoil's text. */
  lines: string[];
  /** What they wrote around it, byte for byte. */
  around: { readonly above: string; readonly below: string };
  /** Labels that they added, or removed. */
  added: Set<string>;
  removed: Set<string>;
  /** Labels that may or may not be on it. */
  unsure: Set<string>;
  state?: "open" | "closed";
}

export function untouched(): Touched {
  return { lines: [], around: { above: "", below: "" }, added: new Set(), removed: new Set(), unsure: new Set() };
}

export interface Expected {
  readonly tasks: readonly OracleTask[];
  readonly parent: boolean;
  /** By issue number. */
  readonly touched: ReadonlyMap<number, Touched>;
  /** `milestone/key` of tasks that people deleted. */
  readonly deleted: ReadonlySet<string>;
  /** Milestones whose parent people deleted. */
  readonly parentless: ReadonlySet<number>;
  /**
   * Milestones whose parent people deleted on a later day than the one on which a reconciliation was killed that nothing
   * followed: nobody can tell by then whether a dependency was never created or taken away.
   */
  readonly halfMade: ReadonlySet<number>;
}

/** Weekends and these are not business days: Japan's holidays during the test. */
const HOLIDAYS = new Set(["2026-11-03", "2026-11-23", "2027-01-01", "2027-01-11", "2027-02-11", "2027-02-23"]);

/** Day by day, as a person counts on a wall calendar. */
function walked(day: string, { days, business }: { days: number; business: boolean }): string {
  const at = new Date(`${day}T00:00:00Z`);
  const isOpen = () => at.getUTCDay() % 6 !== 0 && !HOLIDAYS.has(at.toISOString().slice(0, 10));
  const step = () => at.setUTCDate(at.getUTCDate() + Math.sign(days));
  for (let left = Math.abs(days); left > 0; ) {
    // Counted from a closed day, the count begins on the first open one.
    if (business && !isOpen()) {
      step();
      continue;
    }
    step();
    left -= 1;
  }
  while (business && !isOpen()) step();
  return at.toISOString().slice(0, 10);
}

/** Checks the whole repository against what the last sre.yml, the milestones and people ask for. */
export function judge(world: World, expected: Expected): void {
  const milestones = [...world.repo.milestones.values()];
  const tasks = tasksIn(world.repo);
  for (const milestone of milestones.filter(({ state }) => state === "open")) {
    const keys = new Set(tasks.filter((one) => one.milestone === milestone.number).map(({ key }) => key));
    for (const { key } of expected.tasks) {
      const isDeleted = expected.deleted.has(`${milestone.number}/${key}`);
      expect(keys.has(key), `the task ${milestone.number}/${key} exists`).toBe(!isDeleted);
    }
    const parents = parentsIn(world.repo).filter((one) => one.milestone === milestone.number).length;
    const isDesired = expected.parent && expected.tasks.length > 0 && !expected.parentless.has(milestone.number);
    if (isDesired) expect(parents, `parents of ${milestone.number}`).toBe(1);
    if (!expected.parent || expected.parentless.has(milestone.number)) expect(parents).toBe(0);
  }
  for (const { issue } of [...tasks, ...parentsIn(world.repo)]) judgeComments(issue);
  for (const task of tasks) {
    const touched = expected.touched.get(task.issue.number);
    if (touched !== undefined) judgeTouched(task.issue, touched);
    const milestone = milestones.find(({ number }) => number === task.issue.milestone);
    const desired = expected.tasks.find(({ key }) => key === task.key);
    if (milestone?.state !== "open" || desired === undefined || task.issue.state !== "open") continue;
    judgeDate(task.issue, desired, milestone, touched);
    if (milestone.number === task.milestone)
      judgeOwn(world, task, desired, milestone, tasks, touched, expected.halfMade);
  }
}

/** Nothing is said twice, and every command has its one answer. */
function judgeComments({ number, comments }: SimIssue): void {
  const texts = comments.flatMap(({ user, body }) =>
    user === "detoil[bot]" ? (/<!-{2} detoil:(?:removed|reminder|closing|reply).*?-->/.exec(body)?.[0] ?? []) : [],
  );
  expect(texts, `what is said on #${number}`).toEqual([...new Set(texts)]);
  for (const { id, body, reactions } of comments.filter((one) => one.body.startsWith("/sre"))) {
    const answers = texts.filter((text) => text.includes(`"to":${id}}`)).length;
    const isProcessed = reactions.some(({ content }) => content === "eyes");
    expect([answers, isProcessed], `${body} on #${number}`).toEqual([1, true]);
  }
}

/** People's changes are still there. */
function judgeTouched(issue: SimIssue, touched: Touched): void {
  const what = `#${issue.number}`;
  if (touched.title !== undefined) expect(issue.title, what).toBe(touched.title);
  if (touched.assignees !== undefined) expect(issue.assignees.toSorted(), what).toEqual(touched.assignees.toSorted());
  if (touched.due !== undefined) expect(shownDate(issue), what).toBe(touched.due);
  if (touched.state !== undefined) expect(issue.state, what).toBe(touched.state);
  for (const line of touched.lines) expect(issue.body, what).toContain(line);
  expect(issue.body.startsWith(`${touched.around.above}<!-- `), issue.body).toBe(true);
  expect(issue.body.endsWith(` -->${touched.around.below}`), issue.body).toBe(true);
  const labels = issue.labels.map(({ name }) => name);
  for (const label of touched.added) expect(labels, what).toContain(label);
  for (const label of touched.removed) expect(labels, what).not.toContain(label);
}

function judgeDate(issue: SimIssue, desired: OracleTask, { due_on }: SimMilestone, touched: Touched | undefined): void {
  if (touched?.due !== undefined || (touched?.lines.length ?? 0) > 0) return;
  const day = due_on === null || desired.offset === null ? undefined : walked(due_on.slice(0, 10), desired.offset);
  expect(shownDate(issue), `the date of #${issue.number}`).toBe(day);
}

function judgeOwn(
  world: World,
  { issue }: MarkedIssue,
  desired: OracleTask,
  milestone: SimMilestone,
  tasks: readonly MarkedIssue[],
  touched: Touched | undefined,
  halfMade: ReadonlySet<number>,
): void {
  const what = `#${issue.number}`;
  if (touched?.title === undefined) expect(issue.title, what).toBe(`${desired.title} of ${milestone.title}`);
  if (touched?.assignees === undefined) {
    if ("rotate" in desired.assignees) {
      expect(issue.assignees, what).toHaveLength(1);
      expect(desired.assignees.rotate, what).toContain(issue.assignees[0]);
    } else expect(issue.assignees.toSorted(), what).toEqual(desired.assignees.toSorted());
  }
  const added = [...(touched?.added ?? [])];
  const labels = [...desired.labels.filter((label) => touched?.removed.has(label) !== true), ...added];
  const isSure = (label: string) => touched?.unsure.has(label) !== true;
  const shown = issue.labels.map(({ name }) => name);
  expect(shown.filter(isSure).sort(), what).toEqual(labels.filter(isSure).sort());
  const blockers = desired.after.flatMap(
    (key) => tasks.find((one) => one.milestone === milestone.number && one.key === key)?.issue ?? [],
  );
  const blockedBy = issue.blocked_by.filter((number) => presentIssue(world.repo, number) !== null);
  const numbers = (issues: readonly SimIssue[]) => issues.map(({ number }) => number);
  expect(numbers(blockers), `what blocks ${what}`).toEqual(expect.arrayContaining(blockedBy));
  if (halfMade.has(milestone.number)) return;
  expect(blockedBy, `what blocks ${what}`).toEqual(
    expect.arrayContaining(numbers(blockers.filter((one) => isFound(world, one)))),
  );
}

/** A task that is closed, in no milestone and under no parent is in none of the lists that a reconciliation reads. */
function isFound({ repo }: World, { number, state, milestone }: SimIssue): boolean {
  return (
    state === "open" || milestone !== null || [...repo.issues.values()].some((one) => one.sub_issues.includes(number))
  );
}

function shownDate({ body }: SimIssue): string | undefined {
  return /\bDue \**(\d{4}-\d\d-\d\d)/.exec(body)?.[1];
}

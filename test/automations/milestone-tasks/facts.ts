import type { ReconcileContext } from "../../../src/automations/automation.ts";
import type {
  Milestone,
  OneMilestone,
  ParentIssue,
  ParentMetadata,
  TaskIssue,
  TaskMetadata,
} from "../../../src/automations/milestone-tasks/facts.ts";
import { PARENT, parentData, TASK, taskData } from "../../../src/automations/milestone-tasks/metadata.ts";
import type { TaskState } from "../../../src/automations/milestone-tasks/task/state.ts";
import { taskContent, taskTextHash } from "../../../src/automations/milestone-tasks/task/task-body.ts";
import type { CommentFacts } from "../../../src/commands/pending.ts";
import { type SreConfig, sreSchema } from "../../../src/config/schema.ts";
import { sectionOf } from "../../../src/config/section-of.ts";
import { managedBlock } from "../../../src/managed/managed-body.ts";
import { contextOf, NOW } from "../context.ts";

const TASKS = [
  { key: "freeze", title: "Code freeze for {{milestone.title}}", due: "-3 business days" },
  { key: "notes", title: "Release notes", due: "-1 business day", after: ["freeze"] },
  { key: "look", title: "Look at the dashboards", due: "2 business days" },
];

/** sre.yml of a team in Tokyo with the tasks freeze, notes and look; with these keys under `milestones`, and at the top. */
export function config(milestones: Record<string, unknown> = {}, top: Record<string, unknown> = {}): SreConfig {
  return sreSchema.parse({
    version: 1,
    timezone: "Asia/Tokyo",
    calendar: { holidays: "JP" },
    ...top,
    milestones: { tasks: TASKS, ...milestones },
  });
}

export function context(sre: SreConfig = config(), now: Date | string = NOW): ReconcileContext<"milestones"> {
  return contextOf<"milestones">(sectionOf(sre, "milestones"), sre, "milestone/1", now);
}

/** The milestone 1, v1.2: open, due on 1 December. */
export function milestone(more: Partial<Milestone> = {}): Milestone {
  return { number: 1, title: "v1.2", description: "", open: true, due: "2026-12-01", closedAt: null, ...more };
}

export function closed(at = "2026-11-20T00:30:00Z", more: Partial<Milestone> = {}): Milestone {
  return milestone({ open: false, closedAt: new Date(at), ...more });
}

/** Facts of a task; `due` is both in its text and in its metadata. */
export interface TaskWords extends Partial<Omit<TaskIssue, "metadata">> {
  readonly key?: string;
  readonly due?: string | null;
  readonly metadata?: Partial<TaskMetadata>;
}

/** A task as Detoil left it: open, in milestone 1, assigned to alice, without a date and comments. */
export function task(
  number: number,
  { key = `task-${number}`, due = null, metadata: marked, ...more }: TaskWords = {},
) {
  const title = more.title ?? marked?.title ?? `Task ${number}`;
  const assignees = more.assignees ?? ["alice"];
  const labels = more.labels ?? [];
  const setting = { dated: due !== null, milestone: "[v1.2](https://github.com/acme/shop/milestone/1)", after: [] };
  const content = more.content ?? taskContent({ due, ...setting, body: "", configUrl: null }, "en");
  const metadata: TaskMetadata = {
    milestone: 1,
    key,
    title,
    assignees,
    labels,
    due,
    text: taskTextHash(content),
    made: "2026-11-18",
    after: [],
    turn: null,
    project: null,
    projectDue: null,
    processed: 0,
    removed: false,
    linked: true,
    alone: false,
    dropping: [],
    ...marked,
  };
  const issue: TaskIssue = {
    number,
    id: 1000 + number,
    title,
    content,
    metadata,
    body: managedBlock.wrap(TASK, content, taskData(metadata)),
    overwritten: null,
    open: true,
    dropped: false,
    labels,
    assignees,
    milestone: 1,
    parent: 50,
    comments: [],
    item: null,
    itemsHidden: false,
    blockedBy: null,
    ...more,
  };
  return issue;
}

/** The parent issue of milestone 1, number 50. */
export function parent({
  metadata: marked,
  ...more
}: Partial<Omit<ParentIssue, "metadata">> & { metadata?: Partial<ParentMetadata> } = {}) {
  const metadata: ParentMetadata = {
    milestone: 1,
    title: "v1.2: tasks",
    numbers: {},
    turns: {},
    ended: [],
    closing: null,
    closed: false,
    ...marked,
  };
  const content = more.content ?? "";
  const issue: ParentIssue = {
    number: 50,
    id: 1050,
    title: metadata.title,
    content,
    metadata,
    body: managedBlock.wrap(PARENT, content, parentData(metadata)),
    overwritten: null,
    open: true,
    comments: [],
    item: null,
    subIssues: 0,
    ...more,
  };
  return issue;
}

/** People whom GitHub lets assign. */
export function assignable(...logins: string[]): ReadonlyMap<string, string> {
  return new Map(logins.map((login) => [login.toLowerCase(), login]));
}

/** Milestone 1 with its parent and nothing else. alice, bob and carol can be assigned. */
export function facts(more: Partial<OneMilestone> = {}): OneMilestone {
  return {
    kind: "one",
    milestone: milestone(),
    others: [],
    parent: parent(),
    own: [],
    movedIn: [],
    unmarked: [],
    createdFor: new Map(),
    ended: new Set(),
    parentEnded: false,
    parentEndedOn: null,
    templates: new Map(),
    missingLabels: [],
    assignable: assignable("alice", "bob", "carol"),
    earlier: [],
    project: null,
    hasDependencies: true,
    unlinked: new Set(),
    ...more,
  };
}

/** A task's state without commands: as it is, due on the day in its metadata. */
export function state(issue: TaskIssue, more: Partial<TaskState> = {}): TaskState {
  const { metadata, open, title, assignees } = issue;
  const movedIn = metadata.milestone !== 1;
  return { issue, key: metadata.key, movedIn, ownedHere: true, open, title, due: metadata.due, assignees, ...more };
}

/** A person's comment, alice's unless given otherwise. */
export function comment(id: number, body: string, by = "alice", more: Partial<CommentFacts> = {}): CommentFacts {
  const author = { login: by, bot: by.endsWith("[bot]") };
  return { id, author, body, createdAt: NOW, edited: false, receipted: false, refused: false, ...more };
}

/** A comment of Detoil's. */
export function ours(id: number, body: string): CommentFacts {
  return comment(id, body, "detoil[bot]");
}

import { CONFIG_PATH } from "../../config/files.ts";
import type { Self } from "../../github/client.ts";
import type { Target, WebhookEvent } from "../automation.ts";
import { at } from "../payload.ts";
import { pushChanges } from "../push-changes.ts";
import type { ParentMetadata, TaskMetadata } from "./facts.ts";
import { readParent, readTask } from "./metadata.ts";
import { targets } from "./targets.ts";

const MILESTONE_ACTIONS = new Set(["created", "edited", "opened", "closed"]);
const ISSUE_ACTIONS = new Set([
  "edited",
  "deleted",
  "transferred",
  "closed",
  "reopened",
  "assigned",
  "unassigned",
  "labeled",
  "unlabeled",
  "milestoned",
  "demilestoned",
]);
const TEMPLATES = ".github/ISSUE_TEMPLATE/";

function targetOf(milestone: number): Target {
  return targets.format({ kind: "milestone", value: milestone });
}

/** The targets that a webhook makes stale. Its payload only says where to look. */
export function targetsFor(event: WebhookEvent, self: Self): readonly Target[] {
  switch (event.name) {
    case "milestone":
      return targetsForMilestone(event, self);
    case "issues":
      return event.sender === self.login ? movedIn(event, self) : targetsForIssue(event, self);
    case "push":
      return touchesOurs(event) ? ["milestones"] : [];
    default:
      return [];
  }
}

/** A milestone that Detoil created itself for rolled-over tasks needs its own tasks like any other. */
function targetsForMilestone({ action, sender, payload }: WebhookEvent, self: Self): Target[] {
  const number = at(payload, "milestone", "number");
  if (typeof number !== "number" || !MILESTONE_ACTIONS.has(action ?? "")) return [];
  return action === "created" || sender !== self.login ? [targetOf(number)] : [];
}

function targetsForIssue(event: WebhookEvent, self: Self): readonly Target[] {
  return ISSUE_ACTIONS.has(event.action ?? "") ? milestonesIn(event, self) : [];
}

/** A task that Detoil itself moved into another milestone gets its new date from that one's reconciliation. */
function movedIn(event: WebhookEvent, self: Self): readonly Target[] {
  const [home, ...others] = event.action === "milestoned" ? milestonesIn(event, self) : [];
  return home === undefined ? [] : others;
}

/** The milestone that a task was created for, first, and the one that it is or was in. */
function milestonesIn({ payload }: WebhookEvent, self: Self): Target[] {
  if (at(payload, "issue", "user", "login") !== self.login) return [];
  // Where a person rewrote the whole text, the previous one says whose issue it is.
  const { task, parent } =
    identityIn(at(payload, "issue", "body")) ?? identityIn(at(payload, "changes", "body", "from")) ?? {};
  const home = (task ?? parent)?.milestone;
  const numbers = [home, at(payload, "issue", "milestone", "number"), at(payload, "milestone", "number")];
  return [...new Set(numbers.filter((number) => typeof number === "number"))].map(targetOf);
}

function touchesOurs(event: WebhookEvent): boolean {
  return pushChanges(event, (path) => path === CONFIG_PATH || path.startsWith(TEMPLATES));
}

interface Identity {
  readonly task: TaskMetadata | undefined;
  readonly parent: ParentMetadata | undefined;
}

/** The identity in a text's marker; null: none. */
function identityIn(body: unknown): Identity | null {
  const text = typeof body === "string" ? body : "";
  const [task, parent] = [readTask(text)?.metadata, readParent(text)?.metadata];
  return task === undefined && parent === undefined ? null : { task, parent };
}

/** Keys that say which issue was created for what, and that GitHub no longer has one. */
export function observes(event: WebhookEvent, self: Self): readonly string[] {
  const { name, action, payload } = event;
  const isEnd = action === "deleted" || action === "transferred";
  if (name !== "issues" || !(isEnd || action === "opened")) return [];
  if (at(payload, "issue", "user", "login") !== self.login) return [];
  const { task, parent } = identityIn(at(payload, "issue", "body")) ?? {};
  const milestone = (task ?? parent)?.milestone;
  if (milestone === undefined) return [];
  const key = task?.key ?? PARENT_KEY;
  const number = at(payload, "issue", "number");
  return [isEnd ? `${endedPrefix(milestone)}${key}` : `${madePrefix(milestone)}${String(number)}/${key}`];
}

/** Stands for the parent where a task has its key. A task with this very key would only lose its parent along with it. */
export const PARENT_KEY = "/parent";

/** The prefix of one milestone's deleted issues: `ended/5/freeze`. */
export function endedPrefix(milestone: number): string {
  return `ended/${milestone}/`;
}

/** The prefix of one milestone's issues: `made/5/12/freeze`. */
export function madePrefix(milestone: number): string {
  return `made/${milestone}/`;
}

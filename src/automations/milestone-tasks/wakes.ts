import { readCommands } from "../../commands/read-commands.ts";
import { CONFIG_PATH } from "../../config/files.ts";
import type { Self } from "../../github/client.ts";
import type { Target, WebhookEvent } from "../automation.ts";
import { at } from "../payload.ts";
import { readParent, readTask } from "./marks.ts";

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

export const ALL: Target = "milestones";

export function targetOf(milestone: number): Target {
  return `milestone/${milestone}`;
}

/** What a webhook makes stale. Its payload is only asked where to look. */
export function wakes(event: WebhookEvent, self: Self): readonly Target[] {
  switch (event.name) {
    case "milestone":
      return wakesOfMilestone(event, self);
    case "issues":
      return event.sender === self.login ? movedIn(event, self) : wakesOfIssue(event, self);
    case "issue_comment":
      return event.action === "created" && isCommand(event, self) ? milestonesIn(event, self) : [];
    case "push":
      return touchesOurs(event) ? [ALL] : [];
    default:
      return [];
  }
}

/** A milestone that Detoil made itself, for what rolled over, wants its tasks like any other. */
function wakesOfMilestone({ action, sender, payload }: WebhookEvent, self: Self): Target[] {
  const number = at(payload, "milestone", "number");
  if (typeof number !== "number" || !MILESTONE_ACTIONS.has(action ?? "")) return [];
  return action === "created" || sender !== self.login ? [targetOf(number)] : [];
}

function wakesOfIssue(event: WebhookEvent, self: Self): readonly Target[] {
  return ISSUE_ACTIONS.has(event.action ?? "") ? milestonesIn(event, self) : [];
}

/** What Detoil itself moved into another milestone is dated anew by that one's look. */
function movedIn(event: WebhookEvent, self: Self): readonly Target[] {
  const [home, ...others] = event.action === "milestoned" ? milestonesIn(event, self) : [];
  return home === undefined ? [] : others;
}

/** The milestone that a task was made for, first, and the one that it is or was in. */
function milestonesIn({ payload }: WebhookEvent, self: Self): Target[] {
  if (at(payload, "issue", "user", "login") !== self.login) return [];
  const body = at(payload, "issue", "body");
  const text = typeof body === "string" ? body : "";
  const home = readTask(text)?.mark.milestone ?? readParent(text)?.mark.milestone;
  if (home === undefined) return [];
  const numbers = [home, at(payload, "issue", "milestone", "number"), at(payload, "milestone", "number")];
  return [...new Set(numbers.filter((number) => typeof number === "number"))].map(targetOf);
}

function isCommand({ sender, payload }: WebhookEvent, self: Self): boolean {
  const body = at(payload, "comment", "body");
  const isPerson = sender !== self.login && at(payload, "comment", "user", "type") !== "Bot";
  return isPerson && typeof body === "string" && readCommands(body).length > 0;
}

/** sre.yml or an issue template on the default branch; a push of many commits may name no files, so it counts. */
function touchesOurs({ payload }: WebhookEvent): boolean {
  if (payload.ref !== `refs/heads/${String(at(payload, "repository", "default_branch"))}`) return false;
  const commits = Array.isArray(payload.commits) ? payload.commits : [];
  const paths = commits.flatMap((commit: unknown) =>
    ["added", "modified", "removed"].flatMap((key) => {
      const names = at(commit, key);
      return Array.isArray(names) ? names : [];
    }),
  );
  const isComplete = commits.length > 0 && commits.length < MOST_COMMITS && payload.forced !== true;
  return !isComplete || paths.some((path) => path === CONFIG_PATH || String(path).startsWith(TEMPLATES));
}

/** GitHub names no more commits in one push. */
const MOST_COMMITS = 2_048;

/** The keys to remember: that GitHub no longer has a task (`ended/5/freeze`), or a parent. */
export function remembers({ name, action, payload }: WebhookEvent, self: Self): readonly string[] {
  if (name !== "issues" || !(action === "deleted" || action === "transferred")) return [];
  if (at(payload, "issue", "user", "login") !== self.login) return [];
  const body = at(payload, "issue", "body");
  const text = typeof body === "string" ? body : "";
  const task = readTask(text)?.mark;
  if (task !== undefined) return [endedKey(task.milestone, task.key)];
  const parent = readParent(text)?.mark;
  return parent === undefined ? [] : [endedKey(parent.milestone, PARENT_KEY)];
}

/** Stands for the parent where a task has its key. A task of this very key would only lose its parent with it. */
export const PARENT_KEY = "/parent";

/** What the ended issues of one milestone are remembered by. */
export function endedPrefix(milestone: number): string {
  return `ended/${milestone}/`;
}

function endedKey(milestone: number, key: string): string {
  return `${endedPrefix(milestone)}${key}`;
}

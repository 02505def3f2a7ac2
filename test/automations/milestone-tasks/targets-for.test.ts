import { expect, test } from "vitest";
import type { WebhookEvent } from "../../../src/automations/automation.ts";
import { observes, targetsFor } from "../../../src/automations/milestone-tasks/targets-for.ts";

const self = { slug: "detoil", login: "detoil[bot]" };
const TASK = '<!-- detoil:task {"milestone":5,"key":"freeze"} -->\nDue\n<!-- /detoil:task -->';
const PARENT = '<!-- detoil:milestone {"milestone":5} -->\n…\n<!-- /detoil:milestone -->';

function event(name: string, action: string | null, payload: object, sender = "alice"): WebhookEvent {
  const repository = { id: 1, owner: "acme", name: "shop" };
  return { name, action, installationId: 1, repository, sender, payload: payload as Record<string, unknown> };
}

function issue(body: string, milestone: number | null, login = self.login): object {
  return { number: 9, body, user: { login }, milestone: milestone === null ? null : { number: milestone } };
}

const comment = (body: string) => ({ comment: { body, user: { login: "alice", type: "User" } } });
const push = (paths: readonly string[], more: object = {}) => ({
  ref: "refs/heads/develop",
  repository: { default_branch: "develop" },
  commits: [{ added: [], modified: paths, removed: [] }],
  ...more,
});

const EVENTS: readonly (readonly [string, WebhookEvent, readonly string[]])[] = [
  ["a milestone is made", event("milestone", "created", { milestone: { number: 5 } }), ["milestone/5"]],
  ["by Detoil itself", event("milestone", "created", { milestone: { number: 5 } }, self.login), ["milestone/5"]],
  ["its date moves", event("milestone", "edited", { milestone: { number: 5 } }), ["milestone/5"]],
  ["Detoil opens it again", event("milestone", "opened", { milestone: { number: 5 } }, self.login), []],
  ["it is deleted", event("milestone", "deleted", { milestone: { number: 5 } }), []],
  ["a task is closed", event("issues", "closed", { issue: issue(TASK, 5) }), ["milestone/5"]],
  ["a moved task is closed", event("issues", "closed", { issue: issue(TASK, 6) }), ["milestone/5", "milestone/6"]],
  [
    "a person rewrites a task",
    event("issues", "edited", { issue: issue("Mine", null), changes: { body: { from: TASK } } }),
    ["milestone/5"],
  ],
  ["a rewritten task is closed", event("issues", "closed", { issue: issue("Mine", 5) }), ["milestone/5"]],
  ["the parent is edited", event("issues", "edited", { issue: issue(PARENT, 5) }), ["milestone/5"]],
  [
    "a task is taken out of a milestone",
    event("issues", "demilestoned", { issue: issue(TASK, null), milestone: { number: 6 } }),
    ["milestone/5", "milestone/6"],
  ],
  ["somebody else's issue is closed", event("issues", "closed", { issue: issue("A bug", 5, "bob") }), []],
  ["somebody else's issue has the marker", event("issues", "closed", { issue: issue(TASK, 5, "bob") }), []],
  ["Detoil makes a task", event("issues", "milestoned", { issue: issue(TASK, 5) }, self.login), []],
  ["Detoil moves a task on", event("issues", "milestoned", { issue: issue(TASK, 6) }, self.login), ["milestone/6"]],
  ["Detoil edits a moved task", event("issues", "edited", { issue: issue(TASK, 6) }, self.login), []],
  ["a command on a task", event("issue_comment", "created", { issue: issue(TASK, 5), ...comment("/sre done") }), []],
  ["sre.yml changes", event("push", null, push([".github/sre.yml"])), ["milestones"]],
  ["a template changes", event("push", null, push([".github/ISSUE_TEMPLATE/freeze.md"])), ["milestones"]],
  ["other files change", event("push", null, push(["src/a.ts"])), []],
  ["on another branch", event("push", null, push([".github/sre.yml"], { ref: "refs/heads/main" })), []],
  ["a push that names no files", event("push", null, push([], { commits: [] })), ["milestones"]],
  ["a forced push", event("push", null, push(["src/a.ts"], { forced: true })), ["milestones"]],
  ["something else", event("label", "created", { label: { name: "x" } }), []],
];

test.each(EVENTS)("%s", (_name, webhook, targets) => {
  expect(targetsFor(webhook, self)).toEqual(targets);
});

test("keys are observed of what GitHub forgets: which issue is which, and deletions and transfers", () => {
  const keys = (action: string, body: string, login?: string) =>
    observes(event("issues", action, { issue: issue(body, 5, login) }), self);
  expect(keys("deleted", TASK)).toEqual(["ended/5/freeze"]);
  expect(keys("transferred", TASK)).toEqual(["ended/5/freeze"]);
  expect(keys("deleted", PARENT)).toEqual(["ended/5//parent"]);
  expect(keys("opened", TASK)).toEqual(["made/5/9/freeze"]);
  expect(keys("opened", PARENT)).toEqual(["made/5/9//parent"]);
  expect(keys("closed", TASK)).toEqual([]);
  expect(keys("deleted", TASK, "bob")).toEqual([]);
  expect(keys("deleted", "A bug")).toEqual([]);
});

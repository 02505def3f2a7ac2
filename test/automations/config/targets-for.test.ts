import { expect, test } from "vitest";
import type { WebhookEvent } from "../../../src/automations/automation.ts";
import { config } from "../../../src/automations/config/index.ts";
import { marker } from "../../../src/markdown/marker.ts";

const self = { slug: "detoil", login: "detoil[bot]" };
const FILE = ".github/sre.yml";
const OURS = { slug: "detoil" };
const THEIRS = { slug: "ci" };

function event(name: string, payload: object, more: Partial<WebhookEvent> = {}): WebhookEvent {
  return {
    name,
    action: "action" in payload ? String(payload.action) : null,
    installationId: 1,
    repository: { id: 1, owner: "acme", name: "shop" },
    sender: "alice",
    payload: { repository: { default_branch: "develop" }, ...payload },
    ...more,
  };
}

const push = (ref: string, ...commits: object[]) => event("push", { ref: `refs/heads/${ref}`, commits });
const issue = (action: string, more: object = {}, sender = "alice") =>
  event(
    "issues",
    { action, issue: { user: { login: self.login }, body: marker("config-broken"), ...more } },
    { sender },
  );

test.each<[string, WebhookEvent, string[]]>([
  ["a push that changes it", push("develop", { modified: [FILE] }), ["default", "pulls"]],
  ["a push that adds it", push("develop", { added: ["a"] }, { added: [FILE] }), ["default", "pulls"]],
  ["a push that removes it", push("develop", { removed: [FILE] }), ["default", "pulls"]],
  ["a push of something else", push("develop", { modified: ["a"], added: [], removed: [] }), []],
  ["a push elsewhere", push("main", { modified: [FILE] }), []],
  ["a tag of that name", event("push", { ref: "refs/tags/develop", commits: [{ added: [FILE] }] }), []],
  ["a push that lists nothing", push("develop"), ["default", "pulls"]],
  [
    "a force push",
    event("push", { ref: "refs/heads/develop", forced: true, commits: [{ added: ["a"] }] }),
    ["default", "pulls"],
  ],
  [
    "any push to the org's repository",
    event(
      "push",
      { ref: "refs/heads/develop", commits: [{ modified: ["a"] }] },
      { repository: { id: 2, owner: "acme", name: ".github" } },
    ),
    ["default", "pulls"],
  ],
  ["a pull request opened", event("pull_request", { action: "opened", pull_request: { number: 3 } }), ["pull/3"]],
  [
    "Detoil's own, the release's",
    event("pull_request", { action: "opened", pull_request: { number: 3 } }, { sender: self.login }),
    ["pull/3"],
  ],
  ["commits added", event("pull_request", { action: "synchronize", pull_request: { number: 3 } }), ["pull/3"]],
  ["a new title", event("pull_request", { action: "edited", changes: { title: {} }, pull_request: { number: 3 } }), []],
  [
    "a new base",
    event("pull_request", { action: "edited", changes: { base: {} }, pull_request: { number: 3 } }),
    ["pull/3"],
  ],
  ["closed", event("pull_request", { action: "closed", pull_request: { number: 3 } }), []],
  [
    "Re-run",
    event("check_run", { action: "rerequested", check_run: { app: OURS, check_suite: { id: 7 } } }),
    ["suite/7"],
  ],
  [
    "another's check run",
    event("check_run", { action: "rerequested", check_run: { app: THEIRS, check_suite: { id: 7 } } }),
    [],
  ],
  ["its own run", event("check_run", { action: "completed", check_run: { app: OURS, check_suite: { id: 7 } } }), []],
  ["all run again", event("check_suite", { action: "rerequested", check_suite: { id: 7, app: OURS } }), ["suite/7"]],
  [
    "an empty suite at a push",
    event("check_suite", { action: "requested", check_suite: { id: 7, app: OURS } }),
    ["suite/7"],
  ],
  ["a suite that is completed", event("check_suite", { action: "completed", check_suite: { id: 7, app: OURS } }), []],
  ["another's suite", event("check_suite", { action: "rerequested", check_suite: { id: 7, app: THEIRS } }), []],
  ["a suite without an id", event("check_suite", { action: "rerequested", check_suite: { app: OURS } }), []],
  ["its issue closed", issue("closed"), ["default"]],
  ["its issue deleted", issue("deleted"), ["default"]],
  ["its marker taken out", issue("edited", { body: "" }), []],
  [
    "its marker removed, and GitHub includes the previous text",
    event("issues", {
      action: "edited",
      issue: { user: { login: self.login }, body: "" },
      changes: { body: { from: marker("config-broken") } },
    }),
    ["default"],
  ],
  ["its issue labelled", issue("labeled"), []],
  ["closed by itself", issue("closed", {}, self.login), []],
  ["somebody else's issue", issue("closed", { user: { login: "alice" } }), []],
  ["an issue without text", issue("closed", { body: null }), []],
  ["a star", event("star", { action: "created" }), []],
  ["an empty payload", event("pull_request", { action: "opened" }), []],
])("%s", (_, given, expected) => {
  expect(config.targetsFor(given, self)).toEqual(expected);
});

test("a preview reconciles one pull request, or everything", () => {
  expect(config.numbered?.target(12)).toBe("pull/12");
  expect(config.allTargets).toEqual(["default", "pulls"]);
});

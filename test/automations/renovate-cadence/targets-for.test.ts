import { expect, test } from "vitest";
import type { WebhookEvent } from "../../../src/automations/automation.ts";
import { renovateCadence } from "../../../src/automations/renovate-cadence/index.ts";

const SELF = { slug: "detoil", login: "detoil[bot]" };

function event(name: string, action: string | null, payload: WebhookEvent["payload"], sender = "alice"): WebhookEvent {
  return { name, action, installationId: 1, repository: { id: 1, owner: "acme", name: "shop" }, sender, payload };
}

const pull = (action: string, more: object, state = "closed", changes = {}) =>
  event("pull_request", action, { pull_request: { number: 12, state, ...more }, changes });
const issue = (action: string, title: string, sender?: string) =>
  event("issues", action, { issue: { number: 5, title, body: null } }, sender);
const bot = { user: { type: "Bot" } };
const person = { user: { type: "User" }, title: "Faster", body: "…", head: { ref: "faster" } };
const GROUP = `gh-readonly-queue/main/pr-12-${"a".repeat(40)}`;

test.each<[string, WebhookEvent, string[]]>([
  ["a bot's pull request closed", pull("closed", bot), ["cadence"]],
  ["reopened", pull("reopened", bot, "open"), ["cadence", "pull/12"]],
  ["a person's", pull("closed", person), []],
  [
    "one from a bot that runs as a person, by its branch",
    pull("closed", { ...person, head: { ref: "renovate/a" } }),
    ["cadence"],
  ],
  ["or by its text", pull("closed", { ...person, body: "<!--renovate-debug:e30=-->" }), ["cadence"]],
  [
    "or, being one of `authors`, by nothing but its title",
    pull("closed", { ...person, title: "deps: bump zod" }),
    ["cadence"],
  ],
  ["a pull request opened", pull("opened", person, "open"), ["pull/12"]],
  ["pushed to", pull("synchronize", bot, "open"), ["pull/12"]],
  ["with another title", pull("edited", person, "open", { title: {} }), []],
  ["with another base", pull("edited", person, "open", { base: {} }), ["pull/12"]],
  ["labeled", pull("labeled", bot, "open"), []],
  ["the dashboard edited", issue("edited", "Dependency Dashboard"), ["cadence"]],
  ["another issue edited", issue("edited", "It fails"), []],
  ["the dashboard labeled", issue("labeled", "Dependency Dashboard"), []],
  ["an issue of our own", issue("edited", "Dependency Dashboard", "detoil[bot]"), []],
  [
    "a merge queue",
    event("merge_group", "checks_requested", { merge_group: { head_ref: GROUP, head_sha: "b".repeat(40) } }),
    [`merge-group/${"b".repeat(40)}/${GROUP}`],
  ],
  [
    "Re-run of the check",
    event("check_run", "rerequested", { check_run: { name: "Detoil / cadence" } }),
    ["cadence", "pulls"],
  ],
  ["Re-run of another", event("check_run", "rerequested", { check_run: { name: "Detoil / release" } }), []],
  [
    "Re-run of all",
    event("check_suite", "rerequested", { check_suite: { app: { slug: "detoil" } } }),
    ["cadence", "pulls"],
  ],
  ["Re-run of another App's", event("check_suite", "rerequested", { check_suite: { app: { slug: "ci" } } }), []],
  [
    "another sre.yml",
    event("push", null, {
      ref: "refs/heads/main",
      repository: { default_branch: "main" },
      commits: [{ added: [], modified: [".github/sre.yml"], removed: [] }],
    }),
    ["cadence", "pulls"],
  ],
  ["a payload that is not as expected", event("pull_request", "closed", {}), []],
])("%s", (_name, webhook, expected) => {
  expect(renovateCadence.targetsFor(webhook, SELF)).toEqual(expected);
});

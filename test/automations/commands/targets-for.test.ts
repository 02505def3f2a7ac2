import { expect, test } from "vitest";
import type { WebhookEvent } from "../../../src/automations/automation.ts";
import { commandsFor } from "../../../src/automations/commands/index.ts";

const commands = commandsFor([]);
const self = { slug: "detoil", login: "detoil[bot]" };

function commented(body: unknown, more: Partial<WebhookEvent> = {}, type = "User"): WebhookEvent {
  return {
    name: "issue_comment",
    action: "created",
    installationId: 1,
    repository: { id: 1, owner: "acme", name: "shop" },
    sender: "alice",
    payload: { issue: { number: 7 }, comment: { body, user: { login: "alice", type } } },
    ...more,
  };
}

test.each<[string, WebhookEvent, string[]]>([
  ["a command", commented("Hello\r\n/sre take"), ["conversation/7"]],
  ["no command", commented("Hello"), []],
  ["a command in code", commented("```\n/sre take\n```"), []],
  ["an edit", commented("/sre take", { action: "edited" }), []],
  ["a deletion", commented("/sre take", { action: "deleted" }), []],
  ["a bot's", commented("/sre take", { sender: "renovate[bot]" }, "Bot"), []],
  ["our own", commented("/sre take", { sender: self.login }), []],
  ["another event", commented("/sre take", { name: "pull_request_review_comment" }), []],
  ["a payload without a text", commented(null), []],
  ["a payload without an issue", commented("/sre", { payload: { comment: { body: "/sre" } } }), []],
])("%s", (_what, event, targets) => {
  expect(commands.targetsFor(event, self)).toEqual(targets);
});

test("a command's comment is observed until it is answered", () => {
  const command = commented("/sre take", {
    payload: { issue: { number: 7 }, comment: { id: 55, body: "/sre take", user: { login: "alice", type: "User" } } },
  });
  expect(commands.observes?.(command, self)).toEqual(["comment/7/55"]);
  expect(commands.observes?.(commented("Hello"), self)).toEqual([]);
});

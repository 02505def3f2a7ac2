import { expect, test } from "vitest";
import type { WebhookEvent } from "../../../src/automations/automation.ts";
import { releasePr } from "../../../src/automations/release-pr/index.ts";
import { configOf } from "./history.ts";

const self = { slug: "detoil", login: "detoil[bot]" };

function event(name: string, action: string | null, payload: object = {}, sender = "alice"): WebhookEvent {
  return {
    name,
    action,
    installationId: 1,
    repository: { id: 7, owner: "acme", name: "shop" },
    sender,
    payload: { ...payload },
  };
}

const pull = (repo: number | null, state = "open") => ({
  pull_request: { number: 12, state, head: { repo: repo === null ? null : { id: repo } } },
});

test.each<[string, WebhookEvent, readonly string[]]>([
  ["a push", event("push", null), ["lanes"]],
  ["a push of our own merge", event("push", null, {}, self.login), ["lanes"]],
  ["a branch made", event("create", null, { ref_type: "branch" }), ["lanes"]],
  ["a branch deleted", event("delete", null, { ref_type: "branch" }), ["lanes"]],
  ["a repository made", event("create", null, { ref_type: "repository" }), []],
  ["merged", event("pull_request", "closed", pull(7, "closed")), ["lanes"]],
  ["a fork's, merged", event("pull_request", "closed", pull(8, "closed")), ["lanes"]],
  ["opened from here", event("pull_request", "opened", pull(7)), ["lanes", "pull/12"]],
  ["opened from a fork", event("pull_request", "opened", pull(8)), ["pull/12"]],
  ["opened from a fork that is gone", event("pull_request", "opened", pull(null)), ["pull/12"]],
  ["pushed to", event("pull_request", "synchronize", pull(8)), ["pull/12"]],
  ["given another base", event("pull_request", "edited", { ...pull(8), changes: { base: {} } }), ["lanes", "pull/12"]],
  ["given another title", event("pull_request", "edited", { ...pull(8), changes: { title: {} } }), ["lanes"]],
  ["labelled", event("pull_request", "labeled", pull(8, "closed")), ["lanes"]],
  ["assigned", event("pull_request", "assigned", pull(7, "closed")), ["lanes"]],
  ["asked for a review", event("pull_request", "review_requested", pull(7)), []],
  ["written by ourselves", event("pull_request", "edited", pull(7), self.login), []],
  [
    "our check asked again",
    event("check_run", "rerequested", { check_run: { name: "Detoil / release" } }),
    ["lanes", "pulls"],
  ],
  ["another check asked again", event("check_run", "rerequested", { check_run: { name: "test" } }), []],
  ["our check written", event("check_run", "created", { check_run: { name: "Detoil / release" } }, self.login), []],
  [
    "all our checks asked again",
    event("check_suite", "rerequested", { check_suite: { app: { slug: "detoil" } } }),
    ["lanes", "pulls"],
  ],
  ["another App's", event("check_suite", "rerequested", { check_suite: { app: { slug: "ci" } } }), []],
  ["something else", event("issues", "opened"), []],
  ["a payload of nothing", event("pull_request", "opened"), []],
])("%s", (_name, given, targets) => {
  expect(releasePr.wakes(given, self)).toEqual(targets);
});

test("looks by the clock: ticks of schedules, and midnight where a freeze begins or ends", () => {
  const schedules = (lane: object) =>
    releasePr.schedules(configOf({ ...lane }, { timezone: "Asia/Tokyo" })).map((one) => one.cron);
  expect(schedules({})).toEqual([]);
  expect(schedules({ schedule: "0 10 * * mon" })).toEqual(["0 10 * * mon"]);
  expect(schedules({ freeze: ["2026-12-29"] })).toEqual(["0 0 * * *"]);
  expect(releasePr.schedules(configOf({ schedule: "0 10 * * mon" }, { timezone: "Asia/Tokyo" }))[0]).toEqual({
    target: "lanes",
    cron: "0 10 * * mon",
    timezone: "Asia/Tokyo",
  });
});

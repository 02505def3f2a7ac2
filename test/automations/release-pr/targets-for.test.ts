import { expect, test } from "vitest";
import type { WebhookEvent } from "../../../src/automations/automation.ts";
import { releasePr } from "../../../src/automations/release-pr/index.ts";
import { configOf, contextOf } from "./history.ts";

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

const SHA = "0123456789abcdef0123456789abcdef01234567";
const QUEUED = `gh-readonly-queue/rel/2/pr-12-${SHA}`;

const pull = (repo: number | null, state = "open") => ({
  pull_request: { number: 12, state, head: { repo: repo === null ? null : { id: repo } } },
});

const headed = {
  pull_request: { number: 12, state: "open", head: { ref: "develop", repo: { id: 7 } } },
};

const rewritten = (body: string | null) => ({
  pull_request: { ...headed.pull_request, body },
  changes: { body: { from: "" } },
});

const tips = (...names: string[]) => names.map((name) => ({ name }));

function ended(slug: string) {
  return { app: { slug }, check_suite: { app: { slug }, head_branch: "develop" } };
}

test.each<[string, WebhookEvent, readonly string[]]>([
  ["a push", event("push", null), ["lanes"]],
  ["a push to a branch", event("push", null, { ref: "refs/heads/rel/2" }), ["lanes"]],
  ["a push of a tag", event("push", null, { ref: "refs/tags/v1" }), ["lanes"]],
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
  [
    "a tick in a release",
    event("pull_request", "edited", rewritten("<!-- detoil:release -->\n")),
    ["lanes", "tick/12"],
  ],
  ["another text", event("pull_request", "edited", rewritten("Release")), ["lanes"]],
  ["no text", event("pull_request", "edited", rewritten(null)), ["lanes"]],
  ["written by ourselves", event("pull_request", "edited", pull(7), self.login), []],
  [
    "our check rerequested",
    event("check_run", "rerequested", { check_run: { name: "Detoil / release" } }),
    ["lanes", "pulls"],
  ],
  ["another check asked again", event("check_run", "rerequested", { check_run: { name: "test" } }), []],
  ["our check written", event("check_run", "created", { check_run: { name: "Detoil / release" } }, self.login), []],
  [
    "all our checks rerequested",
    event("check_suite", "rerequested", { check_suite: { app: { slug: "detoil" } } }),
    ["lanes", "pulls"],
  ],
  [
    "a merge queue's group",
    event("merge_group", "checks_requested", {
      merge_group: { head_ref: `refs/heads/${QUEUED}`, head_sha: SHA, base_ref: "refs/heads/rel/2" },
    }),
    [`merge-group/${SHA}/${QUEUED}`],
  ],
  ["a group that ended", event("merge_group", "destroyed", { merge_group: { head_ref: QUEUED, head_sha: SHA } }), []],
  ["a group of nothing", event("merge_group", "checks_requested", { merge_group: { head_ref: 5 } }), []],
  [
    "our check on a group rerequested",
    event("check_run", "rerequested", {
      check_run: { name: "Detoil / release", check_suite: { head_branch: QUEUED, head_sha: SHA } },
    }),
    ["lanes", "pulls", `merge-group/${SHA}/${QUEUED}`],
  ],
  [
    "a label on what was merged",
    event("pull_request", "labeled", { pull_request: { number: 12, state: "closed", merged: true } }),
    ["lanes", "merge-groups"],
  ],
  ["another App's", event("check_suite", "rerequested", { check_suite: { app: { slug: "ci" } } }), []],
  ["a check of others ended", event("check_run", "completed", { check_run: ended("ci") }), ["ci-on/develop"]],
  ["all of theirs", event("check_suite", "completed", { check_suite: ended("ci").check_suite }), ["ci-on/develop"]],
  ["a check of others began", event("check_run", "created", { check_run: ended("ci") }), []],
  ["our check ended", event("check_run", "completed", { check_run: ended("detoil") }), []],
  ["all of ours", event("check_suite", "completed", { check_suite: ended("detoil").check_suite }), []],
  ["a check on no branch", event("check_suite", "completed", { check_suite: { head_branch: null } }), []],
  ["a status", event("status", null, { state: "error", branches: tips("develop", "x") }), ["ci-on/develop", "ci-on/x"]],
  ["a status that waits", event("status", null, { state: "pending", branches: tips("develop") }), []],
  ["a status of nothing", event("status", null, { state: "error", branches: [null, { name: 5 }] }), []],
  ["opened by ourselves", event("pull_request", "opened", headed, self.login), ["ci-on/develop"]],
  ["opened by a person", event("pull_request", "opened", headed), ["lanes", "pull/12", "ci-on/develop"]],
  ["something else", event("issues", "opened"), []],
  ["a payload of nothing", event("pull_request", "opened"), []],
])("%s", (_name, given, targets) => {
  expect(releasePr.targetsFor(given, self)).toEqual(targets);
});

test("reconciliations by schedule: its ticks, and midnight where a freeze begins or ends", () => {
  const scheduled = (lane: object) => {
    const { section, config } = contextOf(configOf({ ...lane }, { timezone: "Asia/Tokyo" }));
    return releasePr.schedules?.(section, config) ?? [];
  };
  const schedules = (lane: object) => scheduled(lane).map((one) => `${one.target} ${one.cron}`);
  expect(schedules({})).toEqual([]);
  expect(schedules({ schedule: "0 10 * * mon" })).toEqual(["lanes 0 10 * * mon"]);
  expect(schedules({ freeze: ["2026-12-29"] })).toEqual(["lanes 0 0 * * *", "merge-groups 0 0 * * *"]);
  expect(scheduled({ schedule: "0 10 * * mon" })[0]).toEqual({
    target: "lanes",
    cron: "0 10 * * mon",
    timezone: "Asia/Tokyo",
  });
});

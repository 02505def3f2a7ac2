import { expect, test } from "vitest";
import type { WebhookEvent } from "../../../src/automations/automation.ts";
import { branchGuard } from "../../../src/automations/branch-guard/index.ts";

const SELF = { slug: "detoil", login: "detoil[bot]" };
const OID = "0123456789abcdef0123456789abcdef01234567";
const GROUP = `gh-readonly-queue/main/pr-12-${OID}`;

function event(name: string, action: string | null, payload: WebhookEvent["payload"], sender = "alice"): WebhookEvent {
  return { name, action, installationId: 1, repository: { id: 1, owner: "acme", name: "shop" }, sender, payload };
}

const pull = (action: string, changes = {}) => event("pull_request", action, { pull_request: { number: 12 }, changes });
const push = (branch: string, more: object = {}) =>
  event("push", null, {
    ref: `refs/heads/${branch}`,
    repository: { default_branch: "develop" },
    commits: [{}],
    ...more,
  });
const FILE = { commits: [{ modified: [".github/sre.yml"] }] };

test.each<[string, WebhookEvent, string[]]>([
  ["opened", pull("opened"), ["pull/12"]],
  ["pushed to", pull("synchronize"), ["pull/12"]],
  ["with another base", pull("edited", { base: {} }), ["pull/12"]],
  ["with another title", pull("edited", { title: {} }), []],
  ["labeled", pull("labeled"), []],
  ["a draft again", pull("converted_to_draft"), []],
  ["closed, which others with its head outlive", pull("closed"), ["pull/12"]],
  ["by Detoil itself", { ...pull("opened"), sender: SELF.login }, ["pull/12"]],
  ["a push", push("feat/x", { head_commit: { message: "Sell apples" } }), []],
  ["a push without commits", push("feat/x", { head_commit: null }), []],
  [
    "a push of a merge by hand",
    push("develop", { head_commit: { message: "Merge branch 'main' into develop" } }),
    ["moved/develop"],
  ],
  [
    "a merge by the button, which is a closed pull request too",
    push("develop", { head_commit: { message: "Merge pull request #7 from acme/main" } }),
    [],
  ],
  ["a force push", push("feat/x", { forced: true }), ["rewritten/feat/x"]],
  ["a new branch", push("staging", { created: true }), ["rewritten/staging"]],
  ["a deleted one", push("staging", { deleted: true }), ["rewritten/staging"]],
  ["a tag", event("push", null, { ref: "refs/tags/v1" }), []],
  ["a merge group's branch", push(GROUP, { created: true }), []],
  ["sre.yml", push("develop", FILE), ["pulls"]],
  ["sre.yml on another branch", push("main", FILE), []],
  [
    "a merge group",
    event("merge_group", "checks_requested", { merge_group: { head_ref: `refs/heads/${GROUP}`, head_sha: OID } }),
    [`merge-group/${OID}/${GROUP}`],
  ],
  [
    "its check again",
    event("check_run", "rerequested", { check_run: { name: "Detoil / branch", head_sha: OID } }),
    [`head/${OID}`],
  ],
  [
    "another check again",
    event("check_run", "rerequested", { check_run: { name: "Detoil / release", head_sha: OID } }),
    [],
  ],
  [
    "all of Detoil's again",
    event("check_suite", "rerequested", { check_suite: { app: { slug: "detoil" }, head_sha: OID } }),
    [`head/${OID}`],
  ],
  [
    "in a merge group",
    event("check_run", "rerequested", {
      check_run: { name: "Detoil / branch", head_sha: OID, check_suite: { head_branch: GROUP, head_sha: OID } },
    }),
    [`merge-group/${OID}/${GROUP}`],
  ],
  ["nonsense", event("check_suite", "rerequested", { check_suite: { app: { slug: "detoil" } } }), []],
])("%s", (_, received, wanted) => {
  const targets = branchGuard.targetsFor(received, SELF);
  expect(targets).toEqual(wanted);
  for (const target of targets) expect(branchGuard.targets.parse(target)).not.toBeNull();
});

test("which new pull request has which head is known before GitHub lists it", () => {
  const at = (action: string) =>
    branchGuard.observes?.(event("pull_request", action, { pull_request: { number: 12, head: { sha: OID } } }), SELF);
  for (const action of ["opened", "reopened"]) expect(at(action)).toEqual([`head/${OID}/12`]);
  for (const action of ["synchronize", "edited", "closed", "labeled"]) expect(at(action)).toEqual([]);
});

import { expect, test } from "vitest";
import type { ReconcileContext, WebhookEvent } from "../../../src/automations/automation.ts";
import { helpWanted } from "../../../src/automations/help-wanted/index.ts";
import { missingPermissions } from "../../../src/automations/missing-permissions.ts";
import type { MissingOf } from "../../../src/automations/permissions/facts.ts";
import { permissionsOf } from "../../../src/automations/permissions/index.ts";
import { grantedText, missingPermissionsText } from "../../../src/automations/permissions/text.ts";
import { releasePr } from "../../../src/automations/release-pr/index.ts";
import { noObservations } from "../../../src/engine/reconcile.ts";
import { automation, githubWith, SELF } from "../../engine/places.ts";

const release = automation("release-pr", {
  section: "release",
  permissions: { pull_requests: "write", checks: "write" },
});
const always = automation("config", { permissions: { checks: "write" } });
const LACKS: readonly MissingOf[] = [
  { automation: releasePr.name, part: releasePr.part, missing: [{ resource: "checks", access: "write" }] },
];
const URL = "https://github.com/apps/detoil";

function look(state: "absent" | "valid", section: object | null, language = "en"): ReconcileContext<null> {
  return {
    repository: { id: 10, owner: "acme", name: "shop" },
    target: "installation",
    now: new Date("2026-11-20T01:00:00Z"),
    self: SELF,
    webUrl: "https://github.com",
    granted: { pull_requests: "write" },
    config: { language },
    loaded: { state, config: state === "absent" ? null : { language, release: section } },
  } as unknown as ReconcileContext<null>;
}

const plan = (lacking: readonly MissingOf[], issue: { body: string; open: boolean } | null, hasIssues = true) =>
  permissionsOf([]).plan(
    { lacking, issue: issue === null ? null : { number: 7, title: "Detoil lacks permissions", ...issue }, hasIssues },
    look("valid", {}),
  );
const told = (open = true) => {
  const [create] = plan(LACKS, null);
  return { body: create?.action === "create-issue" ? create.body : "", open };
};

test.each([
  [{ checks: "write" }, 0],
  [{ checks: "admin" }, 0],
  [{ checks: "read" }, 1],
  [{}, 1],
])("granted %j leaves %i missing", (granted, count) => {
  expect(missingPermissions({ permissions: { checks: "write" } }, granted)).toHaveLength(count);
});

test.each([
  ["no sre.yml asks for nothing", look("absent", null), []],
  ["a section that is off asks for nothing of its own", look("valid", null), ["config"]],
  ["what is on", look("valid", {}), ["release-pr", "config"]],
])("%s", async (_name, at, expected) => {
  const github = { ...githubWith({}), graphql: async () => ({ repository: null }) };
  const notice = permissionsOf([release, always]);
  const { lacking } = await notice.gather(github as never, at, noObservations);
  expect(lacking?.map((lack) => lack.automation)).toEqual(expected);
});

test("one issue says what is missing and where it is granted", () => {
  expect(plan(LACKS, null)).toMatchObject([{ action: "create-issue", title: "Detoil lacks permissions" }]);
  const [create] = plan(LACKS, null);
  expect(create?.action === "create-issue" && create.body).toContain(
    "**1 part of Detoil is off here** until these permissions are granted:\n\n- Release pull requests: **Checks: Read and write**\n",
  );
  expect(create?.action === "create-issue" && create.body).toContain(`[the installation's settings](${URL})`);
  expect(plan(LACKS, told())).toEqual([]);
  expect(plan(LACKS, null, false)).toEqual([]);
});

test.each([
  ["a team", ["acme/sre"], 1],
  ["people alone", ["alice"], 0],
])(
  "an optional permission that sre.yml needs, by naming %s, is named beside what it leaves out",
  async (_, people, count) => {
    const section = { people, routes: [], "escalate-to": [] };
    const at = {
      ...look("valid", {}),
      granted: { metadata: "read", issues: "write", contents: "read" },
    } as ReconcileContext<null>;
    const loaded = { ...at.loaded, config: { ...at.loaded.config, "help-wanted": section } };
    const github = { ...githubWith({}), graphql: async () => ({ repository: null }) };
    const { lacking } = await permissionsOf([helpWanted]).gather(
      github as never,
      { ...at, loaded } as never,
      noObservations,
    );
    expect(lacking).toHaveLength(count);
    if (lacking === null || count === 0) return;
    expect(missingPermissionsText(lacking, URL, "en")).toMatch(
      /^\*\*Detoil leaves something out here\*\* until these permissions are granted:\n\n- Help wanted: \*\*Members: Read-only\*\*\. Without it Detoil cannot ask the members of a team\.\n\nAn organization owner/,
    );
    expect(plan(lacking, null)).toMatchObject([{ action: "create-issue" }]);
  },
);

test("a person's closing stands while the same thing lasts", () => {
  expect(plan(LACKS, told(false))).toEqual([]);
});

test("it closes itself when everything is granted, and nothing follows", () => {
  const [update] = plan([], told());
  expect(update).toMatchObject({ action: "update-issue", number: 7, state: "closed", state_reason: "completed" });
  const body = update?.action === "update-issue" ? (update.body ?? "") : "";
  expect(body).toContain(grantedText("en"));
  expect(plan([], { body, open: false })).toEqual([]);
  expect(plan(LACKS, { body, open: false })).toMatchObject([{ action: "update-issue", number: 7, state: "open" }]);
});

test("Japanese is written", () => {
  expect(missingPermissionsText(LACKS, URL, "ja")).toContain(
    "Detoil の1項目が止まっています。**\n\n- リリースのプルリクエスト: **Checks: Read and write**\n",
  );
});

test("where it is not known what is granted, nothing is read, written or claimed", async () => {
  const github = githubWith({});
  const context = { ...look("valid", {}), granted: null };
  const permissions = permissionsOf([release, always]);
  const facts = await permissions.gather(github, context, noObservations);
  expect(facts).toEqual({ lacking: null, issue: null, hasIssues: false });
  expect(permissions.plan(facts, context)).toEqual([]);
  expect(permissions.emptyReason?.(facts, context, true)).toMatch(/known to the App alone/);
});

const pushed = (ref: string, commits: readonly object[]): WebhookEvent => ({
  ...{ name: "push", action: null, installationId: 1, sender: "alice" },
  repository: { id: 10, owner: "acme", name: "shop" },
  payload: { ref, repository: { default_branch: "main" }, commits },
});

test.each([
  ["sre.yml on the default branch", pushed("refs/heads/main", [{ modified: [".github/sre.yml"] }]), ["installation"]],
  ["something else", pushed("refs/heads/main", [{ modified: ["README.md"] }]), []],
  ["sre.yml elsewhere", pushed("refs/heads/feat", [{ added: [".github/sre.yml"] }]), []],
  ["commits that are not listed", pushed("refs/heads/main", []), ["installation"]],
])("a push of %s wakes %#", (_name, event, targets) => {
  expect(permissionsOf([]).targetsFor(event, SELF)).toEqual(targets);
});

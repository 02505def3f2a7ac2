import { expect, test } from "vitest";
import { comingPermissions } from "../../../src/automations/coming-permissions.ts";
import { examineApp, type RegisteredApp } from "../../../src/cli/doctor/app.ts";
import { examineInstallations } from "../../../src/cli/doctor/installations.ts";
import { githubWith } from "../../engine/places.ts";

const { issues, ...rest } = {
  metadata: "read",
  contents: "read",
  pull_requests: "write",
  issues: "write",
  checks: "write",
};
const needed = { ...rest, issues };
const all = { ...needed, organization_projects: "write" };
const coming = Object.fromEntries(comingPermissions.map(({ resource, access }) => [resource, access]));
const NAMED = "Dependabot alerts: Read-only";
const app = (permissions: Record<string, string>): RegisteredApp => ({
  slug: "detoil",
  htmlUrl: "https://github.com/apps/detoil",
  settingsUrl: "https://github.com/settings/apps/detoil",
  permissions,
  events: [],
});

test("an App without an optional permission is fine, and the output says so", () => {
  const manifest = { default_permissions: all, default_events: [] } as unknown as Parameters<typeof examineApp>[1];
  expect(examineApp(app(all), manifest)).toMatchObject([{ state: "ok", text: expect.stringContaining("app.yml") }]);
  expect(examineApp(app(needed), manifest)).toEqual([
    {
      state: "ok",
      text: "The App works without the permission Projects: Read and write, which milestone-tasks, help-wanted and commands would use. To have that, add it at https://github.com/settings/apps/detoil/permissions; every installation is then asked to accept it.",
    },
  ]);
  expect(examineApp(app(rest), manifest)).toMatchObject([
    { state: "fix", text: expect.stringContaining("Issues: Read and write, which ") },
    { state: "ok" },
  ]);
});

test("an App without the coming permissions is in order, and one line says what they are", () => {
  const manifest = { default_permissions: { ...all, ...coming }, default_events: [] } as unknown as Parameters<
    typeof examineApp
  >[1];
  const later = `Later versions will use ${NAMED}. You can add it now at https://github.com/settings/apps/detoil/permissions.`;
  expect(examineApp(app(all), manifest)).toEqual([
    { state: "ok", text: "detoil has the permissions and events of app.yml that this version uses." },
    { state: "ok", text: later },
  ]);
  expect(examineApp(app(rest), manifest).map(({ state }) => state)).toEqual(["fix", "ok", "ok"]);
  expect(examineApp(app({ ...all, ...coming }), manifest)).toEqual([
    { state: "ok", text: "detoil has the permissions and events of app.yml." },
  ]);
});

test("write access from the box is no permission too many, and is said", () => {
  const manifest = { default_permissions: { ...all, ...coming }, default_events: [] } as unknown as Parameters<
    typeof examineApp
  >[1];
  const writing = { contents: "write", actions: "write", workflows: "write" };
  expect(examineApp(app({ ...all, ...coming, ...writing }), manifest)).toEqual([
    {
      state: "ok",
      text: "detoil has the permissions and events of app.yml. Nothing uses its write access to Actions and Workflows yet.",
    },
  ]);
});

const installation = (account: string, permissions: Record<string, string>) => ({
  account: { login: account },
  html_url: `https://github.com/installations/${account}`,
  target_id: 1,
  suspended_at: null,
  permissions,
});

test.each<[string, Record<string, string>, Record<string, string>, readonly string[]]>([
  ["every permission", all, all, ["ok 2 installations, with every permission granted: acme and bo."]],
  [
    "an optional one missing",
    all,
    needed,
    [
      "ok 2 installations, with every needed permission granted: acme and bo.",
      "ok bo has not granted Projects: Read and write, and milestone-tasks, help-wanted and commands work without it: an owner of bo can accept it at https://github.com/installations/bo.",
    ],
  ],
  [
    "coming ones not accepted, by some",
    { ...all, ...coming },
    { ...all, ...coming },
    [
      "ok 2 installations, with every needed permission granted: acme and bo.",
      `ok Later versions will use ${NAMED}, not accepted yet by acme.`,
    ],
  ],
  [
    "coming ones not accepted, by all",
    { ...all, ...coming },
    all,
    [
      "ok 2 installations, with every needed permission granted: acme and bo.",
      `ok Later versions will use ${NAMED}, not accepted yet by acme and bo.`,
    ],
  ],
  [
    "what the App does not ask for",
    needed,
    needed,
    ["ok 2 installations, with every permission granted: acme and bo."],
  ],
])("installations: %s", async (_name, asked, granted, lines) => {
  const github = githubWith({ "GET /app/installations": [installation("acme", all), installation("bo", granted)] });
  const { findings } = await examineInstallations(github, app(asked), null);
  expect(findings.map(({ state, text }) => `${state} ${text}`)).toEqual(lines);
});

test("where no installation is served, none is counted as granted", async () => {
  const github = githubWith({
    "GET /app/installations": [{ ...installation("acme", all), suspended_at: "2026-11-20" }],
  });
  const { findings } = await examineInstallations(github, app(all), null);
  expect(findings.map(({ text }) => text)).toEqual([
    "1 installation suspended or not in ALLOWED_OWNERS, left alone: acme.",
  ]);
});

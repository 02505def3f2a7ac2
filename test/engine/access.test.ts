import { expect, test } from "vitest";
import { accessFor } from "../../src/engine/access.ts";
import type { Permissions } from "../../src/github/app.ts";
import { appWith, automation, githubWith } from "./places.ts";

const tasks = automation("milestone-tasks", {
  permissions: { issues: "write" },
  optional: { organization_projects: "write" },
});
const ISSUES: Permissions = { issues: "write" };
const ALL: Permissions = { ...ISSUES, organization_projects: "write" };

test.each<[string, Permissions, Permissions | null, boolean]>([
  ["has all", ALL, ALL, false],
  ["lacks what nobody granted", {}, {}, false],
  ["lacks what was granted since", {}, ISSUES, true],
  ["lacks something while our books know nothing", {}, null, true],
  ["can do without, as far as our books know", ISSUES, null, false],
  ["can do without what nobody granted", ISSUES, ISSUES, false],
  ["can do without what was granted since", ISSUES, ALL, true],
  ["lacks what was granted since, and can do without the rest", {}, ISSUES, true],
  ["has more than our books say", ALL, ISSUES, false],
])("a token that %s", async (_name, old, granted, renewed) => {
  const asked: boolean[] = [];
  const app = appWith({}, async (_id, fresh = false) => {
    asked.push(fresh);
    return { github: githubWith({}), permissions: fresh ? (granted ?? {}) : old };
  });
  const { permissions } = await accessFor(app, tasks, {
    id: 1,
    account: "acme",
    suspended: false,
    permissions: granted,
  });
  expect(asked).toEqual(renewed ? [false, true] : [false]);
  expect(permissions).toEqual(renewed ? (granted ?? {}) : old);
});

import { expect, test } from "vitest";
import { automations } from "../../src/automations/index.ts";
import { missingPermissions } from "../../src/automations/missing-permissions.ts";
import { elsewherePermissions, tokenPermissions } from "../../src/automations/token-permissions.ts";

type Granted = Readonly<Record<string, string>>;
type Permissions = Readonly<Record<string, "read" | "write">>;

test.each<[string, Permissions, Permissions, Granted, Permissions]>([
  ["what is declared", { issues: "write" }, {}, { issues: "write", checks: "write" }, { issues: "write" }],
  ["no more than is declared", { contents: "read" }, {}, { contents: "write" }, { contents: "read" }],
  ["what an admin's grant includes", { issues: "write" }, {}, { issues: "admin" }, { issues: "write" }],
  [
    "no optional that is not granted",
    { contents: "read" },
    { members: "read" },
    { contents: "read" },
    { contents: "read" },
  ],
  [
    "an optional as far as it is granted",
    {},
    { organization_projects: "write" },
    { organization_projects: "read" },
    { organization_projects: "read" },
  ],
  ["the more of two declarations", { issues: "write" }, { issues: "read" }, { issues: "write" }, { issues: "write" }],
])("a token may do %s, and read metadata", (_name, permissions, optional, granted, expected) => {
  expect(tokenPermissions({ permissions, optional }, granted)).toEqual({ metadata: "read", ...expected });
});

test("write access that app.yml does not ask for is used where it is granted", () => {
  const automation = { permissions: { contents: "read" }, whereGranted: { contents: "write" } } as const;
  expect(tokenPermissions(automation, { contents: "write" })).toEqual({ metadata: "read", contents: "write" });
  expect(tokenPermissions(automation, { contents: "read" })).toEqual({ metadata: "read", contents: "read" });
  expect(tokenPermissions(automation, {})).toEqual({ metadata: "read" });
});

test("elsewhere nothing can be written", () => {
  const granted = { contents: "write", issues: "write", pull_requests: "write", checks: "write" };
  expect(elsewherePermissions(granted)).toEqual({ metadata: "read", contents: "read", issues: "read" });
  expect(elsewherePermissions({ contents: "read" })).toEqual({ metadata: "read", contents: "read" });
});

test("commands carry out the verbs of others, so their token can do what those use", () => {
  const [commands] = automations.filter(({ name }) => name === "commands");
  const others = automations.filter((automation) => automation.commands !== undefined);
  expect(others.map(({ name }) => name)).toEqual(expect.arrayContaining(["milestone-tasks", "renovate-cadence"]));
  const all = Object.assign({}, ...automations.flatMap(({ permissions, optional = {} }) => [permissions, optional]));
  const granted = Object.fromEntries(Object.keys(all).map((resource) => [resource, "write"]));
  const token = tokenPermissions(commands ?? { permissions: {} }, granted);
  for (const other of others) {
    const uses = ["issues", ...(other.commands?.uses ?? [])];
    const whole = Object.entries(tokenPermissions(other, granted));
    const needed = Object.fromEntries(whole.filter(([resource]) => uses.includes(resource)));
    expect(Object.keys(needed).sort()).toEqual(uses.sort());
    expect([other.name, missingPermissions({ permissions: needed }, token)]).toEqual([other.name, []]);
  }
});

test("no token but that of commands can write contents, whatever is granted", () => {
  const writing = automations.filter((one) => tokenPermissions(one, { contents: "write" }).contents === "write");
  expect(writing.map(({ name }) => name)).toEqual(["commands"]);
});

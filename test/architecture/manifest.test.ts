import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { comingPermissions } from "../../src/automations/coming-permissions.ts";
import { automations } from "../../src/automations/index.ts";

interface Manifest {
  readonly public: boolean;
  readonly default_permissions: Record<string, "read" | "write">;
  readonly default_events: string[];
}

const text = readFileSync(join(import.meta.dirname, "../../app.yml"), "utf8");
const manifest = parse(text) as Manifest;
const rank = { read: 1, write: 2 };

/** What the automations declare, each with the most that one of them asks for. */
function declared(): Record<string, "read" | "write"> {
  const needed: Record<string, "read" | "write"> = { metadata: "read" };
  for (const automation of automations) {
    for (const [resource, access] of [automation.permissions, automation.optional ?? {}].flatMap(
      Object.entries<"read" | "write">,
    )) {
      if (rank[access] > rank[needed[resource] ?? "read"] || needed[resource] === undefined) needed[resource] = access;
    }
  }
  return needed;
}

test("app.yml requests the permissions that the automations need and later ones will read, and no more", () => {
  const coming = Object.fromEntries(comingPermissions.map(({ resource, access }) => [resource, access]));
  expect(manifest.default_permissions).toEqual({ ...declared(), ...coming });
});

test("what an automation declares is no longer coming", () => {
  expect(comingPermissions.filter(({ resource }) => resource in declared())).toEqual([]);
});

test("app.yml gives the reason beside each permission, for a coming one as the list has it", () => {
  const lines = text.split("\n");
  for (const [resource, access] of Object.entries(manifest.default_permissions)) {
    expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^ {2}${resource}: ${access} # \\S`)));
  }
  for (const { resource, access, reason } of comingPermissions) {
    expect(lines).toContain(`  ${resource}: ${access} # ${reason}`);
  }
});

/** What stands beside a line of app.yml, and on the lines of comment below it. */
function reasonOf(line: string): string {
  const found = new RegExp(`^ {2}${line}(?:: \\w+)? #(.*(?:\\n {4}#.*)*)`, "m").exec(text);
  return found?.[1] ?? "";
}

const asked = automations.flatMap(({ name, permissions, optional, events }) =>
  [...Object.keys({ ...permissions, ...optional }), ...events.map((event) => `- ${event}`)]
    .filter((line) => line !== "metadata")
    .map((line) => ({ name, line })),
);

test.each(asked)("app.yml names $name in the reason of `$line`", ({ name, line }) => {
  expect(reasonOf(line).split(/[^\w-]+/)).toContain(name);
});

test("nothing in app.yml lets Detoil write code, start workflows or change them", () => {
  expect(manifest.default_permissions).toMatchObject({ contents: "read", actions: "read" });
  expect(manifest.default_permissions).not.toHaveProperty("workflows");
});

test("app.yml subscribes to the events of the automations, and to `repository`", () => {
  const events = new Set(["repository", ...automations.flatMap((automation) => automation.events)]);
  expect([...manifest.default_events].sort()).toEqual([...events].sort());
});

test("the App is private until its owner says otherwise", () => {
  expect(manifest.public).toBe(false);
});

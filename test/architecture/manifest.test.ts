import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { automations } from "../../src/automations/index.ts";

interface Manifest {
  readonly public: boolean;
  readonly default_permissions: Record<string, "read" | "write">;
  readonly default_events: string[];
}

const manifest = parse(readFileSync(join(import.meta.dirname, "../../app.yml"), "utf8")) as Manifest;
const rank = { read: 1, write: 2 };

test("app.yml requests the permissions that the automations need, and no more", () => {
  const needed: Record<string, "read" | "write"> = { metadata: "read" };
  for (const automation of automations) {
    for (const [resource, access] of [automation.permissions, automation.optional ?? {}].flatMap(
      Object.entries<"read" | "write">,
    )) {
      if (rank[access] > rank[needed[resource] ?? "read"] || needed[resource] === undefined) needed[resource] = access;
    }
  }
  expect(manifest.default_permissions).toEqual(needed);
});

test("app.yml subscribes to the events of the automations, and to `repository`", () => {
  const events = new Set(["repository", ...automations.flatMap((automation) => automation.events)]);
  expect([...manifest.default_events].sort()).toEqual([...events].sort());
});

test("the App is private until its owner says otherwise", () => {
  expect(manifest.public).toBe(false);
});

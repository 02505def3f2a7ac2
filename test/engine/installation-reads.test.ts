import { expect, test } from "vitest";
import { createInstallationReads } from "../../src/engine/installation-reads.ts";
import { installationRead } from "../../src/engine/reconcile.ts";
import { Forbidden, Unavailable } from "../../src/github/errors.ts";
import type { Store } from "../../src/store/store.ts";
import { appWith, githubWith } from "./places.ts";

const LIST = "GET /installation/repositories";
const ALL = { total_count: 1, repository_selection: "all", repositories: [] };
const shop = { installationId: 1, automation: "onboarding" };
const granted = { metadata: "read", contents: "read" };

function reads(answers: readonly unknown[], clock = { now: new Date("2026-11-20T01:00:00Z") }) {
  let asked = 0;
  const answer = () => {
    const next = answers[asked] ?? answers.at(-1);
    asked += 1;
    if (next instanceof Error) throw next;
    return { data: next, headers: {} };
  };
  const app = appWith({}, async () => githubWith({ [LIST]: answer }));
  const readsFor = createInstallationReads({
    ...{ app, store: {} as Store, offers: true },
    clock: { now: () => clock.now, onMove() {}, async stop() {} },
  });
  return { of: () => readsFor(shop, granted).repositories(), asked: () => asked, clock };
}

test("all repositories that ask within minutes are told of one request", async () => {
  const { of, asked, clock } = reads([ALL]);
  expect(await Promise.all([of(), of(), of()])).toEqual(Array.from({ length: 3 }, () => ({ selection: "all" })));
  expect(asked()).toBe(1);
  clock.now = new Date("2026-11-20T01:05:00Z");
  await of();
  expect(asked()).toBe(2);
});

test("what failed is asked for again", async () => {
  const { of, asked } = reads([new Unavailable("x", 502, "Bad gateway"), ALL]);
  await expect(of()).rejects.toThrow("Bad gateway");
  expect([await of(), asked()]).toEqual([{ selection: "all" }, 2]);
});

test("a server that GitHub refuses the list takes no repository for a selected one; a preview does", async () => {
  const refusal = new Forbidden("x", 403, "Your IP address is not permitted");
  await expect(reads([refusal]).of()).rejects.toThrow("Your IP address");
  expect(await installationRead(githubWith({ [LIST]: refusal }), true).repositories()).toBeNull();
});

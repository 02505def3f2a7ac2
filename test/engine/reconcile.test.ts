import { expect, test } from "vitest";
import type { Automation } from "../../src/automations/automation.ts";
import type { LoadedConfig } from "../../src/config/loaded.ts";
import { fourKeysSection } from "../../src/config/sections/four-keys/schema.ts";
import { reconcile } from "../../src/engine/reconcile.ts";
import type { Recording } from "../../src/records/book.ts";
import { memoryBook } from "../../src/records/memory-book.ts";
import { commit, SETTINGS } from "../metrics/records.ts";
import { deployed, pull } from "../records/recorded.ts";
import { automation, githubWith } from "./places.ts";

const counting = {
  section: fourKeysSection.parse({ deployments: { environment: ["production"] } }),
  lanes: [],
  settings: SETTINGS,
};

const loaded = { state: "absent", config: null, language: "en" } as unknown as LoadedConfig;
const reconcileWith = (changes: Partial<Automation>, book = memoryBook()) =>
  reconcile({
    github: githubWith({}),
    repository: { id: 10, owner: "acme", name: "shop" },
    automation: automation("four-keys", changes),
    target: "history",
    now: new Date("2026-11-20T01:00:00Z"),
    webUrl: "https://github.com",
    apply: false,
    loaded,
    book,
  });
const page = (sha: string): Recording => ({
  readings: [{ type: "commit", record: commit(sha) }],
  cursors: [{ name: "history", value: sha }],
});

test("facts are recorded before the plan, and the next reconciliation finds them", async () => {
  const seen: unknown[] = [];
  const steps: Partial<Automation> = {
    gather: async (_github, _context, { book }) => book.cursor("history"),
    records: (facts) => page(facts === null ? "a" : "b"),
    plan: (facts) => {
      seen.push(facts);
      return [];
    },
  };
  const book = memoryBook();
  await reconcileWith(steps, book);
  expect([...(await book.knownCommits(["a", "b"]))]).toEqual(["a"]);
  await reconcileWith(steps, book);
  expect(seen).toEqual([null, "a"]);
  expect(await book.cursor("history")).toBe("b");
});

test("without a store the overview is computed from the book", async () => {
  const shipped: unknown[] = [];
  const gather: Automation["gather"] = async (_github, _context, { overview }) => {
    const { deployments } = await overview(counting, { window: { from: 0, to: 100 }, beforeFrom: 0 });
    shipped.push(...deployments.map(({ deployment, changes }) => [deployment.record.id, changes]));
  };
  const book = memoryBook();
  await book.record({
    readings: [
      { type: "change", key: 1, version: 1, record: pull(1, 50) },
      { type: "deployment", key: "environment/1", version: 1, record: deployed(1, 60) },
    ],
    cursors: [],
  });
  await reconcileWith({ gather }, book);
  expect(shipped).toEqual([[1, 1]]);
});

test("where facts cannot be recorded nothing is planned on them", async () => {
  const book = { ...memoryBook(), record: () => Promise.reject(new Error("no room")) };
  const plan = () => {
    throw new Error("planned");
  };
  await expect(reconcileWith({ records: () => page("a"), plan }, book)).rejects.toThrow("no room");
});

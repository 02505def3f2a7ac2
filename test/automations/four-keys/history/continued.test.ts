import { expect, test } from "vitest";
import { continued } from "../../../../src/automations/four-keys/history/continued.ts";
import type { HistoryCursor } from "../../../../src/automations/four-keys/history/cursor.ts";
import { movedOn } from "../../../../src/automations/four-keys/history/page.ts";
import { pausedUntil } from "../../../../src/automations/four-keys/history/pause.ts";
import { progressOf } from "../../../../src/automations/four-keys/history/progress.ts";
import { fourKeysSection } from "../../../../src/config/sections/four-keys/schema.ts";

const NOW = new Date("2026-11-20T01:00:00Z");
const YEAR_AGO = "2025-11-20T01:00:00.000Z";
const section = (deployments: object = { environment: ["production"] }, labels: readonly string[] = ["incident"]) =>
  fourKeysSection.parse({ deployments, incidents: { labels } });
const begun = (now = NOW) => continued(null, { section: section(), now });
const listsOf = ({ todo }: HistoryCursor) => todo.map((task) => (task.list === "incidents" ? task.label : task.list));

/** After so many lists. */
function after(lists: number, cursor = begun()): HistoryCursor {
  return lists === 0 ? cursor : after(lists - 1, movedOn(cursor, null));
}

const FIRST = ["deployments", "incident", "changes", "commits", "branches", "incident", "changes"];

test("a year is read, the newest first, and at the end what was updated meanwhile", () => {
  const cursor = begun();
  expect(listsOf(cursor)).toEqual(FIRST);
  expect(cursor.since).toBe(YEAR_AGO);
  expect(cursor.todo.map(({ until }) => until)).toEqual([
    ...Array.from({ length: 5 }, () => YEAR_AGO),
    ...Array.from({ length: 2 }, () => NOW.toISOString()),
  ]);
  expect(after(6).complete).toBe(false);
  expect(after(7)).toMatchObject({ complete: true, todo: [] });
});

test.each([
  ["nothing new", after(3), section(), ["commits", "branches", "incident", "changes"]],
  ["nothing new, when all is read", after(7), section(), []],
  ["another source", after(7), section({ release: true }), ["deployments", "branches"]],
  ["another environment", after(7), section({ environment: ["live"] }), ["deployments", "branches"]],
  ["a pattern of tags", after(7), section({ tag: "v*" }), ["deployments", "branches"]],
  [
    "another source while changes are read",
    after(2),
    section({ release: true }),
    ["changes", "commits", "incident", "changes", "deployments", "branches"],
  ],
  [
    "another source at the beginning",
    after(0),
    section({ release: true }),
    [...FIRST.slice(1, 4), "incident", "changes", "deployments", "branches"],
  ],
  ["another label", after(7), section(undefined, ["incident", "outage"]), ["outage"]],
  [
    "another label while changes are read",
    after(2),
    section(undefined, ["Incident", "outage"]),
    [...FIRST.slice(2), "outage"],
  ],
  ["a label less", after(7), section(undefined, []), []],
])("sre.yml asks for %s", (_, cursor, now, lists) => {
  expect(listsOf(continued(cursor, { section: now, now: NOW }))).toEqual(lists);
});

test("the place in a list is kept unless it is another list", () => {
  const changes = movedOn(after(2), "page 3");
  expect(continued(changes, { section: section({ release: true }), now: NOW }).after).toBe("page 3");
  const deployments = movedOn(begun(), "page 3");
  expect(continued(deployments, { section: section({ release: true }), now: NOW }).after).toBeNull();
});

test("history that is asked for from earlier on is read anew, behind known commits too", () => {
  const further = (since: string) => continued(after(7), { section: section(), now: NOW, since: Date.parse(since) });
  expect(further("2026-01-01T00:00:00Z").todo).toEqual([]);
  const cursor = further("2024-01-01T00:00:00Z");
  expect(listsOf(cursor)).toEqual(FIRST);
  expect(cursor.todo[3]).toEqual({ list: "commits", until: "2024-01-01T00:00:00.000Z", whole: true });
});

test("each night what is new is read, which webhooks may have missed", () => {
  const night = new Date("2026-11-21T01:00:00Z");
  const cursor = continued(after(7), { section: section(), now: night });
  expect(cursor).toMatchObject({ begun: night.toISOString(), complete: true });
  expect(cursor.todo).toEqual([
    { list: "deployments", until: "2026-11-19T01:00:00.000Z" },
    { list: "incidents", label: "incident", until: NOW.toISOString() },
    { list: "changes", until: NOW.toISOString() },
    { list: "branches", until: "2026-11-19T01:00:00.000Z" },
  ]);
  expect(listsOf(continued(after(4, cursor), { section: section(), now: night }))).toEqual([]);
});

const reached = (cursor: HistoryCursor, time: string) => ({ ...cursor, read: 37, total: 90, reached: time });
const RECENT = "2026-11-01T00:00:00.000Z";

test.each([
  ["not begun", null, { read: 0, total: null }, null],
  ["deployments are read", begun(), { read: 0, total: null }, null],
  ["changes are read", reached(after(2), RECENT), { read: 37, total: 90 }, RECENT],
  ["changes are about to be read", after(2), { read: 0, total: null }, null],
  ["changes of two years ago", reached(after(2), "2024-11-01T00:00:00.000Z"), { read: 37, total: 90 }, YEAR_AGO],
  ["commits are read", reached(after(3), RECENT), { read: 37, total: 90 }, RECENT],
  ["only what changed meanwhile is left", after(5), { read: 0, total: null }, YEAR_AGO],
  ["all is read", after(7), null, YEAR_AGO],
  [
    "all is read, and a night's rest is not",
    continued(after(7), { section: section(), now: new Date("2026-11-22") }),
    null,
    YEAR_AGO,
  ],
  [
    "another source",
    continued(after(7), { section: section({ tag: "v*" }), now: NOW }),
    { read: 0, total: null },
    null,
  ],
])("from when on the numbers hold: %s", (_, cursor, reading, from) => {
  expect(progressOf(cursor)).toEqual({ reading, completeFrom: from === null ? null : Date.parse(from) });
});

test.each([
  ["a full limit", { limit: 5000, remaining: 4999 }, false],
  ["two thirds", { limit: 6000, remaining: 4000 }, false],
  ["less", { limit: 6000, remaining: 3999 }, true],
  ["no limit", { limit: 0, remaining: 0 }, false],
])("reading rests with %s left: %o", (_, { limit, remaining }, rests) => {
  const resetAt = "2026-11-20T02:00:00Z";
  expect(pausedUntil({ limit, remaining, resetAt })).toEqual(rests ? new Date(resetAt) : null);
});

import { expect, test } from "vitest";
import type { Row } from "../../../src/automations/milestone-tasks/parent/list-rows.ts";
import { parentContent } from "../../../src/automations/milestone-tasks/parent/parent-body.ts";
import { context, facts } from "./facts.ts";

const notes = { problems: [], closing: null, progress: null };

function tableWith(nameOf: (at: number) => string, room = 65_536): string {
  const rows = Array.from({ length: 500 }, (_, at): Row => {
    const waitsFor = at === 0 ? [] : [nameOf(at - 1)];
    const named = { shown: nameOf(at), title: `Task ${at} for v1.2`, assignees: ["alice"], due: "2026-12-01" };
    return { ...named, state: "open", waitsFor, movedTo: null, movedInFrom: null };
  });
  return parentContent(rows, notes, facts(), context(), room);
}

// A second reconciliation of 500 tasks wrote the parent again: more rows fitted once the references had become numbers.
test("a table that is too long ends at the same row before its tasks have numbers and after", () => {
  const made = tableWith((at) => `#${at + 1}`);
  const toBeMade = tableWith((at) => `#{{ref:task/1/t${at}}}`);
  expect(/and (\d+) more/.exec(made)?.[1]).toMatch(/^[1-9]/);
  expect(toBeMade.replaceAll(/#\{\{ref:task\/1\/t(\d+)\}\}/g, (_, at) => `#${Number(at) + 1}`)).toBe(made);
});

test.each([200, 1_000, 9_000, 29_000])("in %i characters it has as many rows as fit, and none without room", (room) => {
  const shown = tableWith((at) => `#${at + 1}`, room);
  const rows = shown.match(/^\| #/gm)?.length ?? 0;
  expect(shown).toContain(`… and ${500 - rows} more in the milestone.`);
  expect(rows > 0).toBe(room > 200);
  expect(shown.includes("| --- |")).toBe(room > 200);
  expect(shown.length).toBeLessThanOrEqual(Math.max(room, 400));
});

import { expect, test } from "vitest";
import type { Milestone } from "../../../src/automations/milestone-tasks/facts.ts";
import { AT, closingComment, closingPlanOf, DONE, short } from "./closing.ts";
import { closed, milestone, parent } from "./facts.ts";

test("rollover moves open tasks, own and moved in, and says so first", () => {
  const others = [milestone({ number: 2, title: "v1.3", due: "2026-12-15" })];
  const plan = closingPlanOf("rollover", { others, movedIn: [{}, DONE] });
  expect(short(plan.beforeParent)).toEqual(["comment on 50", "move 11 to 2", "move 21 to 2"]);
  expect(plan.afterParent).toEqual([]);
  expect(plan.moved).toEqual({ to: { title: "v1.3", number: 2 }, numbers: [11, 21] });
  expect(plan.closing).toEqual({ at: AT, did: "rollover" });
});

test("rollover, killed halfway: the rest moves, nothing is said again", () => {
  const others = [milestone({ number: 2, title: "v1.3", due: "2026-12-15" })];
  const plan = closingPlanOf("rollover", {
    others,
    parent: parent({ comments: [closingComment(1, AT, "rollover")] }),
    tasks: [{ milestone: 2 }, {}],
  });
  expect(short(plan.beforeParent)).toEqual(["move 12 to 2"]);
});

test("rollover, stored: a task that is reopened in the closed milestone stays there", () => {
  const others = [milestone({ number: 2, title: "v1.3", due: "2026-12-15" })];
  expect(closingPlanOf("rollover", { others, closing: { at: AT, did: "rollover" } })).toMatchObject({
    beforeParent: [],
    moved: null,
    closing: { at: AT, did: "rollover" },
  });
});

const other = (number: number, title: string, due: string | null, more: Partial<Milestone> = {}) =>
  milestone({ number, title, due, ...more });

test.each<[string, Partial<Milestone>, readonly Milestone[], string]>([
  ["the next by date", {}, [other(4, "later", "2027-02-01"), other(5, "next", "2026-12-24")], "5"],
  ["the same date is next", {}, [other(4, "later", "2027-02-01"), other(5, "twin", "2026-12-01")], "5"],
  ["an earlier date is not", {}, [other(4, "before", "2026-11-30")], "make v1.3"],
  ["ties go by number", {}, [other(7, "b", "2026-12-24"), other(5, "a", "2026-12-24")], "5"],
  ["a closed one is not", {}, [other(5, "next", "2026-12-24", { open: false })], "make v1.3"],
  ["one that sre.yml does not match is not", {}, [other(5, "other", "2026-12-24")], "make v1.3"],
  ["one without a date is not next by date", {}, [other(5, "v-later", null)], "make v1.3"],
  ["no date: the earliest", { due: null }, [other(5, "v-b", "2027-01-01"), other(4, "v-a", null)], "5"],
  ["no date anywhere: by number", { due: null }, [other(5, "v-b", null), other(4, "v-a", null)], "4"],
  ["counted up: there already, though earlier", {}, [other(5, "v1.3", "2026-11-01")], "5"],
  ["counted up: there already, without a date", {}, [other(5, "V1.3", null)], "5"],
  ["counted up: closed", {}, [other(5, "v1.3", null, { open: false })], "make v1.4"],
  [
    "counted up: closed, and the one after it exists",
    {},
    [other(5, "v1.3", null, { open: false }), other(6, "v1.4", "2026-11-01")],
    "6",
  ],
  ["a carry", { title: "v1.9" }, [], "make v1.10"],
  ["leading zeros", { title: "v Sprint 09" }, [], "make v Sprint 10"],
  ["zeros stay", { title: "v007" }, [], "make v008"],
  ["a long number", { title: "v9007199254740993" }, [], "make v9007199254740994"],
  ["the last number, wherever it is", { title: "v1.2 (beta)" }, [], "make v1.3 (beta)"],
  ["no number", { title: "v-Cleaning" }, [], "make v-Cleaning (next)"],
  ["no number, again", { title: "v-Cleaning (next)" }, [], "make v-Cleaning (next 2)"],
  ["no number, and again", { title: "v-Cleaning (next 2)" }, [], "make v-Cleaning (next 3)"],
  ["no number, closed", { title: "v" }, [other(5, "v (next)", null, { open: false })], "make v (next 2)"],
])("where open tasks go: %s", (_name, more, others, where) => {
  const titled = others.map((one) => (/^v|^V|other/.test(one.title) ? one : { ...one, title: `v-${one.title}` }));
  const plan = closingPlanOf("rollover", { milestone: closed(AT, more), others: titled, match: "v*", tasks: [{}] });
  const isMade = where.startsWith("make ");
  expect(short(plan.beforeParent)).toEqual(
    isMade ? [where, "comment on 50", 'move 11 to {"ref":"next-milestone"}'] : ["comment on 50", `move 11 to ${where}`],
  );
});

test("a milestone's title has at most 255 characters", () => {
  const plan = closingPlanOf("rollover", { milestone: closed(AT, { title: "x".repeat(255) }) });
  const [made] = plan.beforeParent;
  expect(made?.action === "create-milestone" && made.title.length).toBeLessThanOrEqual(255);
  expect(made?.action === "create-milestone" && made.title.endsWith("… (next)")).toBe(true);
});

test("a new milestone need not match: it was asked for", () => {
  const plan = closingPlanOf("rollover", { milestone: closed(AT, { title: "v1.9" }), match: "v1.9" });
  expect(short(plan.beforeParent)[0]).toBe("make v1.10");
});

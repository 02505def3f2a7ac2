import { expect, test } from "vitest";
import type { RequestFacts } from "../../../src/automations/help-wanted/facts.ts";
import { plan } from "../../../src/automations/help-wanted/plan.ts";
import type { Refusal } from "../../../src/github/apply/registry.ts";
import { contextAt, factsOf, recorded, tokyo } from "./facts.ts";

const refusal = (given: Partial<Refusal>): Refusal => ({
  ...{ action: "add-assignees", identity: null, number: 9, part: null, value: null, status: 403 },
  ...{ reason: "Resource not accessible by integration", hash: "" },
  ...given,
});

const PLACED = { assigned: ["alice"], project: "acme/3" };
const SECTION = { project: { owner: "acme", number: 3, status: "Triage" } };

/** What the comment says once GitHub has answered the first ask. */
function toldAfter(refusals: readonly Refusal[], facts: Partial<RequestFacts> = {}, now = tokyo(20, "17:30")) {
  const context = { ...contextAt(now, SECTION), refusals };
  const planned = plan(factsOf({ recorded: recorded(PLACED), ...facts }), context);
  return planned.flatMap((action) => (action.action === "update-comment" ? [action.body] : [])).join();
}

test.each<[string, Partial<Refusal>, string]>([
  ["to assign anybody", {}, "GitHub does not let alice be assigned here."],
  ["to assign this person", { part: "assignee", value: "Alice", status: 422 }, "GitHub does not let alice be"],
  [
    "a place on the project",
    { action: "add-to-project", number: null },
    "Detoil may not write to the project `acme/3`.",
  ],
  [
    "a status there",
    { action: "set-project-field", number: null, status: 422 },
    "may not write to the project `acme/3`.",
  ],
])("where GitHub refuses %s, the comment says so", (_, given, says) => {
  expect(toldAfter([refusal(given)])).toContain(says);
});

test("a refusal to assign somebody else, or on another issue, says nothing of this one", () => {
  const others = [refusal({ part: "assignee", value: "bob" }), refusal({ number: 8 })];
  expect(toldAfter(others)).not.toContain("does not let");
});

test("a team of escalate-to that is gone is told when it is asked", () => {
  const context = { ...contextAt(tokyo(24, "17:00"), SECTION), granted: { members: "read" } };
  const facts = factsOf({
    recorded: recorded({ ...PLACED, remindedAt: tokyo(24, "12:30").toISOString() }),
    teams: new Map(),
  });
  const told = plan(facts, context).find(({ action }) => action === "update-comment");
  expect(told).toMatchObject({ body: expect.stringContaining("Detoil cannot see who is in `acme/leads`") });
});

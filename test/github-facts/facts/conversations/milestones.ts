import assert from "node:assert/strict";
import { at, type Fact, listAt } from "../../fact.ts";
import { madeIssue, madeMilestone } from "../../made.ts";
import { issueOf, shown } from "../../read.ts";

/** What is sent, and what GitHub stores. */
const KEPT: readonly (readonly [sent: string, kept: string])[] = [
  ["2026-12-01T12:00:00Z", "2026-12-01T08:00:00Z"],
  ["2026-07-01T12:00:00Z", "2026-07-01T07:00:00Z"], // in summer, too
  ["2026-12-01T08:00:00Z", "2026-12-01T08:00:00Z"], // what GitHub says itself
  ["2026-12-01T00:00:00Z", "2026-11-30T08:00:00Z"],
  ["2026-11-02T07:00:00Z", "2026-11-01T07:00:00Z"], // summer's hour after summer's end
  ["2026-11-01T12:00:00Z", "2026-11-01T07:00:00Z"], // the day when summer ends begins in summer
  ["2026-03-08T12:00:00Z", "2026-03-08T08:00:00Z"], // the day when it begins begins in winter
  ["2026-12-01T09:00:00+09:00", "2026-11-30T08:00:00Z"],
];

export const milestones: readonly Fact[] = [
  {
    id: "conversations/due-on",
    says: "A milestone's date is stored as midnight Pacific: noon UTC stays on its day, midnight UTC is the day before, a zone counts.",
    source: "observed in many clients' reports; REST: Create a milestone",
    seen: async (scratch) => {
      const { number, data } = await madeMilestone(scratch, { due_on: "2030-12-05T12:00:00Z" });
      assert.equal(at(data, "due_on"), "2030-12-05T08:00:00Z");
      const route = "PATCH /repos/{owner}/{repo}/milestones/{milestone_number}";
      for (const [sent, kept] of KEPT) {
        const changed = await scratch.rest(route, { milestone_number: number, due_on: sent });
        assert.equal(at(changed.data, "due_on"), kept, sent);
      }
      return `2030-12-05T08:00:00Z and ${KEPT.length} more`;
    },
  },
  {
    id: "conversations/milestone-life",
    says: "A milestone can be moved, closed and reopened; deleting it takes its issues out of it. A nonexistent one is 404.",
    source: "REST: Milestones",
    seen: async (scratch) => {
      const { number } = await madeMilestone(scratch);
      const issue = await madeIssue(scratch, { milestone: number });
      const route = "/repos/{owner}/{repo}/milestones/{milestone_number}";
      const change = (fields: object) => scratch.rest(`PATCH ${route}`, { milestone_number: number, ...fields });
      await change({ title: scratch.name("moved"), due_on: "2030-12-02T12:00:00Z" });
      await scratch.until(async () => {
        const { data } = await scratch.rest(`GET ${route}`, { milestone_number: number });
        return at(data, "open_issues") === 1;
      });
      const closed = await change({ state: "closed" });
      assert.deepEqual([at(closed.data, "state"), at(closed.data, "due_on")], ["closed", "2030-12-02T08:00:00Z"]);
      const opened = await change({ state: "open" });
      assert.deepEqual([at(opened.data, "state"), at(opened.data, "closed_at")], ["open", null]);
      assert.equal((await scratch.rest(`DELETE ${route}`, { milestone_number: number })).status, 204);
      await scratch.until(async () => at(await issueOf(scratch, issue.number), "milestone") === null);
      assert.equal((await change({ state: "closed" })).status, 404);
      assert.equal((await scratch.rest(`DELETE ${route}`, { milestone_number: number })).status, 404);
      return "moved, closed, opened, deleted";
    },
  },
  {
    id: "conversations/milestone-numbers",
    says: "The number of a deleted milestone is not used again.",
    source: "unsourced",
    seen: async (scratch) => {
      const route = "DELETE /repos/{owner}/{repo}/milestones/{milestone_number}";
      const make = async () => {
        const made = await scratch.rest("POST /repos/{owner}/{repo}/milestones", { title: scratch.name("milestone") });
        const number = Number(at(made.data, "number"));
        await scratch.rest(route, { milestone_number: number });
        return number;
      };
      const [first, second] = [await make(), await make()];
      assert.ok(second > first, `${first}, then ${second}`);
      return `${first}, then ${second}`;
    },
  },
  {
    id: "conversations/milestone-found",
    says: "GraphQL finds a milestone by its number, lists milestones by number in either direction, and the issues in one.",
    source: "GraphQL: Repository.milestones, MilestoneOrder",
    seen: async (scratch) => {
      const [first, second] = [
        await madeMilestone(scratch, { due_on: "2030-12-05T12:00:00Z" }),
        await madeMilestone(scratch),
      ];
      const issue = await madeIssue(scratch, { milestone: first.number });
      const one = "milestone(number: $number) { title dueOn state issues(first: 5) { nodes { number } } }";
      const found = async () => at(await shown(scratch, one, { number: first.number }), "milestone");
      await scratch.until(async () => listAt(await found(), "issues", "nodes").length === 1);
      assert.deepEqual(await found(), {
        title: first.title,
        dueOn: "2030-12-05T08:00:00Z",
        state: "OPEN",
        issues: { nodes: [{ number: issue.number }] },
      });
      const list = (direction: string) =>
        `${direction}: milestones(first: 100, orderBy: { field: NUMBER, direction: ${direction} }) { nodes { number } }`;
      const lists = async () => shown(scratch, `${list("ASC")} ${list("DESC")}`);
      const own = async (direction: string) => {
        const numbers = listAt(await lists(), direction, "nodes").map((node) => Number(at(node, "number")));
        return numbers.filter((number) => number === first.number || number === second.number);
      };
      await scratch.until(async () => (await own("ASC")).length === 2);
      assert.deepEqual(await own("ASC"), [first.number, second.number]);
      assert.deepEqual(await own("DESC"), [second.number, first.number]);
      return "both ways";
    },
  },
];

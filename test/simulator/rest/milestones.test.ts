import { expect, test } from "vitest";
import { keptDueOn } from "../../../src/simulator/acts/due-on.ts";
import { restOf, SHOP } from "./github.ts";
import { refusal } from "./refusal.ts";

const at = { owner: "acme", repo: "shop" };

test.each([
  ["2026-12-01T12:00:00Z", "2026-12-01T08:00:00Z", "noon is on its day"],
  ["2026-07-01T12:00:00Z", "2026-07-01T07:00:00Z", "in summer, too"],
  ["2026-12-01T08:00:00Z", "2026-12-01T08:00:00Z", "what GitHub says itself stays"],
  ["2026-12-01T00:00:00Z", "2026-11-30T08:00:00Z", "midnight in UTC is the day before"],
  ["2026-11-02T07:00:00Z", "2026-11-01T07:00:00Z", "summer's hour after summer's end is the day before"],
  ["2026-11-01T12:00:00Z", "2026-11-01T07:00:00Z", "the day when summer ends begins in summer"],
  ["2026-03-08T12:00:00Z", "2026-03-08T08:00:00Z", "the day when it begins begins in winter"],
  ["2026-12-01T09:00:00+09:00", "2026-11-30T08:00:00Z", "a zone is minded"],
])("due on %s is kept as %s: %s", (sent, kept) => {
  expect(keptDueOn(sent)).toBe(kept);
});

test("a milestone is made, moved, closed, opened and deleted", async () => {
  const { octokit, repo, events, unexpected } = restOf(SHOP);
  const made = await octokit.issues.createMilestone({ ...at, title: "v1.3", due_on: "2026-12-24T12:00:00Z" });
  expect(made.data).toMatchObject({ number: 2, title: "v1.3", state: "open", due_on: "2026-12-24T08:00:00Z" });
  const milestone = { ...at, milestone_number: 1 };
  await octokit.issues.updateMilestone({ ...milestone, due_on: "2026-12-01T12:00:00Z" }); // the same day: nothing happens
  await octokit.issues.updateMilestone({ ...milestone, title: "v1.2.0", due_on: "2026-12-02T12:00:00Z" });
  const closed = await octokit.issues.updateMilestone({ ...milestone, state: "closed" });
  expect(closed.data).toMatchObject({ state: "closed", due_on: "2026-12-02T08:00:00Z", open_issues: 1 });
  await octokit.issues.updateMilestone({ ...milestone, state: "open" });
  await octokit.issues.deleteMilestone(milestone);
  expect([[...repo.milestones.keys()], repo.issues.get(9)?.milestone]).toEqual([[2], null]);
  expect(events.map(({ event, action }) => `${event}.${action}`)).toEqual(
    ["created", "edited", "closed", "opened", "deleted"].map((action) => `milestone.${action}`),
  );
  expect(unexpected).toEqual([]);
});

test("a number is never given out twice", async () => {
  const { octokit } = restOf(SHOP);
  await octokit.issues.deleteMilestone({ ...at, milestone_number: 1 });
  expect((await octokit.issues.createMilestone({ ...at, title: "v1.2" })).data.number).toBe(2);
});

test.each([
  ["a second milestone of one title", { method: "POST", path: "", body: { title: "v1.2" } }, "already_exists"],
  ["a milestone without a title", { method: "POST", path: "", body: { title: " " } }, "missing_field"],
  ["a title that is another's", { method: "PATCH", path: "/2", body: { title: "v1.2" } }, "already_exists"],
])("GitHub refuses %s", async (_, { method, path, body }, code) => {
  const { octokit, raw } = restOf(SHOP);
  await octokit.issues.createMilestone({ ...at, title: "v1.3" });
  const response = await raw(`/repos/acme/shop/milestones${path}`, { method, body: JSON.stringify(body) });
  expect([response.status, await response.json()]).toMatchObject([422, { errors: [{ resource: "Milestone", code }] }]);
});

test("what is not there cannot be changed or deleted", async () => {
  const { octokit } = restOf(SHOP);
  const milestone = { ...at, milestone_number: 7 };
  expect((await refusal(octokit.issues.updateMilestone({ ...milestone, state: "closed" }))).status).toBe(404);
  expect((await refusal(octokit.issues.deleteMilestone(milestone))).status).toBe(404);
});

test("one PATCH of an issue sets texts, labels, assignees, milestone and state; unknown labels are made grey", async () => {
  const { octokit, repo, unexpected } = restOf(SHOP);
  const made = await octokit.issues.create({ ...at, title: "t", labels: ["new"], assignees: ["bo"], milestone: 1 });
  expect(made.data).toMatchObject({ milestone: { number: 1 }, labels: [{ name: "new", color: "ededed" }] });
  const edit = { title: "u", body: "b", labels: ["newer"], assignees: ["alice"], milestone: null };
  const { data } = await octokit.issues.update({ ...at, issue_number: made.data.number, ...edit, state: "closed" });
  expect(data).toMatchObject({
    title: "u",
    body: "b",
    milestone: null,
    state: "closed",
    assignees: [{ login: "alice" }],
  });
  expect(data.labels).toMatchObject([{ name: "newer", color: "ededed" }]);
  expect([...repo.labels.keys()]).toEqual(["help wanted", "new", "newer"]);
  expect(unexpected).toEqual([]);
});

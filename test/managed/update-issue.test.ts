import { expect, test } from "vitest";
import { CLOSED, REOPENED, updateIssue } from "../../src/managed/update-issue.ts";

const issue = { number: 5, title: "Freeze", body: "a\r\nb", labels: ["Release", "ops"], assignees: ["alice"] };
type Wanted = Parameters<typeof updateIssue>[1];

/** What is wanted, what is written, and what that was computed from; null: nothing is written. */
test.each<[string, Wanted, object | null, object?]>([
  ["nothing is wanted", {}, null],
  ["all is as it should be", { title: "Freeze", body: "a\nb", labels: ["ops", "release"], assignees: ["Alice"] }, null],
  ["another title", { title: "Thaw", body: "a\nb" }, { title: "Thaw" }, { title: "Freeze" }],
  ["another text", { title: "Freeze", body: "c" }, { body: "c" }, { body: "a\r\nb" }],
  ["another label", { labels: ["ops"] }, { labels: ["ops"] }, { labels: ["Release", "ops"] }],
  ["nobody", { assignees: [] }, { assignees: [] }, { assignees: ["alice"] }],
  [
    "a text that is too long, and another title",
    { title: "Thaw", body: "c".repeat(65_537) },
    { title: "Thaw" },
    { title: "Freeze" },
  ],
  ["a text that is just short enough", { body: "c".repeat(65_536) }, { body: "c".repeat(65_536) }, { body: "a\r\nb" }],
  ["closed", CLOSED, { state: "closed", state_reason: "completed" }],
  ["reopened, with another text", { body: "c", ...REOPENED }, { body: "c", ...REOPENED }, { body: "a\r\nb" }],
])("%s", (_, wanted, changes, expects) => {
  const update = { action: "update-issue", number: 5, ...changes, because: "why" };
  expect(updateIssue(issue, wanted, "why")).toEqual(
    changes === null ? null : expects === undefined ? update : { ...update, expects },
  );
});

import assert from "node:assert/strict";
import { at, type Fact } from "../../fact.ts";
import { madeIssue, madeMilestone } from "../../made.ts";
import { isMissing, issueBody } from "./issue-body.ts";

/** Labels and milestones. */
export const labels: readonly Fact[] = [
  {
    id: "refusals/label-long",
    says: "A label's name longer than 50 characters is refused with 422, even where adding it to an issue would create it.",
    source: "many reports of 'name is too long (maximum is 50 characters)'",
    seen: async (scratch) => {
      const name = "l".repeat(51);
      const made = await scratch.rest("POST /repos/{owner}/{repo}/labels", { name });
      assert.equal(made.status, 422);
      assert.match(JSON.stringify(made.data), /name is too long \(maximum is 50 characters\)/);
      const title = scratch.name("label");
      await issueBody(scratch, { title, labels: [name] }, 422);
      await isMissing(scratch, title);
      return "422 both";
    },
  },
  {
    id: "refusals/label-twice",
    says: "An existing label, in whatever case, is refused with 422 `already_exists`.",
    source: "REST: Create a label; cli/cli's own tests",
    seen: async (scratch) => {
      const name = scratch.name("label");
      scratch.afterwards(() => scratch.rest("DELETE /repos/{owner}/{repo}/labels/{name}", { name }));
      assert.equal((await scratch.rest("POST /repos/{owner}/{repo}/labels", { name })).status, 201);
      const again = await scratch.rest("POST /repos/{owner}/{repo}/labels", { name: name.toUpperCase() });
      assert.deepEqual([again.status, at(again.data, "errors", 0, "code")], [422, "already_exists"]);
      return "422 already_exists";
    },
  },
  {
    id: "refusals/label-absent",
    says: "Removing a label that an issue does not have is 404.",
    source: "REST: Remove a label from an issue; 'Label does not exist'",
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch);
      const route = "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}";
      const { status, data } = await scratch.rest(route, { issue_number: number, name: "no-such-label" });
      assert.equal(status, 404);
      return `404 ${at(data, "message")}`;
    },
  },
  {
    id: "refusals/milestone-twice",
    says: "A second milestone of the same title is refused with 422 `already_exists`, by renaming too; one without a title with `missing_field`.",
    source: "REST: Create a milestone, Update a milestone",
    seen: async (scratch) => {
      const [first, second] = [await madeMilestone(scratch), await madeMilestone(scratch)];
      const make = (title: string) => scratch.rest("POST /repos/{owner}/{repo}/milestones", { title });
      const route = "PATCH /repos/{owner}/{repo}/milestones/{milestone_number}";
      const renamed = scratch.rest(route, { milestone_number: second.number, title: first.title });
      for (const [answer, code] of [
        [await make(first.title), "already_exists"],
        [await renamed, "already_exists"],
        [await make(" "), "missing_field"],
      ] as const) {
        const error = at(answer.data, "errors", 0);
        assert.deepEqual([answer.status, at(error, "resource"), at(error, "code")], [422, "Milestone", code]);
      }
      return "422 already_exists, missing_field";
    },
  },
  {
    id: "refusals/milestone-title-long",
    says: "A milestone's title has at most 255 characters.",
    source: "unsourced",
    takes: "an answer that nobody wrote down",
  },
  {
    id: "refusals/milestone-unknown",
    says: "An issue for a nonexistent milestone is refused with 422.",
    source: "REST: Create an issue",
    seen: async (scratch) => {
      const error = await issueBody(scratch, { title: scratch.name("milestone"), milestone: 999_999 }, 422);
      assert.deepEqual([at(error, "field"), at(error, "code")], ["milestone", "invalid"]);
      return "422 milestone invalid";
    },
  },
];

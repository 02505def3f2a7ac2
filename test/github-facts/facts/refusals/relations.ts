import assert from "node:assert/strict";
import { at, type Fact, listAt } from "../../fact.ts";
import { madeIssue } from "../../made.ts";
import { found, issueOf } from "../../read.ts";

const SUB_ISSUES = "POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues";
const BLOCKED_BY = "POST /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by";

const hundreds = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);
const many = (from: number, count: number, fields: object = {}) =>
  hundreds(from, count).map((number) => ({ number, ...fields }));

export const relations: readonly Fact[] = [
  {
    id: "refusals/sub-issue-twice",
    says: "An issue that is already a sub-issue is refused with 422 and one sentence, without a list of errors.",
    source: "captured in many reports; e.g. tests of octo-org clients",
    seen: async (scratch) => {
      const [parent, child] = [await madeIssue(scratch), await madeIssue(scratch)];
      const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues";
      const link = { issue_number: parent.number, sub_issue_id: child.id };
      assert.equal((await scratch.rest(route, link)).status, 201);
      const { status, data } = await scratch.rest(route, link);
      assert.equal(status, 422);
      assert.match(String(at(data, "message")), /^An error occurred while adding the sub-issue to the parent issue\./);
      return `422 ${at(data, "message")}`;
    },
  },
  {
    id: "refusals/sub-issue-circle",
    says: "An issue cannot be below one that is below it (422).",
    source: "docs.github.com: Adding sub-issues",
    seen: async (scratch) => {
      const [parent, child] = [await madeIssue(scratch), await madeIssue(scratch)];
      const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues";
      await scratch.rest(route, { issue_number: parent.number, sub_issue_id: child.id });
      const { status, data } = await scratch.rest(route, { issue_number: child.number, sub_issue_id: parent.id });
      assert.equal(status, 422);
      return `422 ${at(data, "message")}`;
    },
  },
  {
    id: "refusals/dependency-circle",
    says: "Dependencies in a cycle are refused with 422, even over several issues.",
    source: "unsourced",
    seen: async (scratch) => {
      const [a, b, c] = [await madeIssue(scratch), await madeIssue(scratch), await madeIssue(scratch)];
      const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by";
      assert.equal((await scratch.rest(route, { issue_number: a.number, issue_id: b.id })).status, 201);
      assert.equal((await scratch.rest(route, { issue_number: b.number, issue_id: c.id })).status, 201);
      const { status, data } = await scratch.rest(route, { issue_number: c.number, issue_id: a.id });
      assert.equal(status, 422);
      return `422 ${JSON.stringify(at(data, "errors") ?? at(data, "message"))}`;
    },
  },
  {
    id: "refusals/relation-to-nothing",
    says: "A relation with a nonexistent issue is 404, and so is removing a nonexistent relation; with itself it is 422, and so is a dependency a second time.",
    source: "REST: Sub-issues, Issue dependencies",
    seen: async (scratch) => {
      const [issue, other] = [await madeIssue(scratch), await madeIssue(scratch)];
      const status = async (route: string, fields: object) =>
        (await scratch.rest(route, { issue_number: issue.number, ...fields })).status;
      assert.equal(await status(SUB_ISSUES, { sub_issue_id: issue.id }), 422);
      assert.equal(await status(SUB_ISSUES, { issue_number: 999_999, sub_issue_id: other.id }), 404);
      assert.equal(await status(BLOCKED_BY, { issue_id: 1 }), 404);
      assert.equal(await status(BLOCKED_BY, { issue_id: issue.id }), 422);
      assert.equal(await status(BLOCKED_BY, { issue_id: other.id }), 201);
      assert.equal(await status(BLOCKED_BY, { issue_id: other.id }), 422);
      const noSub = "DELETE /repos/{owner}/{repo}/issues/{issue_number}/sub_issue";
      assert.equal(await status(noSub, { sub_issue_id: other.id }), 404);
      const noBlocker = "DELETE /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by/{issue_id}";
      assert.equal(await status(noBlocker, { issue_number: other.number, issue_id: issue.id }), 404);
      const left = async (part: string) =>
        listAt(
          await found(scratch, `GET /repos/{owner}/{repo}/issues/{issue_number}/${part}`, {
            issue_number: issue.number,
          }),
        );
      await scratch.until(async () => (await left("dependencies/blocked_by")).length > 0);
      assert.deepEqual([(await left("sub_issues")).length, (await left("dependencies/blocked_by")).length], [0, 1]);
      return "404, 422";
    },
  },
  {
    id: "refusals/relation-deleted",
    says: "A deleted issue gets no relation: as the child 404, as the parent 410; deleted and transferred ones are counted nowhere.",
    source: "unsourced",
    takes: "deleted and transferred issues",
    world: { repos: [{ name: "acme/docs", issues: [{ number: 1 }] }] },
    scratch: {
      issues: [
        { number: 2 },
        { number: 3 },
        { number: 6, id: 600, deleted: true },
        { number: 7, transferred_to: { repo: "acme/docs", number: 1 } },
        { number: 8, sub_issues: [2, 6, 7], blocked_by: [3, 6, 7] },
      ],
    },
    seen: async (stage) => {
      const issue = await issueOf(stage, 8);
      const counts = [
        at(issue, "sub_issues_summary", "total"),
        at(issue, "issue_dependencies_summary", "total_blocked_by"),
      ];
      assert.deepEqual(counts, [1, 1]);
      const all = listAt(await found(stage, "GET /repos/{owner}/{repo}/issues", { state: "all" }));
      assert.deepEqual(
        all.map((one) => at(one, "number")),
        [8, 3, 2],
      );
      const child = at(await issueOf(stage, 3), "id");
      assert.equal((await stage.rest(SUB_ISSUES, { issue_number: 8, sub_issue_id: 600 })).status, 404);
      assert.equal((await stage.rest(SUB_ISSUES, { issue_number: 6, sub_issue_id: child })).status, 410);
      return "404 and 410";
    },
  },
  {
    id: "refusals/too-many-relations",
    says: "A parent has at most 100 sub-issues, an issue 50 that block it and 50 that it blocks; one more is refused with 422.",
    source: "docs.github.com: Adding sub-issues, Creating issue dependencies",
    takes: "200 issues",
    scratch: {
      issues: [
        ...many(100, 99),
        { number: 90, sub_issues: hundreds(100, 99), blocked_by: hundreds(100, 49) },
        ...many(300, 49, { blocked_by: [91] }),
        { number: 91 },
        ...many(1, 4),
      ],
    },
    seen: async (stage) => {
      const ids = await Promise.all([1, 2, 3, 4, 91].map(async (number) => at(await issueOf(stage, number), "id")));
      const [first, second, , , ninetyFirst] = ids;
      const sub = async (id: unknown) => stage.rest(SUB_ISSUES, { issue_number: 90, sub_issue_id: id });
      assert.deepEqual([(await sub(first)).status, (await sub(second)).status], [201, 422]);
      const block = async (issue_number: number, id: unknown) => stage.rest(BLOCKED_BY, { issue_number, issue_id: id });
      assert.deepEqual([(await block(90, first)).status, (await block(90, second)).status], [201, 422]);
      assert.deepEqual([(await block(3, ninetyFirst)).status, (await block(4, ninetyFirst)).status], [201, 422]);
      const issue = await issueOf(stage, 90);
      const counts = [
        at(issue, "sub_issues_summary", "total"),
        at(issue, "issue_dependencies_summary", "total_blocked_by"),
      ];
      assert.deepEqual(counts, [100, 50]);
      return "100 and 50, not one more";
    },
  },
];

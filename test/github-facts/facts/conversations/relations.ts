import assert from "node:assert/strict";
import { at, type Fact, listAt, type Scratch } from "../../fact.ts";
import { madeIssue } from "../../made.ts";
import { found, issueOf } from "../../read.ts";

const ISSUE = "/repos/{owner}/{repo}/issues/{issue_number}";

async function addSub(scratch: Scratch, parent: number, sub_issue_id: number, fields: object = {}) {
  return scratch.rest(`POST ${ISSUE}/sub_issues`, { issue_number: parent, sub_issue_id, ...fields });
}

async function addBlocker(scratch: Scratch, issue: number, issue_id: number) {
  return scratch.rest(`POST ${ISSUE}/dependencies/blocked_by`, { issue_number: issue, issue_id });
}

async function numbersAt(scratch: Scratch, part: string, number: number): Promise<readonly unknown[]> {
  const data = await found(scratch, `GET ${ISSUE}/${part}`, { issue_number: number, per_page: 100 });
  return listAt(data).map((one) => at(one, "number"));
}

/** Lists lag: they are polled until they show as many. */
async function listed(scratch: Scratch, part: string, number: number, wanted: readonly number[]): Promise<void> {
  await scratch.until(async () => (await numbersAt(scratch, part, number)).length === wanted.length);
  assert.deepEqual(await numbersAt(scratch, part, number), wanted);
}

export const relations: readonly Fact[] = [
  {
    id: "conversations/sub-issue-by-id",
    says: "Sub-issues and dependencies are named by id, not by number; a child shows its parent at once.",
    source: "REST: Sub-issues",
    seen: async (scratch) => {
      const [parent, child] = [await madeIssue(scratch), await madeIssue(scratch)];
      assert.equal((await addSub(scratch, parent.number, child.id)).status, 201);
      assert.equal(
        at(await found(scratch, `GET ${ISSUE}/parent`, { issue_number: child.number }), "number"),
        parent.number,
      );
      return "linked by id";
    },
  },
  {
    id: "conversations/sub-issues",
    says: "Sub-issues are listed in the order in which they were added, counted on the parent (`sub_issues_summary`), and name their parent until they are removed.",
    source: "REST: Sub-issues",
    seen: async (scratch) => {
      const parent = await madeIssue(scratch);
      const children = [await madeIssue(scratch), await madeIssue(scratch), await madeIssue(scratch)];
      const [first, second, third] = children.map(({ number }) => number);
      await scratch.rest(`PATCH ${ISSUE}`, { issue_number: third, state: "closed" });
      for (const { id } of children) assert.equal((await addSub(scratch, parent.number, id)).status, 201);
      await listed(scratch, "sub_issues", parent.number, [first ?? 0, second ?? 0, third ?? 0]);
      const summary = { total: 3, completed: 1, percent_completed: 33 };
      await scratch.until(async () => at(await issueOf(scratch, parent.number), "sub_issues_summary", "total") === 3);
      assert.deepEqual(at(await issueOf(scratch, parent.number), "sub_issues_summary"), summary);
      const ofChild = async () => at(await issueOf(scratch, first ?? 0), "parent_issue_url");
      assert.match(String(await ofChild()), new RegExp(`/issues/${parent.number}$`));
      const gone = { issue_number: parent.number, sub_issue_id: children[0]?.id };
      assert.equal((await scratch.rest(`DELETE ${ISSUE}/sub_issue`, gone)).status, 200);
      await listed(scratch, "sub_issues", parent.number, [second ?? 0, third ?? 0]);
      assert.equal((await ofChild()) ?? null, null);
      assert.equal((await scratch.rest(`GET ${ISSUE}/parent`, { issue_number: first })).status, 404);
      return "3, one of them completed; then 2";
    },
  },
  {
    id: "conversations/one-parent",
    says: "A sub-issue moves to another parent only with `replace_parent`; otherwise 422.",
    source: "REST: Add sub-issue; many reports of 'Sub issue may only have one parent'",
    seen: async (scratch) => {
      const [first, second, child] = [await madeIssue(scratch), await madeIssue(scratch), await madeIssue(scratch)];
      await addSub(scratch, first.number, child.id);
      const refused = await addSub(scratch, second.number, child.id);
      assert.equal(refused.status, 422);
      assert.match(String(at(refused.data, "message")), /only have one parent/);
      assert.equal((await addSub(scratch, second.number, child.id, { replace_parent: true })).status, 201);
      await listed(scratch, "sub_issues", first.number, []);
      await listed(scratch, "sub_issues", second.number, [child.number]);
      return `422 ${at(refused.data, "message")}`;
    },
  },
  {
    id: "conversations/dependencies",
    says: "Dependencies are listed from both sides and counted, closed ones separately (`issue_dependencies_summary`), in a list of issues too.",
    source: "REST: Issue dependencies",
    seen: async (scratch) => {
      const [issue, open, closed] = [await madeIssue(scratch), await madeIssue(scratch), await madeIssue(scratch)];
      await scratch.rest(`PATCH ${ISSUE}`, { issue_number: closed.number, state: "closed" });
      assert.equal((await addBlocker(scratch, issue.number, open.id)).status, 201);
      assert.equal((await addBlocker(scratch, issue.number, closed.id)).status, 201);
      await listed(scratch, "dependencies/blocked_by", issue.number, [open.number, closed.number]);
      await listed(scratch, "dependencies/blocking", open.number, [issue.number]);
      const summary = { blocked_by: 1, total_blocked_by: 2, blocking: 0, total_blocking: 0 };
      assert.deepEqual(at(await issueOf(scratch, issue.number), "issue_dependencies_summary"), summary);
      const ofOpen = at(await issueOf(scratch, open.number), "issue_dependencies_summary");
      assert.deepEqual([at(ofOpen, "blocking"), at(ofOpen, "total_blocking")], [1, 1]);
      const inList = async () => {
        const all = await found(scratch, "GET /repos/{owner}/{repo}/issues", { state: "all", per_page: 20 });
        return listAt(all).find((one) => at(one, "number") === issue.number);
      };
      await scratch.until(async () => (await inList()) !== undefined);
      assert.deepEqual(at(await inList(), "issue_dependencies_summary"), summary);
      const route = `DELETE ${ISSUE}/dependencies/blocked_by/{issue_id}`;
      assert.equal((await scratch.rest(route, { issue_number: issue.number, issue_id: open.id })).status, 200);
      await listed(scratch, "dependencies/blocked_by", issue.number, [closed.number]);
      return JSON.stringify(summary);
    },
  },
  {
    id: "conversations/sub-issue-priority",
    says: "Sub-issues that are added quickly or in parallel may be refused with 422 'Priority has already been taken', for the moment.",
    source: "several public reports, over REST and GraphQL",
    takes: "luck",
  },
];

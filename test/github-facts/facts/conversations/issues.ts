import assert from "node:assert/strict";
import { at, type Fact, listAt } from "../../fact.ts";
import { labelName, madeComment, madeIssue, madeMilestone, madePull, somebody } from "../../made.ts";
import { found, issueOf, pullOf, shown } from "../../read.ts";

/** Issues and pull requests themselves. */
export const issues: readonly Fact[] = [
  {
    id: "conversations/issue-made",
    says: "One POST creates an issue with labels, assignees and milestone; one PATCH sets them all, including the state, and null removes the milestone.",
    source: "REST: Create an issue, Update an issue",
    seen: async (scratch) => {
      const person = somebody(scratch);
      const { number: milestone } = await madeMilestone(scratch);
      const [first, second] = [labelName(scratch), labelName(scratch)];
      const { number } = await madeIssue(scratch, { labels: [first], assignees: [person], milestone });
      const parts = (issue: unknown) => [
        listAt(issue, "labels").map((label) => at(label, "name")),
        listAt(issue, "assignees").map((user) => at(user, "login")),
        at(issue, "milestone", "number") ?? null,
      ];
      assert.deepEqual(parts(await issueOf(scratch, number)), [[first], [person], milestone]);
      const title = scratch.name("Changed");
      const texts = { title, body: "changed" };
      const change = { ...texts, labels: [second], assignees: [], milestone: null, state: "closed" };
      const route = "PATCH /repos/{owner}/{repo}/issues/{issue_number}";
      const { status, data } = await scratch.rest(route, { issue_number: number, ...change });
      assert.deepEqual(
        [status, at(data, "title"), at(data, "body"), at(data, "state")],
        [200, title, "changed", "closed"],
      );
      assert.deepEqual(parts(data), [[second], [], null]);
      assert.equal(at(data, "closed_by", "login"), scratch.bot);
      return "made and changed in one request each";
    },
  },
  {
    id: "conversations/made-twice",
    says: "Every request creates another issue or comment, even with the same text; only lists show that.",
    source: "unsourced",
    seen: async (scratch) => {
      const title = scratch.name("Twice");
      const [first, second] = [await madeIssue(scratch, { title }), await madeIssue(scratch, { title })];
      assert.notEqual(first.number, second.number);
      assert.notEqual(await madeComment(scratch, first), await madeComment(scratch, first));
      return `#${first.number} and #${second.number}`;
    },
  },
  {
    id: "conversations/login-case",
    says: "Logins and labels ignore case; GitHub keeps the first spelling.",
    source: "unsourced",
    seen: async (scratch) => {
      const [person, label] = [somebody(scratch), labelName(scratch)];
      await madeIssue(scratch, { labels: [label] });
      const fields = { labels: [label.toUpperCase()], assignees: [person.toUpperCase()] };
      const issue = await issueOf(scratch, (await madeIssue(scratch, fields)).number);
      assert.deepEqual([at(issue, "labels", 0, "name"), at(issue, "assignees", 0, "login")], [label, person]);
      return `${person}, ${label}`;
    },
  },
  {
    id: "conversations/assignees-order",
    says: "The order of an issue's assignees is GitHub's own.",
    source: "unsourced",
    takes: "several people",
  },
  {
    id: "conversations/duplicate",
    says: "An issue can be closed as a duplicate; GraphQL calls it NOT_PLANNED unless it is asked for duplicates (`enableDuplicate`).",
    source:
      "github/rest-api-description#4492, XAMPPRocky/octocrab#741; GraphQL: IssueStateReason.DUPLICATE and Issue.stateReason",
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch);
      const close = { issue_number: number, state: "closed", state_reason: "duplicate" };
      const { data } = await scratch.rest("PATCH /repos/{owner}/{repo}/issues/{issue_number}", close);
      assert.equal(at(data, "state_reason"), "duplicate");
      const fields = "issue(number: $number) { plain: stateReason asked: stateReason(enableDuplicate: true) }";
      const issue = at(await shown(scratch, fields, { number }), "issue");
      assert.deepEqual(issue, { plain: "NOT_PLANNED", asked: "DUPLICATE" });
      return "duplicate; NOT_PLANNED, DUPLICATE";
    },
  },
  {
    id: "conversations/labels-made",
    says: "A nonexistent label that is put on an issue is created, gray (`ededed`).",
    source: "REST: Add labels to an issue",
    seen: async (scratch) => {
      const name = labelName(scratch);
      await madeIssue(scratch, { labels: [name] });
      const { status, data } = await scratch.rest("GET /repos/{owner}/{repo}/labels/{name}", { name });
      assert.deepEqual([status, at(data, "color")], [200, "ededed"]);
      return "made, gray";
    },
  },
  {
    id: "conversations/pull-as-issue",
    says: "A pull request is also an issue: labels, assignees, milestone and comments go through the issues' routes.",
    source: "REST: Issues",
    seen: async (scratch) => {
      const { number } = await madePull(scratch);
      const { data } = await scratch.rest("GET /repos/{owner}/{repo}/issues/{issue_number}", { issue_number: number });
      assert.equal(at(data, "number"), number);
      assert.notEqual(at(data, "pull_request"), undefined);
      return "found as an issue";
    },
  },
  {
    id: "conversations/label-renamed",
    says: "A renamed label stays where it is; a deleted one is removed everywhere.",
    source: "docs.github.com: Managing labels",
    seen: async (scratch) => {
      const [name, new_name] = [labelName(scratch), labelName(scratch)];
      const { number } = await madeIssue(scratch, { labels: [name] });
      const on = async () => listAt(await issueOf(scratch, number), "labels").map((label) => at(label, "name"));
      const rename = { name, new_name, color: "ffffff" };
      assert.equal((await scratch.rest("PATCH /repos/{owner}/{repo}/labels/{name}", rename)).status, 200);
      await scratch.until(async () => String(await on()) === new_name);
      const gone = await scratch.rest("DELETE /repos/{owner}/{repo}/labels/{name}", { name: new_name });
      assert.equal(gone.status, 204);
      await scratch.until(async () => (await on()).length === 0);
      return "renamed, gone";
    },
  },
  {
    id: "conversations/release-pull",
    says: "A pull request lists its commits and files; it can be labeled (200), assigned and requested for review (201), and everybody who may read it sees the change.",
    source: "REST: Pull requests, Labels, Assignees, Review requests",
    seen: async (scratch) => {
      const person = somebody(scratch);
      const { number, head, base } = await madePull(scratch, { body: "" });
      const pull = await pullOf(scratch, number);
      assert.deepEqual(
        [at(pull, "state"), at(pull, "commits"), at(pull, "head", "ref"), at(pull, "base", "ref")],
        ["open", 1, head, base],
      );
      assert.equal(at(pull, "user", "login"), scratch.bot);
      await scratch.until(async () => at(await pullOf(scratch, number), "mergeable") === true);
      const files = await found(scratch, "GET /repos/{owner}/{repo}/pulls/{pull_number}/files", {
        pull_number: number,
      });
      assert.deepEqual(
        listAt(files).map((file) => [at(file, "filename"), at(file, "status")]),
        [["README.md", "modified"]],
      );
      const changed = { pull_number: number, title: scratch.name("Release"), body: "- [ ] #3" };
      const edited = await scratch.rest("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", changed);
      assert.deepEqual(
        [edited.status, at(edited.data, "title"), at(edited.data, "body")],
        [200, changed.title, changed.body],
      );
      const add = (part: string, fields: object) =>
        scratch.rest(`POST /repos/{owner}/{repo}/issues/{issue_number}/${part}`, { issue_number: number, ...fields });
      const label = labelName(scratch);
      const labeled = await add("labels", { labels: [label] });
      assert.deepEqual([labeled.status, at(labeled.data, 0, "name")], [200, label]);
      const assigned = await add("assignees", { assignees: [person] });
      assert.deepEqual([assigned.status, at(assigned.data, "assignees", 0, "login")], [201, person]);
      const reviewers = { pull_number: number, reviewers: [person] };
      const route = "POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers";
      const asked = await scratch.rest(route, reviewers);
      assert.deepEqual([asked.status, at(asked.data, "requested_reviewers", 0, "login")], [201, person]);
      return "200, 201, 201";
    },
  },
];

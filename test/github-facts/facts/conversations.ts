import assert from "node:assert/strict";
import { at, type Fact, listAt } from "../fact.ts";
import { madeComment, madeIssue, madePull } from "../made.ts";

const EDITS = `userContentEdits(first: 10) { nodes { diff editedAt editor { login } } }`;

/** Issues, pull requests, comments and what was said in them. */
export const conversations: readonly Fact[] = [
  {
    id: "conversations/issue-edits",
    says: "`userContentEdits` of an issue lists every version of its body, newest first, each `diff` being the whole text; the oldest is what was written first.",
    source: "observed by wildcat-finance/skills (live, 2026-09) and others; with an App's token unproven",
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch, { body: "first" });
      const route = "PATCH /repos/{owner}/{repo}/issues/{issue_number}";
      await scratch.rest(route, { issue_number: number, body: "second" }, "person");
      await scratch.rest(route, { issue_number: number, body: "third" });
      const query = `query Edits($owner: String!, $repo: String!, $number: Int!) {
        repository(owner: $owner, name: $repo) { issue(number: $number) { ${EDITS} } } }`;
      const { data, errors } = await scratch.graphql(query, { number });
      const edits = listAt(data, "repository", "issue", "userContentEdits", "nodes");
      assert.deepEqual(errors, []);
      assert.deepEqual(
        edits.map((edit) => at(edit, "diff")),
        ["third", "second", "first"],
      );
      assert.equal(at(edits[1], "editor", "login"), scratch.person);
      return "three whole texts, newest first";
    },
  },
  {
    id: "conversations/pull-edits",
    says: "So do those of a pull request.",
    source: "as conversations/issue-edits; mariomulansky/PySpike#89",
    seen: async (scratch) => {
      const { number } = await madePull(scratch, { body: "first" });
      const route = "PATCH /repos/{owner}/{repo}/pulls/{pull_number}";
      await scratch.rest(route, { pull_number: number, body: "second" });
      const query = `query Edits($owner: String!, $repo: String!, $number: Int!) {
        repository(owner: $owner, name: $repo) { pullRequest(number: $number) { ${EDITS} } } }`;
      const { data } = await scratch.graphql(query, { number });
      const edits = listAt(data, "repository", "pullRequest", "userContentEdits", "nodes");
      assert.deepEqual(
        edits.map((edit) => at(edit, "diff")),
        ["second", "first"],
      );
      return "two whole texts, newest first";
    },
  },
  {
    id: "conversations/never-edited",
    says: "A text that was never edited has no `userContentEdits`.",
    source: "as conversations/issue-edits; unsourced",
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch, { body: "first" });
      const query = `query Edits($owner: String!, $repo: String!, $number: Int!) {
        repository(owner: $owner, name: $repo) { issue(number: $number) { ${EDITS} } } }`;
      const { data } = await scratch.graphql(query, { number });
      assert.deepEqual(listAt(data, "repository", "issue", "userContentEdits", "nodes"), []);
      return "none";
    },
  },
  {
    id: "conversations/bot",
    says: "An App writes as `SLUG[bot]` over REST, type `Bot`; GraphQL has `SLUG` and `Bot`.",
    source: "REST and GraphQL answers everywhere; unsourced",
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch);
      const { data } = await scratch.rest("GET /repos/{owner}/{repo}/issues/{issue_number}", { issue_number: number });
      assert.deepEqual([at(data, "user", "login"), at(data, "user", "type")], [scratch.bot, "Bot"]);
      const query = `query Author($owner: String!, $repo: String!, $number: Int!) {
        repository(owner: $owner, name: $repo) { issue(number: $number) { author { __typename login } } } }`;
      const author = at((await scratch.graphql(query, { number })).data, "repository", "issue", "author");
      assert.deepEqual(author, { __typename: "Bot", login: scratch.bot.replace("[bot]", "") });
      return scratch.bot;
    },
  },
  {
    id: "conversations/body-kept",
    says: "A body is kept as it was sent, HTML comments and blank lines too.",
    source: "unsourced",
    seen: async (scratch) => {
      const body = 'first\n\n\n- [ ] a box\n\n<!-- detoil:fact {"a":1} -->\nlast';
      const { number } = await madeIssue(scratch, { body });
      const { data } = await scratch.rest("GET /repos/{owner}/{repo}/issues/{issue_number}", { issue_number: number });
      assert.equal(at(data, "body"), body);
      return "the same text";
    },
  },
  {
    id: "conversations/reaction-twice",
    says: "A reaction that was given already is answered with 200 instead of 201, and is one.",
    source: "REST: Create reaction for an issue comment",
    seen: async (scratch) => {
      const comment_id = await madeComment(scratch, await madeIssue(scratch));
      const route = "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions";
      const give = () => scratch.rest(route, { comment_id, content: "+1" });
      const [first, second] = [await give(), await give()];
      assert.deepEqual([first.status, second.status], [201, 200]);
      assert.equal(at(first.data, "id"), at(second.data, "id"));
      return "201, then 200";
    },
  },
  {
    id: "conversations/viewer-reacted",
    says: "`reactionGroups` tells an App which reactions are its own (`viewerHasReacted`).",
    source: "GraphQL: ReactionGroup; with an App's token unsourced",
    seen: async (scratch) => {
      const issue = await madeIssue(scratch);
      const comment_id = await madeComment(scratch, issue);
      await scratch.rest("POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions", {
        comment_id,
        content: "eyes",
      });
      const query = `query Mine($owner: String!, $repo: String!, $number: Int!) { repository(owner: $owner, name: $repo) {
        issue(number: $number) { comments(last: 1) { nodes { reactionGroups { content viewerHasReacted } } } } } }`;
      await scratch.until(async () => {
        const { data } = await scratch.graphql(query, { number: issue.number });
        const groups = listAt(data, "repository", "issue", "comments", "nodes", 0, "reactionGroups");
        return groups.some((group) => at(group, "content") === "EYES" && at(group, "viewerHasReacted") === true);
      });
      return "viewerHasReacted";
    },
  },
  {
    id: "conversations/duplicate",
    says: "An issue can be closed as a duplicate (`state_reason: duplicate`, `DUPLICATE`).",
    source: "github/rest-api-description#4492, XAMPPRocky/octocrab#741",
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch);
      const close = { issue_number: number, state: "closed", state_reason: "duplicate" };
      const { data } = await scratch.rest("PATCH /repos/{owner}/{repo}/issues/{issue_number}", close);
      assert.equal(at(data, "state_reason"), "duplicate");
      return "duplicate";
    },
  },
  {
    id: "conversations/labels-made",
    says: "A label that is put on an issue and does not exist yet is made.",
    source: "REST: Add labels to an issue",
    seen: async (scratch) => {
      const name = scratch.name("label");
      scratch.afterwards(() => scratch.rest("DELETE /repos/{owner}/{repo}/labels/{name}", { name }));
      await madeIssue(scratch, { labels: [name] });
      const { status } = await scratch.rest("GET /repos/{owner}/{repo}/labels/{name}", { name });
      assert.equal(status, 200);
      return "made";
    },
  },
  {
    id: "conversations/due-on",
    says: "A milestone's date is kept as midnight Pacific: noon UTC stays on its day.",
    source: "observed in many clients' reports; REST: Create a milestone",
    seen: async (scratch) => {
      const made = { title: scratch.name("milestone"), due_on: "2030-12-05T12:00:00Z" };
      const { data } = await scratch.rest("POST /repos/{owner}/{repo}/milestones", made);
      const route = "DELETE /repos/{owner}/{repo}/milestones/{milestone_number}";
      scratch.afterwards(() => scratch.rest(route, { milestone_number: at(data, "number") }));
      assert.equal(at(data, "due_on"), "2030-12-05T08:00:00Z");
      return String(at(data, "due_on"));
    },
  },
  {
    id: "conversations/milestone-numbers",
    says: "The number of a deleted milestone is not given out again.",
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
    id: "conversations/sub-issue-by-id",
    says: "Sub-issues and dependencies are named by id, not by number; a child knows its parent at once.",
    source: "REST: Sub-issues",
    seen: async (scratch) => {
      const [parent, child] = [await madeIssue(scratch), await madeIssue(scratch)];
      const link = { issue_number: parent.number, sub_issue_id: child.id };
      assert.equal(
        (await scratch.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues", link)).status,
        201,
      );
      const route = "GET /repos/{owner}/{repo}/issues/{issue_number}/parent";
      const { data } = await scratch.rest(route, { issue_number: child.number });
      assert.equal(at(data, "number"), parent.number);
      return "linked by id";
    },
  },
  {
    id: "conversations/sub-issue-priority",
    says: "Sub-issues added fast or in parallel may be refused with 422 'Priority has already been taken', for the moment.",
    source: "several public reports, over REST and GraphQL",
    takes: "luck",
  },
  {
    id: "conversations/deleted",
    says: "A deleted issue answers 410, a transferred one 301 with its new place; neither is in any list.",
    source: "REST: Get an issue",
    takes: "an administrator who deletes, and a second repository",
    scratch: { issues: [{ number: 5, title: "Gone", deleted: true }] },
    seen: async (scratch) => {
      const { status } = await scratch.rest("GET /repos/{owner}/{repo}/issues/{issue_number}", { issue_number: 5 });
      assert.equal(status, 410);
      return "410";
    },
  },
  {
    id: "conversations/web-line-ends",
    says: "A text written in the browser has CRLF line ends, one written through the API keeps its own.",
    source: "observed by many tools; unsourced",
    takes: "a person at a browser",
  },
  {
    id: "conversations/pull-as-issue",
    says: "A pull request is an issue, too: labels, assignees, milestone and comments go through the issues' routes.",
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
    id: "conversations/comments-order",
    says: "Comments are listed oldest first; `comments(last:)` has the newest.",
    source: "REST: List issue comments; GraphQL: IssueCommentConnection",
    seen: async (scratch) => {
      const issue = await madeIssue(scratch);
      const made = [await madeComment(scratch, issue), await madeComment(scratch, issue)];
      const route = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
      const ids = async () =>
        listAt((await scratch.rest(route, { issue_number: issue.number })).data).map((one) => at(one, "id"));
      await scratch.until(async () => (await ids()).length === 2);
      assert.deepEqual(await ids(), made);
      const query = `query Last($owner: String!, $repo: String!, $number: Int!) { repository(owner: $owner, name: $repo) {
        issue(number: $number) { comments(last: 1) { nodes { fullDatabaseId } } } } }`;
      await scratch.until(async () => {
        const { data } = await scratch.graphql(query, { number: issue.number });
        const [last] = listAt(data, "repository", "issue", "comments", "nodes");
        return at(last, "fullDatabaseId") === String(made[1]);
      });
      return "oldest first";
    },
  },
];

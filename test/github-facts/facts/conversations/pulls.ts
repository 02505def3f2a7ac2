import assert from "node:assert/strict";
import { at, type Fact, listAt } from "../../fact.ts";
import { labelName, madePull, somebody } from "../../made.ts";
import { shown, tipOf } from "../../read.ts";

export const pulls: readonly Fact[] = [
  {
    id: "conversations/merged-pull",
    says: "A merged pull request over GraphQL has its merge commit with parents, names of branches, labels, people, comments, reviews and commits; `headRef` is null once the branch is gone.",
    source: "GraphQL: PullRequest",
    seen: async (scratch) => {
      const person = somebody(scratch);
      const { number, title, head, base } = await madePull(scratch);
      const label = labelName(scratch);
      const add = (part: string, fields: object) =>
        scratch.rest(`POST /repos/{owner}/{repo}/issues/{issue_number}/${part}`, { issue_number: number, ...fields });
      await add("labels", { labels: [label] });
      await add("assignees", { assignees: [person] });
      await add("comments", { body: "hello" });
      const review = { pull_number: number, event: "COMMENT", body: "hm" };
      await scratch.rest("POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews", review, "person");
      const merge = "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge";
      assert.equal((await scratch.rest(merge, { pull_number: number, merge_method: "merge" }, "person")).status, 200);
      await scratch.rest("DELETE /repos/{owner}/{repo}/git/refs/{ref}", { ref: `heads/${head}` }, "person");
      const fields = `pullRequest(number: $number) { title state merged author { login } baseRefName headRefName headRef { name }
        mergeCommit { oid parents(first: 2) { nodes { oid } } } isCrossRepository labels(first: 5) { nodes { name } }
        assignees(first: 5) { nodes { login } } comments(first: 5) { totalCount nodes { body author { login } } }
        reviews(first: 5) { nodes { state author { login } } } commits(first: 5) { totalCount nodes { commit { oid } } } }`;
      const pull = async () => at(await shown(scratch, fields, { number }), "pullRequest");
      await scratch.until(
        async () => at(await pull(), "headRef") === null && listAt(await pull(), "comments", "nodes").length === 1,
      );
      const login = scratch.bot.replace("[bot]", "");
      assert.deepEqual(await pull(), {
        title,
        state: "MERGED",
        merged: true,
        author: { login },
        baseRefName: base,
        headRefName: head,
        headRef: null,
        mergeCommit: {
          oid: await tipOf(scratch, base),
          parents: { nodes: [{ oid: scratch.before }, { oid: scratch.head }] },
        },
        isCrossRepository: false,
        labels: { nodes: [{ name: label }] },
        assignees: { nodes: [{ login: person }] },
        comments: { totalCount: 1, nodes: [{ body: "hello", author: { login } }] },
        reviews: { nodes: [{ state: "COMMENTED", author: { login: person } }] },
        commits: { totalCount: 1, nodes: [{ commit: { oid: scratch.head } }] },
      });
      return "as said";
    },
  },
  {
    id: "conversations/updated-first",
    says: "A label put on or taken off, a new title, text or assignee moves a merged pull request's `updatedAt` and brings it to the top of those sorted by `UPDATED_AT`.",
    source: "GraphQL: PullRequest.updatedAt, IssueOrderField; for labels and assignees unsourced",
    seen: async (scratch) => {
      const person = somebody(scratch);
      const [one, other] = [await madePull(scratch), await madePull(scratch)];
      const [first, second] = [one.number, other.number];
      const merge = "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge";
      for (const pull_number of [first, second]) {
        assert.equal((await scratch.rest(merge, { pull_number, merge_method: "merge" }, "person")).status, 200);
        await scratch.second();
      }
      const label = labelName(scratch);
      const change = (issue_number: number, fields: object) =>
        scratch.rest("PATCH /repos/{owner}/{repo}/issues/{issue_number}", { issue_number, ...fields });
      const listed = async () => {
        const fields = `pullRequests(states: [MERGED], first: 1, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { number } }`;
        return at(await shown(scratch, fields), "pullRequests", "nodes", 0, "number");
      };
      // In turn, so that each has to overtake the one before it.
      for (const [number, fields] of [
        [first, { labels: [label] }],
        [second, { title: scratch.name("Another title") }],
        [first, { labels: [] }],
        [second, { body: "Another text" }],
        [first, { assignees: [person] }],
        [second, { title: other.title }],
        [first, { assignees: [] }],
      ] as const) {
        await scratch.second();
        assert.equal((await change(number, fields)).status, 200);
        await scratch.until(async () => (await listed()) === number);
      }
      return "at the top each time";
    },
  },
  {
    id: "conversations/closed-by",
    says: "`timelineItems(itemTypes: [CLOSED_EVENT], last: 1)` says who closed a pull request last, as `closed_by` of the issue does over REST.",
    source: "GraphQL: ClosedEvent; REST: Get an issue",
    seen: async (scratch) => {
      const { number } = await madePull(scratch);
      const change = (state: string, as: "app" | "person") =>
        scratch.rest("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", { pull_number: number, state }, as);
      const fields = `pullRequest(number: $number) { timelineItems(itemTypes: [CLOSED_EVENT], last: 1) { nodes {
        ... on ClosedEvent { actor { __typename login } } } } }`;
      const actor = async () =>
        at(await shown(scratch, fields, { number }), "pullRequest", "timelineItems", "nodes", 0, "actor", "__typename");
      const closedBy = async () => {
        const route = "GET /repos/{owner}/{repo}/issues/{issue_number}";
        return at((await scratch.rest(route, { issue_number: number })).data, "closed_by", "login");
      };
      await change("closed", "app");
      await scratch.until(async () => (await actor()) === "Bot");
      assert.equal(await closedBy(), scratch.bot);
      await change("open", "app");
      await change("closed", "person");
      await scratch.until(async () => (await actor()) === "User");
      assert.equal(await closedBy(), somebody(scratch));
      return "a bot, then a person";
    },
  },
  {
    id: "conversations/pull-files",
    says: "The files of a pull request over GraphQL have their path and kind of change (`ADDED`, `MODIFIED`, …).",
    source: "GraphQL: PullRequestChangedFile",
    seen: async (scratch) => {
      const { number } = await madePull(scratch);
      const fields = "pullRequest(number: $number) { files(first: 9) { nodes { path changeType } } }";
      const files = async () => listAt(await shown(scratch, fields, { number }), "pullRequest", "files", "nodes");
      await scratch.until(async () => (await files()).length > 0);
      assert.deepEqual(await files(), [{ path: "README.md", changeType: "MODIFIED" }]);
      return "README.md MODIFIED";
    },
  },
  {
    id: "conversations/repository",
    says: "A repository over GraphQL has its number (`databaseId`), owner, default branch, whether it is private and has issues, and who can be assigned.",
    source: "GraphQL: Repository",
    seen: async (scratch) => {
      const person = somebody(scratch);
      const { data } = await scratch.rest("GET /repos/{owner}/{repo}");
      const fields = `databaseId nameWithOwner isPrivate hasIssuesEnabled owner { login }
        defaultBranchRef { name prefix } assignableUsers(first: 100) { nodes { login } }`;
      const { assignableUsers, ...rest } = (await shown(scratch, fields)) as Readonly<Record<string, unknown>>;
      assert.deepEqual(rest, {
        databaseId: at(data, "id"),
        nameWithOwner: `${scratch.owner}/${scratch.repo}`,
        isPrivate: at(data, "private"),
        hasIssuesEnabled: true,
        owner: { login: scratch.owner },
        defaultBranchRef: { name: scratch.branch, prefix: "refs/heads/" },
      });
      assert.ok(listAt(assignableUsers, "nodes").some((user) => at(user, "login") === person));
      return `${at(data, "id")}`;
    },
  },
  {
    id: "conversations/collaborators",
    says: "`collaborators` over GraphQL has each one's permission, in capitals.",
    source: "GraphQL: RepositoryCollaboratorConnection",
    takes: "an organization's repository with known people",
    seen: async (stage) => {
      const fields = `owner { login __typename } collaborators(first: 5) { edges { permission node { login } } }`;
      assert.deepEqual(await shown(stage, fields), {
        owner: { login: stage.owner, __typename: "Organization" },
        collaborators: {
          edges: [
            { permission: "WRITE", node: { login: "alice" } },
            { permission: "ADMIN", node: { login: "bo" } },
          ],
        },
      });
      return "WRITE, ADMIN";
    },
  },
];

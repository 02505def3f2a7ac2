import assert from "node:assert/strict";
import { at, type Fact, listAt } from "../../fact.ts";
import { madeComment, madeIssue, madePull } from "../../made.ts";
import { issueOf, pullOf, repositoryOf, shown } from "../../read.ts";

/** Who wrote what, and reactions. */
export const comments: readonly Fact[] = [
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
    says: "A body is stored as it was sent, including HTML comments and blank lines.",
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
    id: "conversations/web-line-ends",
    says: "A text written in the browser has CRLF line ends, one written through the API keeps its own.",
    source: "observed by many tools; unsourced",
    takes: "a person at a browser",
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
  {
    id: "conversations/reaction-twice",
    says: "A repeated reaction is answered with 200 instead of 201, and exists once.",
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
    id: "conversations/reaction-time",
    says: "`reactions(content: THUMBS_UP)` of a comment says who gave one, and when.",
    source: "GraphQL: Reaction",
    seen: async (scratch) => {
      const issue = await madeIssue(scratch);
      const comment_id = await madeComment(scratch, issue);
      const route = "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions";
      for (const content of ["+1", "eyes"]) await scratch.rest(route, { comment_id, content }, "person");
      const fields = `issue(number: $number) { comments(last: 1) { nodes { createdAt
        reactions(first: 9, content: THUMBS_UP) { nodes { content createdAt user { login } } } } } }`;
      const read = async () => {
        const { repository } = await repositoryOf(scratch, fields, { number: issue.number });
        return listAt(repository, "issue", "comments", "nodes")[0];
      };
      await scratch.until(async () => listAt(await read(), "reactions", "nodes").length > 0);
      const comment = await read();
      const given = listAt(comment, "reactions", "nodes");
      assert.deepEqual(
        given.map((one) => [at(one, "content"), typeof at(one, "user", "login")]),
        [["THUMBS_UP", "string"]],
      );
      assert.ok(String(at(given[0], "createdAt")) >= String(at(comment, "createdAt")));
      return "one, with its time";
    },
  },
  {
    id: "conversations/labeled-events",
    says: "The timeline of an issue, as of a pull request, has a `LabeledEvent` for each label that was added, oldest first, also for one that was removed since: which one, by whom, when.",
    source: "GraphQL: LabeledEvent",
    takes: "time that passes between two people's acts",
    seen: async (stage) => {
      const { number } = await madeIssue(stage);
      for (const label of ["first", "second"]) {
        await stage.second();
        await stage.act("label", { number, label });
      }
      await stage.act("unlabel", { number, label: "first" });
      const fields = `issue(number: $number) { timelineItems(last: 9, itemTypes: [LABELED_EVENT]) {
        nodes { ... on LabeledEvent { createdAt actor { login } label { name } } } } }`;
      const events = listAt(await shown(stage, fields, { number }), "issue", "timelineItems", "nodes");
      assert.deepEqual(
        events.map((event) => [at(event, "label", "name"), at(event, "createdAt"), typeof at(event, "actor", "login")]),
        [
          ["first", "2026-11-20T01:00:01Z", "string"],
          ["second", "2026-11-20T01:00:02Z", "string"],
        ],
      );
      return "one for each label";
    },
  },
  {
    id: "conversations/locked",
    says: "An App cannot comment where the conversation is locked, whatever its permissions: 403.",
    source: "probot/stale#25, renovatebot/renovate#6215, semantic-release/github#221, Expensify/App#14862",
    takes: "a person who locks a conversation",
    seen: async (stage) => {
      const { number } = await madeIssue(stage);
      await stage.act("lock", { number });
      const locked = await shown(stage, "issue(number: $number) { locked }", { number });
      assert.equal(at(locked, "issue", "locked"), true);
      const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
      const { status, data } = await stage.rest(route, { issue_number: number, body: "May I?" });
      assert.deepEqual([status, at(data, "message")], [403, "Unable to create comment because issue is locked."]);
      await stage.act("unlock", { number });
      assert.equal((await stage.rest(route, { issue_number: number, body: "Now I may" })).status, 201);
      return "403";
    },
  },
  {
    id: "conversations/viewer-reacted",
    says: "`reactionGroups` has all eight kinds, on an issue as on a comment, and shows an App which are its own (`viewerHasReacted`).",
    source: "GraphQL: ReactionGroup; with an App's token unsourced",
    seen: async (scratch) => {
      const issue = await madeIssue(scratch);
      const comment_id = await madeComment(scratch, issue);
      const route = "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions";
      await scratch.rest(route, { comment_id, content: "eyes" });
      await scratch.rest(route, { comment_id, content: "confused" }, "person");
      const groups = "reactionGroups { content viewerHasReacted reactors(first: 1) { totalCount } }";
      const fields = `issue(number: $number) { ${groups} comments(last: 1) { nodes { ${groups} } } }`;
      const given = async (as: "app" | "person") => {
        const { repository } = await repositoryOf(scratch, fields, { number: issue.number }, as);
        assert.equal(listAt(repository, "issue", "reactionGroups").length, 8);
        return listAt(repository, "issue", "comments", "nodes", 0, "reactionGroups")
          .filter((group) => at(group, "reactors", "totalCount") === 1)
          .map((group) => [at(group, "content"), at(group, "viewerHasReacted")]);
      };
      await scratch.until(async () => (await given("app")).length === 2);
      assert.deepEqual(await given("app"), [
        ["CONFUSED", false],
        ["EYES", true],
      ]);
      assert.deepEqual(await given("person"), [
        ["CONFUSED", true],
        ["EYES", false],
      ]);
      return "its own, and another's";
    },
  },
  {
    id: "conversations/comment-edited",
    says: "A comment's `lastEditedAt` is null until somebody edits it; a deleted one is 404 by its id.",
    source: "GraphQL: IssueComment; REST: Delete an issue comment",
    seen: async (scratch) => {
      const issue = await madeIssue(scratch);
      const comment_id = await madeComment(scratch, issue);
      const route = "/repos/{owner}/{repo}/issues/comments/{comment_id}";
      const fields = "issue(number: $number) { comments(last: 1) { nodes { fullDatabaseId body lastEditedAt } } }";
      const last = async () =>
        at(await shown(scratch, fields, { number: issue.number }), "issue", "comments", "nodes", 0);
      await scratch.until(async () => at(await last(), "fullDatabaseId") === String(comment_id));
      assert.equal(at(await last(), "lastEditedAt"), null);
      assert.equal((await scratch.rest(`PATCH ${route}`, { comment_id, body: "edited" })).status, 200);
      await scratch.until(async () => at(await last(), "body") === "edited");
      assert.equal(typeof at(await last(), "lastEditedAt"), "string");
      assert.equal((await scratch.rest(`DELETE ${route}`, { comment_id })).status, 204);
      assert.equal((await scratch.rest(`GET ${route}`, { comment_id })).status, 404);
      return "null, then a time, then 404";
    },
  },
  {
    id: "conversations/reactions-listed",
    says: "Reactions to a comment are listed one by one with their authors.",
    source: "REST: List reactions for an issue comment",
    seen: async (scratch) => {
      const comment_id = await madeComment(scratch, await madeIssue(scratch));
      const route = "/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions";
      await scratch.rest(`POST ${route}`, { comment_id, content: "confused" });
      const given = async () =>
        listAt((await scratch.rest(`GET ${route}`, { comment_id })).data).map((one) => [
          at(one, "content"),
          at(one, "user", "login"),
        ]);
      await scratch.until(async () => (await given()).length === 1);
      assert.deepEqual(await given(), [["confused", scratch.bot]]);
      return `confused, ${scratch.bot}`;
    },
  },
  {
    id: "conversations/node",
    says: "`node(id:)` finds a comment, an issue, a pull request, a commit or a repository by its id, REST's `node_id`, which stays the same.",
    source: "GraphQL: node; docs.github.com: Using global node IDs",
    seen: async (scratch) => {
      const issue = await madeIssue(scratch);
      const pull = await madePull(scratch);
      const made = { issue_number: issue.number, body: "A fact is being tried" };
      const comment = await scratch.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", made);
      const ids = [
        at(comment.data, "node_id"),
        at(await issueOf(scratch, issue.number), "node_id"),
        at(await pullOf(scratch, pull.number), "node_id"),
      ];
      const own = () => shown(scratch, `id object(expression: "${scratch.head}") { id }`);
      const repository = await own();
      assert.deepEqual(await own(), repository);
      ids.push(at(repository, "id"), at(repository, "object", "id"));
      const query = `query Nodes($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on IssueComment { body }
        ... on Issue { number } ... on PullRequest { number } ... on Repository { name } ... on Commit { oid } } }`;
      const { data, errors } = await scratch.graphql(query, { ids });
      assert.deepEqual(errors, []);
      assert.deepEqual(listAt(data, "nodes"), [
        { __typename: "IssueComment", body: made.body },
        { __typename: "Issue", number: issue.number },
        { __typename: "PullRequest", number: pull.number },
        { __typename: "Repository", name: scratch.repo },
        { __typename: "Commit", oid: scratch.head },
      ]);
      return "all five";
    },
  },
];

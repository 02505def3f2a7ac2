import assert from "node:assert/strict";
import { at, type Fact, listAt } from "../fact.ts";
import { madeComment, madeIssue } from "../made.ts";

const SOURCE =
  "thevibeworks/claude-reads-hn#1522 (live, 2026-09), DefinitelyTyped/dt-mergebot#43, palantir/policy-bot#47";

/** Reads lag behind writes, and behind webhooks. */
export const lag: readonly Fact[] = [
  {
    id: "lag/by-number",
    says: "An issue that was just created is found by its number at once, over REST and GraphQL.",
    source: SOURCE,
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch);
      const rest = await scratch.rest("GET /repos/{owner}/{repo}/issues/{issue_number}", { issue_number: number });
      const query = `query One($owner: String!, $repo: String!, $number: Int!) {
        repository(owner: $owner, name: $repo) { issue(number: $number) { number } } }`;
      const graphql = await scratch.graphql(query, { number });
      assert.deepEqual([rest.status, at(graphql.data, "repository", "issue", "number")], [200, number]);
      return "found by both";
    },
  },
  {
    id: "lag/comment-by-id",
    says: "So is a comment by its id.",
    source: SOURCE,
    seen: async (scratch) => {
      const comment_id = await madeComment(scratch, await madeIssue(scratch));
      const { status } = await scratch.rest("GET /repos/{owner}/{repo}/issues/comments/{comment_id}", { comment_id });
      assert.equal(status, 200);
      return "found";
    },
  },
  {
    id: "lag/list",
    says: "A list shows it after some seconds, unevenly; in the end it does.",
    source: SOURCE,
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch);
      const from = Date.now();
      await scratch.until(async () => {
        const { data } = await scratch.rest("GET /repos/{owner}/{repo}/issues", { per_page: 20 });
        return listAt(data).some((one) => at(one, "number") === number);
      });
      return `listed after ${Math.round((Date.now() - from) / 1000)} s`;
    },
  },
  {
    id: "lag/connection",
    says: "So does a connection of GraphQL.",
    source: SOURCE,
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch);
      const query = `query List($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) {
        issues(first: 20, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { number } } } }`;
      const from = Date.now();
      await scratch.until(async () => {
        const { data } = await scratch.graphql(query);
        return listAt(data, "repository", "issues", "nodes").some((one) => at(one, "number") === number);
      });
      return `listed after ${Math.round((Date.now() - from) / 1000)} s`;
    },
  },
  {
    id: "lag/webhook",
    says: "A webhook may arrive before any read shows what it reports, even by number.",
    source: "palantir/policy-bot#47, integrations/slack#494, probot/stale#83",
  },
  {
    id: "lag/conditional",
    says: "GitHub has no conditional write: a PATCH of a body overwrites whatever was written since it was read.",
    source: "REST: Update an issue (no If-Match); unsourced",
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch, { body: "first" });
      const route = "/repos/{owner}/{repo}/issues/{issue_number}";
      const read = await scratch.rest(`GET ${route}`, { issue_number: number });
      await scratch.rest(`PATCH ${route}`, { issue_number: number, body: "somebody else's" }, "person");
      const headers = { "if-match": read.headers.etag ?? "" };
      const { status, data } = await scratch.rest(`PATCH ${route}`, { issue_number: number, body: "ours", headers });
      assert.deepEqual([status, at(data, "body")], [200, "ours"]);
      return "200, whatever If-Match said";
    },
  },
];

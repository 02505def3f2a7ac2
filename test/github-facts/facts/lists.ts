import assert from "node:assert/strict";
import { at, type Fact, listAt } from "../fact.ts";
import { madeBranch, madeIssue, madePull } from "../made.ts";

const ISSUES = "GET /repos/{owner}/{repo}/issues";

async function errorOf(scratch: Parameters<NonNullable<Fact["seen"]>>[0], fields: string) {
  const query = `query Bad($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { ${fields} } }`;
  const { status, errors } = await scratch.graphql(query);
  assert.equal(status, 200);
  return errors[0];
}

export const lists: readonly Fact[] = [
  {
    id: "lists/pulls-among-issues",
    says: "The list of issues has pull requests too, newest first, told apart by `pull_request`.",
    source: "REST: List repository issues",
    seen: async (scratch) => {
      const [pull, issue] = [await madePull(scratch), await madeIssue(scratch)];
      const shown = async () => listAt((await scratch.rest(ISSUES, { per_page: 20 })).data);
      const wanted = [issue.number, pull.number];
      await scratch.until(async () =>
        wanted.every(async (n) => (await shown()).some((one) => at(one, "number") === n)),
      );
      const both = (await shown()).filter((one) => wanted.includes(Number(at(one, "number"))));
      assert.deepEqual(
        both.map((one) => at(one, "number")),
        wanted,
      );
      assert.deepEqual(
        both.map((one) => at(one, "pull_request") === undefined),
        [true, false],
      );
      return "both, newest first";
    },
  },
  {
    id: "lists/link",
    says: 'A page of 1 of several has a Link header with rel="next".',
    source: "docs.github.com: Using pagination in the REST API",
    seen: async (scratch) => {
      await madeIssue(scratch);
      await madeIssue(scratch);
      const page = () => scratch.rest(ISSUES, { per_page: 1, state: "all" });
      await scratch.until(async () => (await page()).headers.link !== undefined);
      const { headers, data } = await page();
      assert.equal(listAt(data).length, 1);
      assert.match(headers.link ?? "", /rel="next"/);
      return "next";
    },
  },
  {
    id: "lists/etag",
    says: "A GET with the ETag of before is answered with 304 while nothing changed.",
    source: "docs.github.com: Best practices for using the REST API",
    seen: async (scratch) => {
      const first = await scratch.rest("GET /repos/{owner}/{repo}");
      const headers = { "if-none-match": first.headers.etag ?? "" };
      const again = await scratch.rest("GET /repos/{owner}/{repo}", { headers });
      assert.equal(again.status, 304);
      return "304";
    },
  },
  {
    id: "lists/page-size",
    says: "GraphQL refuses a connection without `first` or `last`, and more than 100.",
    source: "docs.github.com: Rate limits and query limits for the GraphQL API",
    invalid: true,
    seen: async (scratch) => {
      const none = await errorOf(scratch, "issues { nodes { number } }");
      const many = await errorOf(scratch, "issues(first: 101) { nodes { number } }");
      assert.deepEqual([none?.type, many?.type], ["MISSING_PAGINATION_BOUNDARIES", "EXCESSIVE_PAGINATION"]);
      return "refused both";
    },
  },
  {
    id: "lists/cost",
    says: "A small query costs one point, and says so in `rateLimit`.",
    source: "docs.github.com: Rate limits and query limits for the GraphQL API",
    seen: async (scratch) => {
      const query = `query Cost($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) {
        issues(first: 50) { nodes { number labels(first: 10) { nodes { name } } } } } rateLimit { cost } }`;
      const { data } = await scratch.graphql(query);
      assert.equal(at(data, "rateLimit", "cost"), 1);
      return "1 point";
    },
  },
  {
    id: "lists/pulls-by-head",
    says: "`GET …/pulls?head=` filters by `owner:branch`; a bare branch filters nothing.",
    source: "REST: List pull requests; observed, unsourced for the bare branch",
    seen: async (scratch) => {
      const pull = await madePull(scratch);
      const numbers = async (head: string) =>
        listAt((await scratch.rest("GET /repos/{owner}/{repo}/pulls", { head })).data).map((one) => at(one, "number"));
      await scratch.until(async () => (await numbers(`${scratch.owner}:${pull.head}`)).length > 0);
      assert.deepEqual(await numbers(`${scratch.owner}:${pull.head}`), [pull.number]);
      assert.ok((await numbers("no-such-branch")).includes(pull.number));
      return "as said";
    },
  },
  {
    id: "lists/branches-missing",
    says: "A branch that is not there is 404.",
    source: "REST: Get a branch",
    seen: async (scratch) => {
      await madeBranch(scratch, scratch.head);
      const { status, data } = await scratch.rest("GET /repos/{owner}/{repo}/branches/{branch}", { branch: "nowhere" });
      assert.deepEqual([status, at(data, "message")], [404, "Branch not found"]);
      return "404 Branch not found";
    },
  },
  {
    id: "lists/pulls-of-forks",
    says: "`pullRequests(headRefName:)` finds those of forks with a branch of that name, too.",
    source: "microsoft/vscode-pull-request-github#3526, generalaction/emdash#3023",
    takes: "a fork",
  },
  {
    id: "lists/created-by",
    says: "`issues(filterBy: {createdBy})` finds an App's issues by the bot's login; on GHEC it may find none.",
    source: "renovatebot/renovate#44730",
    takes: "a GHEC organization for the other half",
  },
];

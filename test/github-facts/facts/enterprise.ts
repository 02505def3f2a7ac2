import assert from "node:assert/strict";
import { at, type Fact, listAt, type Scratch } from "../fact.ts";
import { madeIssue } from "../made.ts";

const OPENAPI = "@octokit/openapi 23 (descriptions of each GHES), github/docs";

type Fields = Pick<Fact, "id" | "says" | "source"> & { readonly seen: (scratch: Scratch) => Promise<string> };

function on(ghes: string, fact: Fields, world: object = {}): Fact {
  return { ...fact, takes: `a GHES ${ghes}`, world: { ghes, ...world } };
}

async function status(scratch: Scratch, route: string, parameters: object): Promise<number> {
  return (await scratch.rest(route, { ...parameters })).status;
}

const ADD = `mutation Add($issue: ID!, $sub: ID!) {
  addSubIssue(input: { issueId: $issue, subIssueId: $sub }) { issue { subIssuesSummary { total } } } }`;

async function nodeIdOf(scratch: Scratch, number: number): Promise<unknown> {
  const { data } = await scratch.rest("GET /repos/{owner}/{repo}/issues/{issue_number}", { issue_number: number });
  return at(data, "node_id");
}

async function addOverGraphql(scratch: Scratch) {
  const [parent, child] = [await madeIssue(scratch), await madeIssue(scratch)];
  const [issue, sub] = [await nodeIdOf(scratch, parent.number), await nodeIdOf(scratch, child.number)];
  return { issue, sub, answer: await scratch.graphql(ADD, { issue, sub }) };
}

/** GitHub Enterprise Server, which has fewer features, and other hosts. */
export const enterprise: readonly Fact[] = [
  on("3.19", {
    id: "enterprise/sub-issues-rest",
    says: "Up to 3.19 sub-issues are not available over REST: 404.",
    source: OPENAPI,
    seen: async (scratch) => {
      const [{ number }, child] = [await madeIssue(scratch), await madeIssue(scratch)];
      const route = "/repos/{owner}/{repo}/issues/{issue_number}/sub_issues";
      assert.equal(await status(scratch, `GET ${route}`, { issue_number: number }), 404);
      assert.equal(await status(scratch, `POST ${route}`, { issue_number: number, sub_issue_id: child.id }), 404);
      return "404";
    },
  }),
  on("3.17", {
    id: "enterprise/sub-issues-graphql",
    says: "From 3.17 on GraphQL has them: `addSubIssue`, `parent`, `subIssuesSummary`.",
    source: OPENAPI,
    seen: async (scratch) => {
      const { answer } = await addOverGraphql(scratch);
      assert.deepEqual(answer.errors, []);
      assert.equal(at(answer.data, "addSubIssue", "issue", "subIssuesSummary", "total"), 1);
      return "added";
    },
  }),
  on("3.16", {
    id: "enterprise/sub-issues-before",
    says: "Before 3.17 GraphQL does not know them, and a document that selects them gets no data at all.",
    source: OPENAPI,
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch);
      const query = `query Sub($owner: String!, $repo: String!, $number: Int!) {
        repository(owner: $owner, name: $repo) { issue(number: $number) { title subIssuesSummary { total } } } }`;
      const { status, data, errors } = await scratch.graphql(query, { number });
      assert.deepEqual([status, data], [200, null]);
      assert.equal(at(errors, 0, "message"), "Field 'subIssuesSummary' doesn't exist on type 'Issue'");
      assert.equal(at(errors, 0, "extensions", "code"), "undefinedField");
      return "undefinedField, no data";
    },
  }),
  {
    id: "enterprise/add-sub-issue",
    says: "`addSubIssue` adds a sub-issue on github.com too, and refuses a second time with one sentence.",
    source: "GraphQL schema; captured in reports of 'An error occured while adding the sub-issue …'",
    seen: async (scratch) => {
      const { issue, sub, answer } = await addOverGraphql(scratch);
      assert.deepEqual(answer.errors, []);
      const { errors } = await scratch.graphql(ADD, { issue, sub });
      assert.match(errors[0]?.message ?? "", /^An error occurr?ed while adding the sub-issue to the parent issue\./);
      return errors[0]?.message ?? "";
    },
  },
  on("3.18", {
    id: "enterprise/dependencies",
    says: "Before 3.19 there are no issue dependencies: 404.",
    source: OPENAPI,
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch);
      const route = "/repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by";
      assert.equal(await status(scratch, `GET ${route}`, { issue_number: number }), 404);
      return "404";
    },
  }),
  on("3.19", {
    id: "enterprise/dependencies-since",
    says: "From 3.19 on there are.",
    source: OPENAPI,
    seen: async (scratch) => {
      const [issue, blocker] = [await madeIssue(scratch), await madeIssue(scratch)];
      const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by";
      assert.equal(await status(scratch, route, { issue_number: issue.number, issue_id: blocker.id }), 201);
      return "201";
    },
  }),
  on(
    "3.19",
    {
      id: "enterprise/projects-rest",
      says: "Up to 3.19 projects are not available over REST: 404.",
      source: OPENAPI,
      seen: async (scratch) => {
        const repository = { org: scratch.owner, project_number: 3 };
        assert.equal(await status(scratch, "GET /orgs/{org}/projectsV2/{project_number}/items", repository), 404);
        return "404";
      },
    },
    { projects: [{ owner: "acme", number: 3, title: "SRE" }] },
  ),
  on("3.16", {
    id: "enterprise/version",
    says: "A GHES reports its release in `GET /meta` (`installed_version`) and in the header `X-GitHub-Enterprise-Version`.",
    source: "docs.github.com (enterprise-server): Meta",
    seen: async (scratch) => {
      const { data, headers } = await scratch.rest("GET /meta");
      assert.match(String(at(data, "installed_version")), /^3\.16\./);
      assert.match(headers["x-github-enterprise-version"] ?? "", /^3\.16\./);
      return String(at(data, "installed_version"));
    },
  }),
  {
    id: "enterprise/github-meta",
    says: "github.com reports no release there.",
    source: "REST: Get GitHub meta information",
    seen: async (scratch) => {
      const { data, headers } = await scratch.rest("GET /meta");
      assert.equal(at(data, "installed_version"), undefined);
      assert.equal(headers["x-github-enterprise-version"], undefined);
      return `meta with ${listAt(data, "hooks").length} networks of hooks`;
    },
  },
  {
    id: "enterprise/hosts",
    says: "`https://api.SUB.ghe.com` serves `https://SUB.ghe.com`; a GHES has `https://HOST/api/v3` and `/api/graphql`.",
    source: "docs.github.com: GitHub Enterprise Cloud with data residency, GHES",
    takes: "a ghe.com or a GHES",
  },
];

import assert from "node:assert/strict";
import { at, type Fact, listAt } from "../fact.ts";
import { madePull } from "../made.ts";

const FILE = `query File($owner: String!, $repo: String!) {
  repository(owner: $owner, name: $repo) { defaultBranchRef { name target { ... on Commit {
    oid file(path: ".github/no-such-file.yml") { object { ... on Blob { text } } } } } } } }`;

/** GraphQL answers what it can: HTTP 200, `data`, and an error for each field that it cannot. */
export const halfAnswers: readonly Fact[] = [
  {
    id: "half-answers/file",
    says: "`Commit.file` of a file that is not there is null, with NOT_FOUND at its path; everything around it is answered.",
    source: 'many integration tests that catch "Could not resolve file for path"; mozilla\'s ciadmin',
    seen: async (scratch) => {
      const { status, data, errors } = await scratch.graphql(FILE);
      assert.equal(status, 200);
      assert.equal(at(data, "repository", "defaultBranchRef", "name"), scratch.branch);
      assert.equal(at(data, "repository", "defaultBranchRef", "target", "file"), null);
      assert.deepEqual(errors[0]?.path, ["repository", "defaultBranchRef", "target", "file"]);
      assert.equal(errors[0]?.type, "NOT_FOUND");
      assert.equal(errors[0]?.message, "Could not resolve file for path '.github/no-such-file.yml'.");
      return `${errors[0]?.type}: ${errors[0]?.message}`;
    },
  },
  {
    id: "half-answers/object",
    says: '`object(expression: "REF:path")` of a missing file is null without an error, `HEAD` is an expression, and `ref("HEAD")` is null.',
    source: "changesets/ghcommit#23",
    seen: async (scratch) => {
      const query = `query Object($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) {
        missing: object(expression: "HEAD:no-such-file") { oid } head: object(expression: "HEAD") { oid }
        ref(qualifiedName: "HEAD") { name } } }`;
      const { data, errors } = await scratch.graphql(query);
      assert.deepEqual(errors, []);
      assert.deepEqual([at(data, "repository", "missing"), at(data, "repository", "ref")], [null, null]);
      assert.equal(typeof at(data, "repository", "head", "oid"), "string");
      return "null, no errors";
    },
  },
  {
    id: "half-answers/repository",
    says: "A repository that is not there is null with NOT_FOUND at `repository`, and nothing else is.",
    source: "GraphQL's answers in many reports: 'Could not resolve to a Repository with the name'",
    seen: async (scratch) => {
      const query = 'query None($owner: String!) { repository(owner: $owner, name: "no-such-repository-here") { id } }';
      const { status, data, errors } = await scratch.graphql(query);
      assert.deepEqual([status, at(data, "repository"), errors.length], [200, null, 1]);
      assert.deepEqual([errors[0]?.type, errors[0]?.path], ["NOT_FOUND", ["repository"]]);
      return errors[0]?.message ?? "";
    },
  },
  {
    id: "half-answers/team-reviewer",
    says: "A team that is asked for review is null with FORBIDDEN at `requestedReviewer` for an App without `members: read`.",
    source: "cli/cli#6274, cli/cli#14317, dust-tt/dust#29326",
    takes: "an organization with a team that is asked for review",
    world: { teams: [{ org: "acme", slug: "sre", members: ["alice"] }] },
    scratch: {
      pulls: [{ number: 1, base: "old", head: "main", head_sha: "c2", requested_reviewers: ["alice", "acme/sre"] }],
      branches: { main: "c2", old: "c1" },
    },
    seen: async (scratch) => {
      const query = `query Reviewers($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) {
        pullRequest(number: 1) { number reviewRequests(first: 5) { nodes { requestedReviewer { ... on User { login } } } } } } }`;
      const { data, errors } = await scratch.graphql(query);
      const nodes = listAt(data, "repository", "pullRequest", "reviewRequests", "nodes");
      assert.deepEqual(nodes.at(-1), { requestedReviewer: null });
      assert.deepEqual([errors[0]?.type, errors[0]?.message], ["FORBIDDEN", "Resource not accessible by integration"]);
      assert.equal(errors[0]?.path?.at(-1), "requestedReviewer");
      return "FORBIDDEN at requestedReviewer";
    },
  },
  {
    id: "half-answers/project-item",
    says: "An item in a project that the App may not read is null with FORBIDDEN at its place in the list.",
    source: "cli/cli#13280",
    takes: "a project that the App may not read",
  },
  {
    id: "half-answers/too-expensive",
    says: "A query that takes too much is answered in part with RESOURCE_LIMITS_EXCEEDED, or with 502 or 504.",
    source: "muesli/markscribe#103, stats-organization/github-stats-extended#373, raycast/extensions#29578",
    takes: "a repository of thousands of issues",
  },
  {
    id: "half-answers/octokit",
    says: "@octokit/graphql throws whenever there is an error, and keeps the data in it.",
    source: "@octokit/graphql's source: GraphqlResponseError.data",
  },
  {
    id: "half-answers/team-review-request",
    says: "`requested_reviewers` over REST lists people and teams apart.",
    source: "REST: Get all requested reviewers for a pull request",
    seen: async (scratch) => {
      const { number } = await madePull(scratch);
      const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers";
      const { data } = await scratch.rest(route, { pull_number: number });
      assert.deepEqual([listAt(data, "users"), listAt(data, "teams")], [[], []]);
      return "users and teams";
    },
  },
];

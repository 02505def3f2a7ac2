import assert from "node:assert/strict";
import { at, type Fact, listAt } from "../fact.ts";
import { madePull } from "../made.ts";
import { repositoryOf } from "../read.ts";

const FILE = `query File($owner: String!, $repo: String!) {
  repository(owner: $owner, name: $repo) { defaultBranchRef { name target { ... on Commit {
    oid file(path: ".github/no-such-file.yml") { object { ... on Blob { text } } } there: file(path: "README.md") { path } } } } } }`;

const REVIEWERS = `pullRequest(number: 1) { number reviewRequests(first: 5) { nodes { requestedReviewer {
  __typename ... on User { login } ... on Team { combinedSlug } } } } }`;
const PERMISSIONS = { metadata: "read", pull_requests: "write" };
const TEAMS = { teams: [{ org: "acme", slug: "sre", members: ["alice"] }] };
const ASKED = {
  pulls: [
    { number: 1, base: "old", head: "main", head_sha: "c2", requested_reviewers: ["bo"], requested_teams: ["sre"] },
  ],
  branches: { main: "c2", old: "c1" },
};

/** GraphQL answers what it can: HTTP 200, `data`, and an error for each field that it cannot. */
export const halfAnswers: readonly Fact[] = [
  {
    id: "half-answers/file",
    says: "`Commit.file` of a nonexistent file is null, with NOT_FOUND at its path; everything around it is answered.",
    source: 'many integration tests that catch "Could not resolve file for path"; mozilla\'s ciadmin',
    seen: async (scratch) => {
      const { status, data, errors } = await scratch.graphql(FILE);
      assert.equal(status, 200);
      assert.equal(at(data, "repository", "defaultBranchRef", "name"), scratch.branch);
      assert.equal(at(data, "repository", "defaultBranchRef", "target", "file"), null);
      assert.deepEqual(at(data, "repository", "defaultBranchRef", "target", "there"), { path: "README.md" });
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
        file: object(expression: "HEAD:README.md") { __typename } nowhere: object(expression: "no-such-branch-here") { oid }
        ref(qualifiedName: "HEAD") { name } } }`;
      const { data, errors } = await scratch.graphql(query);
      assert.deepEqual(errors, []);
      assert.deepEqual([at(data, "repository", "missing"), at(data, "repository", "ref")], [null, null]);
      assert.equal(at(data, "repository", "head", "oid"), scratch.head);
      assert.deepEqual(at(data, "repository", "file"), { __typename: "Blob" });
      assert.equal(at(data, "repository", "nowhere"), null);
      return "null, no errors";
    },
  },
  {
    id: "half-answers/repository",
    says: "A nonexistent repository is null with NOT_FOUND at `repository`, and nothing else is.",
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
    says: "A team that is requested for review is null with FORBIDDEN at `requestedReviewer` for an App without `members: read`.",
    source: "cli/cli#6274, cli/cli#14317, dust-tt/dust#29326",
    takes: "an organization with a team that is asked for review",
    world: { app: { permissions: PERMISSIONS }, ...TEAMS },
    scratch: ASKED,
    seen: async (stage) => {
      const { repository, errors } = await repositoryOf(stage, REVIEWERS);
      assert.deepEqual(repository, {
        pullRequest: {
          number: 1,
          reviewRequests: {
            nodes: [{ requestedReviewer: { __typename: "User", login: "bo" } }, { requestedReviewer: null }],
          },
        },
      });
      assert.deepEqual(
        errors.map(({ type, message, path }) => [type, message, path]),
        [
          [
            "FORBIDDEN",
            "Resource not accessible by integration",
            ["repository", "pullRequest", "reviewRequests", "nodes", 1, "requestedReviewer"],
          ],
        ],
      );
      return "FORBIDDEN at requestedReviewer";
    },
  },
  {
    id: "half-answers/team-shown",
    says: "With `members: read` the team shows; over REST it always does, until one of its people reviews.",
    source: "REST: Get a pull request; GraphQL: RequestedReviewer",
    takes: "an organization with a team that is asked for review",
    world: { app: { permissions: { ...PERMISSIONS, members: "read" } }, ...TEAMS },
    scratch: ASKED,
    seen: async (stage) => {
      const { repository, errors } = await repositoryOf(stage, REVIEWERS);
      assert.deepEqual(errors, []);
      const reviewers = listAt(repository, "pullRequest", "reviewRequests", "nodes");
      assert.deepEqual(reviewers.at(-1), { requestedReviewer: { __typename: "Team", combinedSlug: "acme/sre" } });
      const teams = async () => {
        const { data } = await stage.rest("GET /repos/{owner}/{repo}/pulls/{pull_number}", { pull_number: 1 });
        return listAt(data, "requested_teams").map((team) => at(team, "slug"));
      };
      assert.deepEqual(await teams(), ["sre"]);
      await stage.act("review", { number: 1 });
      assert.deepEqual(await teams(), []);
      await stage.act("request-review", { number: 1, teams: ["sre"] }, "bo");
      assert.deepEqual(await teams(), ["sre"]);
      return "acme/sre";
    },
  },
  {
    id: "half-answers/permission",
    says: "A field hidden by a permission is null with FORBIDDEN; what the App may read beside it is answered.",
    source:
      "docs.github.com: Permissions required for GitHub Apps; many reports of 'Resource not accessible by integration'",
    takes: "an App that may read issues only",
    world: { app: { permissions: { metadata: "read", issues: "read" } } },
    scratch: { ...ASKED, issues: [{ number: 7 }] },
    seen: async (stage) => {
      const fields = "issues(first: 1) { totalCount } pullRequest(number: 1) { title } latestRelease { tagName }";
      const { repository, errors } = await repositoryOf(stage, fields);
      assert.deepEqual(repository, { issues: { totalCount: 1 }, pullRequest: null, latestRelease: null });
      assert.deepEqual(
        errors.map(({ type, message, path }) => [type, message, path]),
        ["pullRequest", "latestRelease"].map((field) => [
          "FORBIDDEN",
          "Resource not accessible by integration",
          ["repository", field],
        ]),
      );
      return "FORBIDDEN twice";
    },
  },
  {
    id: "half-answers/project-item",
    says: "An item in a project that the App may not read is null with FORBIDDEN at its place in the list.",
    source: "cli/cli#13280",
    takes: "a project that the App may not read",
    world: {
      app: { permissions: { metadata: "read", issues: "read", organization_projects: "read" } },
      projects: [
        { owner: "acme", number: 5, items: [{ repo: "acme/scratch", number: 7 }] },
        { owner: "alice", number: 1, items: [{ repo: "acme/scratch", number: 7 }] },
      ],
    },
    scratch: { issues: [{ number: 7 }] },
    seen: async (stage) => {
      const fields = "issue(number: 7) { number projectItems(first: 9) { nodes { project { number } } } }";
      const { repository, errors } = await repositoryOf(stage, fields);
      assert.deepEqual(repository, {
        issue: { number: 7, projectItems: { nodes: [{ project: { number: 5 } }, null] } },
      });
      assert.deepEqual(errors[0]?.path, ["repository", "issue", "projectItems", "nodes", 1]);
      assert.deepEqual([errors.length, errors[0]?.type], [1, "FORBIDDEN"]);
      return "FORBIDDEN at nodes.1";
    },
  },
  {
    id: "half-answers/too-expensive",
    says: "A query that takes too much is answered in part with RESOURCE_LIMITS_EXCEEDED, or with 502 or 504.",
    source: "muesli/markscribe#103, stats-organization/github-stats-extended#373, raycast/extensions#29578",
    takes: "a repository of thousands of issues",
    scratch: { milestones: [{ number: 1 }], issues: [{ number: 7, milestone: 1 }, { number: 8 }] },
    seen: async (stage) => {
      const fields =
        "issues(first: 5) { nodes { number } } milestone(number: 1) { issues(first: 5) { nodes { number } } }";
      assert.deepEqual((await repositoryOf(stage, fields)).errors, []);
      await stage.control("POST limits", { query_nodes: 2 });
      const { status, repository, errors } = await repositoryOf(stage, fields);
      assert.equal(status, 200);
      assert.deepEqual(repository, { issues: { nodes: [{ number: 7 }, { number: 8 }] }, milestone: null });
      assert.deepEqual(
        errors.map(({ type, message, path }) => [type, message, path]),
        [
          [
            "RESOURCE_LIMITS_EXCEEDED",
            "Resource limits for this query exceeded.",
            ["repository", "milestone", "issues"],
          ],
        ],
      );
      assert.deepEqual((await repositoryOf(stage, "issues(first: 2) { nodes { number } }")).errors, []);
      return "half, and RESOURCE_LIMITS_EXCEEDED";
    },
  },
  {
    id: "half-answers/octokit",
    says: "@octokit/graphql throws whenever there is an error, and keeps the data in it.",
    source: "@octokit/graphql's source: GraphqlResponseError.data",
  },
  {
    id: "half-answers/team-review-request",
    says: "`requested_reviewers` over REST lists people and teams separately.",
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

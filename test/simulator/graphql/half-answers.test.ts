import { expect, test } from "vitest";
import { openShop, SHOP, shopQuery } from "./shop.ts";

/** HTTP 200 with `data`, and an error of one field beside it. Sources stand in each test's name. */

const FORBIDDEN = { type: "FORBIDDEN", message: "Resource not accessible by integration" };

function shopWith(pull: object, world: object = {}) {
  const [repo] = SHOP.repos;
  const pulls = [{ number: 6, head: "feat/y", head_sha: "c2", user: "bo", ...pull }];
  return openShop({ ...world, repos: [{ ...repo, pulls }] });
}

test("a file that a commit does not have is null and NOT_FOUND (mozilla's ciadmin, many integration tests)", async () => {
  const { ask, simulator } = openShop();
  const fields = `defaultBranchRef { name target { ... on Commit { oid
    file(path: ".github/sre.yml") { object { ... on Blob { text } } } there: file(path: "README.md") { path } } } }`;
  expect(await ask(shopQuery(fields))).toEqual({
    data: {
      repository: {
        defaultBranchRef: {
          name: "develop",
          target: { oid: expect.any(String), file: null, there: { path: "README.md" } },
        },
      },
    },
    errors: [
      {
        type: "NOT_FOUND",
        path: ["repository", "defaultBranchRef", "target", "file"],
        message: "Could not resolve file for path '.github/sre.yml'.",
        locations: expect.any(Array),
      },
    ],
  });
  expect(simulator.unexpected).toEqual([]);
});

test("object(expression:) of a missing file is null alone; HEAD is an expression, but no ref (changesets/ghcommit#23)", async () => {
  const { ask } = openShop();
  const fields = `missing: object(expression: "HEAD:nothing.yml") { oid } head: object(expression: "HEAD:README.md") { __typename }
    ref(qualifiedName: "HEAD") { name }`;
  expect(await ask(shopQuery(fields))).toEqual({
    data: { repository: { missing: null, head: { __typename: "Blob" }, ref: null } },
  });
});

const REVIEWERS = `pullRequest(number: 6) { number reviewRequests(first: 9) { nodes { requestedReviewer {
  __typename ... on User { login } ... on Team { combinedSlug } } } } }`;

test("a team that is asked for review is FORBIDDEN without members: read (cli/cli#6274, cli/cli#14317, dust-tt/dust#29326)", async () => {
  const { ask } = shopWith({ requested_reviewers: ["alice", "acme/sre"] });
  const { data, errors } = await ask(shopQuery(REVIEWERS));
  expect(data?.repository).toEqual({
    pullRequest: {
      number: 6,
      reviewRequests: {
        nodes: [{ requestedReviewer: { __typename: "User", login: "alice" } }, { requestedReviewer: null }],
      },
    },
  });
  const path = ["repository", "pullRequest", "reviewRequests", "nodes", 1, "requestedReviewer"];
  expect(errors).toEqual([{ ...FORBIDDEN, path, locations: expect.any(Array) }]);
});

test.each([
  [["acme/sre"], []],
  [["sre"], []],
  [[], ["sre"]],
  [[], ["acme/sre"]],
])(
  "a world asks a team as %j in requested_reviewers, or %j in requested_teams",
  (requested_reviewers, requested_teams) => {
    const teams = [{ org: "acme", slug: "sre" }];
    const { simulator } = shopWith(
      { requested_reviewers: ["alice", ...requested_reviewers], requested_teams },
      { teams },
    );
    const pull = simulator.state.repos.get("acme/shop")?.pulls.get(6);
    expect(pull).toMatchObject({ requested_reviewers: ["alice"], requested_teams: ["acme/sre"] });
  },
);

test("with members: read a team shows; a slug in `requested_teams` is the owner's, and REST names it either way", async () => {
  const permissions = { metadata: "read", pull_requests: "write", members: "read" };
  const world = { app: { permissions }, teams: [{ org: "acme", slug: "sre", members: ["alice"] }] };
  const { ask, simulator } = shopWith({ requested_teams: ["sre"] }, world);
  const { data } = await ask(shopQuery(REVIEWERS));
  expect(JSON.stringify(data)).toContain('{"requestedReviewer":{"__typename":"Team","combinedSlug":"acme/sre"}}');
  const read = async () => {
    const headers = { authorization: `bearer ${simulator.installationToken()}` };
    return (await simulator.fetch(`${simulator.apiUrl}/repos/acme/shop/pulls/6`, { headers })).json();
  };
  expect(await read()).toMatchObject({ requested_reviewers: [], requested_teams: [{ slug: "sre" }] });
  simulator.do({ as: "alice", action: "review", repo: "acme/shop", number: 6 });
  expect(await read()).toMatchObject({ requested_teams: [] });
  simulator.do({ as: "bo", action: "request-review", repo: "acme/shop", number: 6, teams: ["sre"] });
  expect(await read()).toMatchObject({ requested_teams: [{ slug: "sre" }] });
  expect(simulator.unexpected).toEqual([]);
});

const on = { repo: "acme/shop", number: 7 };
const PROJECTS = [
  { owner: "acme", number: 5, items: [on] },
  { owner: "alice", number: 1, items: [on] },
];
const ITEMS = shopQuery("issue(number: 7) { number projectItems(first: 9) { nodes { project { number } } } }");

test("an item in a project that the App may not read is null and FORBIDDEN at its place (cli/cli#13280)", async () => {
  const permissions = { metadata: "read", issues: "read", organization_projects: "read" };
  const { ask } = openShop({ projects: PROJECTS, app: { permissions } });
  expect(await ask(ITEMS)).toEqual({
    data: { repository: { issue: { number: 7, projectItems: { nodes: [{ project: { number: 5 } }, null] } } } },
    errors: [{ ...FORBIDDEN, path: ["repository", "issue", "projectItems", "nodes", 1], locations: expect.any(Array) }],
  });
});

test("a fault hides fields, or items of a list, in the next answer alone", async () => {
  const { ask, simulator } = openShop({ projects: PROJECTS });
  const hide = ["Issue.milestone", "ProjectV2ItemConnection.nodes.*"];
  const body = JSON.stringify([{ match: { operation: "Shop" }, hide }]);
  await simulator.fetch(`${simulator.baseUrl}/_sim/faults`, { method: "POST", body });
  const query = shopQuery("issue(number: 7) { milestone { number } projectItems(first: 1) { nodes { id } } }");
  const { data, errors } = await ask(query);
  expect(data).toEqual({ repository: { issue: { milestone: null, projectItems: { nodes: [null] } } } });
  expect(errors).toMatchObject([FORBIDDEN, FORBIDDEN]);
  expect((await ask(query)).errors).toBeUndefined();
});

test("above a size a query is answered in part, with RESOURCE_LIMITS_EXCEEDED (markscribe#103, raycast/extensions#29578)", async () => {
  const { ask, simulator } = openShop();
  const limits = (query_nodes: number | null) =>
    simulator.fetch(`${simulator.baseUrl}/_sim/limits`, { method: "POST", body: JSON.stringify({ query_nodes }) });
  const fields = "issues(first: 5) { nodes { number } } milestone(number: 1) { issues(first: 5) { nodes { number } } }";
  expect((await ask(shopQuery(fields))).errors).toBeUndefined();
  await limits(2);
  expect(await ask(shopQuery(fields))).toMatchObject({
    data: { repository: { issues: { nodes: [{ number: 7 }, { number: 8 }] }, milestone: null } },
    errors: [
      {
        type: "RESOURCE_LIMITS_EXCEEDED",
        message: "Resource limits for this query exceeded.",
        path: ["repository", "milestone", "issues"],
      },
    ],
  });
  expect((await ask(shopQuery("issues(first: 2) { nodes { number } }"))).errors).toBeUndefined();
  expect(simulator.unexpected).toEqual([]);
});

import { expect, test } from "vitest";
import { openShop, shopQuery } from "./shop.ts";

const REFUSED: readonly (readonly [what: string, query: string, type: string | undefined, message: RegExp])[] = [
  [
    "no page size",
    shopQuery("issues { nodes { number } }"),
    "MISSING_PAGINATION_BOUNDARIES",
    /`first` or `last`.*`issues`/,
  ],
  [
    "a page above 100",
    shopQuery("issues(first: 101) { nodes { number } }"),
    "EXCESSIVE_PAGINATION",
    /101.*limit of 100/,
  ],
  ["an empty page", shopQuery("issues(first: 0) { nodes { number } }"), "ARGUMENT_ERROR", /less than one/],
  ["both ends", shopQuery("issues(first: 1, last: 1) { nodes { number } }"), "ARGUMENT_ERROR", /not supported/],
  [
    "too many nodes",
    shopQuery(
      "issues(first: 100) { nodes { comments(first: 100) { nodes { reactions(first: 100) { nodes { id } } } } } }",
    ),
    "MAX_NODE_LIMIT_EXCEEDED",
    /1,010,100 possible nodes/,
  ],
  ["a field that GitHub does not have", shopQuery("nonsense"), undefined, /Cannot query field "nonsense"/],
  [
    "a field that the simulator does not have",
    shopQuery("stargazerCount"),
    "NOT_SIMULATED",
    /Repository\.stargazerCount/,
  ],
  ["broken syntax", "{ repository(", undefined, /Syntax Error/],
  [
    "a cursor of nobody's",
    shopQuery('issues(first: 1, after: "x") { nodes { number } }'),
    "INVALID_CURSOR_ARGUMENTS",
    /cursor/,
  ],
  ["an unknown repository", '{ repository(owner: "acme", name: "none") { id } }', "NOT_FOUND", /'acme\/none'/],
  ["an unknown issue", shopQuery("issue(number: 99) { id }"), "NOT_FOUND", /an Issue with the number of 99/],
  ["a deleted issue", shopQuery("issue(number: 9) { id }"), "NOT_FOUND", /an Issue with the number of 9/],
  ["an unknown node", '{ node(id: "R_xyz") { id } }', "NOT_FOUND", /global id of 'R_xyz'/],
];

for (const [what, query, type, message] of REFUSED) {
  test(`GraphQL refuses ${what}`, async () => {
    const { ask, simulator } = openShop();
    const { errors } = await ask(query);
    expect(errors?.[0]?.type).toBe(type);
    expect(errors?.[0]?.message).toMatch(message);
    const isAnswer = type === "NOT_FOUND" || type === "INVALID_CURSOR_ARGUMENTS";
    expect(simulator.unexpected.length > 0).toBe(!isAnswer);
  });
}

const COSTS: readonly (readonly [fields: string, cost: number, nodes: number])[] = [
  ["id", 1, 0],
  ["issues { totalCount }", 1, 0],
  // docs.github.com's own example: 1 + 100 + 100 × 50 fetches, 100 + 5,000 + 300,000 nodes.
  [
    "issues(first: 100) { nodes { comments(first: 50) { nodes { reactions(first: 60) { totalCount } } } } }",
    51,
    305_100,
  ],
  [
    "a: issues(first: 100) { nodes { labels(first: 10) { nodes { name } } } } b: issues(first: 50) { totalCount }",
    1,
    1150,
  ],
];

test.each(COSTS)("%s costs %i points and %i nodes", async (fields, cost, nodeCount) => {
  const { ask, simulator } = openShop();
  const query = `{ rateLimit { cost nodeCount remaining } repository(owner: "acme", name: "shop") { ${fields} } }`;
  const { data } = await ask(query);
  expect(data?.rateLimit).toEqual({ cost, nodeCount, remaining: 5000 - cost });
  expect(simulator.requests.at(-1)).toMatchObject({ path: "/graphql", points: cost, write: false });
});

test("fragments and variables count like what they stand for", async () => {
  const { ask } = openShop();
  const query = `query Q($n: Int!) { rateLimit { nodeCount } repository(owner: "acme", name: "shop") { ...F } }
    fragment F on Repository { issues(first: $n) { ...G } } fragment G on IssueConnection { totalCount }`;
  expect((await ask(query, { n: 7 })).data?.rateLimit).toEqual({ nodeCount: 7 });
});

test("points that are used up end in HTTP 200 with RATE_LIMITED until the hour is over", async () => {
  const { ask, simulator } = openShop();
  await simulator.fetch(`${simulator.baseUrl}/_sim/limits`, { method: "POST", body: '{"graphql": 1}' });
  expect((await ask(shopQuery("id"))).errors).toBeUndefined();
  expect((await ask(shopQuery("id"))).errors?.[0]?.type).toBe("RATE_LIMITED");
  expect(simulator.unexpected).toEqual([]);
  await simulator.fetch(`${simulator.baseUrl}/_sim/clock`, { method: "POST", body: '{"advance": 3601}' });
  expect((await ask(shopQuery("id"))).errors).toBeUndefined();
});

test("an installation sees what it was granted, and FORBIDDEN for the rest", async () => {
  const { ask, simulator } = openShop({ app: { permissions: { metadata: "read", issues: "read" } } });
  const { data, errors } = await ask(
    shopQuery("issues(first: 1) { totalCount } pullRequest(number: 3) { title } latestRelease { tagName }"),
  );
  expect(data).toEqual({ repository: { issues: { totalCount: 2 }, pullRequest: null, latestRelease: null } });
  expect(errors?.map(({ type, message, path }) => ({ type, message, path }))).toEqual(
    ["pullRequest", "latestRelease"].map((field) => ({
      type: "FORBIDDEN",
      message: "Resource not accessible by integration",
      path: ["repository", field],
    })),
  );
  expect(simulator.unexpected).toEqual([]);
});

test("a person sees private repositories with a role only, and renames are followed", async () => {
  const { ask, simulator } = openShop();
  simulator.do({ as: "bo", action: "rename-repo", repo: "acme/shop", name: "store" });
  expect((await ask(shopQuery("nameWithOwner viewerPermission"), {}, "sim_alice")).data?.repository).toEqual({
    nameWithOwner: "acme/store",
    viewerPermission: "WRITE",
  });
  expect((await ask(shopQuery("id"), {}, "sim_renovate[bot]")).errors?.[0]?.type).toBe("NOT_FOUND");
  expect((await ask("{ viewer { login } }")).data?.viewer).toEqual({ login: "detoil[bot]" });
});

import { expect, test } from "vitest";
import { createSimulator, parseWorld } from "../../simulator/index.ts";
import type { GitHub } from "../../src/github/client.ts";
import { findOwnIssue, type OwnIssueRequest } from "../../src/github/own-issues.ts";
import { connectToken } from "../../src/github/token.ts";

const NOTE = "<!-- detoil:note -->\nSomething is missing.";

/** acme/shop with these issues, oldest first. */
function shop(issues: readonly object[], createdByFindsBots = true): GitHub {
  const state = parseWorld(
    {
      users: [{ login: "alice" }, { login: "detoil[bot]", type: "Bot" }],
      repos: [
        {
          name: "acme/shop",
          milestones: [{ number: 1, title: "v1" }],
          issues: issues.map((issue, index) => ({
            number: index + 1,
            title: `Issue ${index + 1}`,
            body: "",
            user: "detoil[bot]",
            state: "open",
            created_at: new Date(Date.UTC(2026, 9, 1, 0, index)).toISOString().replace(".000Z", "Z"),
            ...issue,
          })),
        },
      ],
    },
    "world.json",
  );
  const simulator = createSimulator(state);
  const github = connectToken({
    baseUrl: simulator.apiUrl,
    token: simulator.installationToken("acme/shop"),
    slug: "detoil",
    fetch: simulator.fetch,
  });
  if (createdByFindsBots) return github;
  return {
    ...github,
    graphql: (document, variables) => {
      const { filter } = variables as { filter?: { createdBy?: string } };
      return github.graphql(document, {
        ...variables,
        ...(filter?.createdBy === undefined ? {} : { filter: { ...filter, createdBy: "nobody" } }),
      });
    },
  };
}

const find = async (github: GitHub, request: Partial<OwnIssueRequest> = {}) => {
  const { issue } = await findOwnIssue(github, {
    repository: { owner: "acme", name: "shop" },
    webUrl: "https://github.com",
    marker: "note",
    states: "all",
    mustBeSure: true,
    ...request,
  });
  return issue?.number ?? null;
};
const tasks = (count: number, more: object = {}) => Array.from({ length: count }, () => more);

test("behind hundreds of its own issues in milestones it is on the first page", async () => {
  const github = shop([{ body: NOTE }, ...tasks(250, { milestone: 1 })]);
  expect(await find(github, { mustBeSure: false })).toBe(1);
  expect(github.requests.graphql).toBe(1);
});

test("behind hundreds without a milestone pages are read until it is found (googleapis/repo-automation-bots#283)", async () => {
  const github = shop([{ body: NOTE }, ...tasks(250)]);
  expect(await find(github)).toBe(1);
  expect(github.requests.graphql).toBe(3);
});

test("in a milestone, where a person put it, it is found before another one is created", async () => {
  const github = shop([{ body: NOTE, milestone: 1 }, ...tasks(120, { milestone: 1 })]);
  expect(await find(github)).toBe(1);
});

test("an open one goes before a closed one, and of closed ones the latest counts", async () => {
  const closed = { body: NOTE, state: "closed" };
  expect(await find(shop([{ body: NOTE }, ...tasks(120), closed]))).toBe(1);
  expect(await find(shop([closed, closed, ...tasks(120)]))).toBe(2);
  expect(await find(shop([closed]), { states: "open" })).toBe(null);
});

test("somebody else's issue with the marker does not count", async () => {
  expect(await find(shop([{ body: NOTE, user: "alice" }]))).toBe(null);
});

test("where createdBy finds nothing of a bot, authors are compared (GHEC: renovatebot/renovate#44730)", async () => {
  const issues = [{ body: NOTE }, ...tasks(120, { user: "alice" })];
  expect(await find(shop(issues, false))).toBe(1);
  const closing = { mustBeSure: false, webUrl: "https://acme.ghe.com" };
  expect(await find(shop(issues, false), closing)).toBe(1);
});

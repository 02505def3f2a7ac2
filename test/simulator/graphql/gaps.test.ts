import { expect, test } from "vitest";
import { openShop, shopQuery } from "./shop.ts";

/** Only the simulated GitHub does this with a query; what GitHub answers are facts. */

test("a field that GitHub has and the simulator does not is an error that is reported", async () => {
  const { ask, simulator } = openShop();
  const { errors } = await ask(shopQuery("stargazerCount"));
  expect(errors?.[0]).toMatchObject({
    type: "NOT_SIMULATED",
    message: expect.stringContaining("Repository.stargazerCount"),
  });
  expect(simulator.unexpected).toEqual([expect.stringContaining("Repository.stargazerCount")]);
});

test.each([
  ["no page size", "issues { nodes { number } }"],
  [
    "too many nodes",
    "issues(first: 100) { nodes { comments(first: 100) { nodes { reactions(first: 51) { nodes { id } } } } } }",
  ],
  ["a field that GitHub does not have", "nonsense"],
  ["broken syntax", "issues("],
])("a query with %s is reported", async (_, fields) => {
  const { ask, simulator } = openShop();
  expect((await ask(shopQuery(fields))).errors).toHaveLength(1);
  expect(simulator.unexpected).toHaveLength(1);
});

test("a fault hides fields, or items of a list, in the next answer alone", async () => {
  const projects = [{ owner: "acme", number: 5, items: [{ repo: "acme/shop", number: 7 }] }];
  const { ask, simulator } = openShop({ projects });
  const hide = ["Issue.milestone", "ProjectV2ItemConnection.nodes.*"];
  const body = JSON.stringify([{ match: { operation: "Shop" }, hide }]);
  await simulator.fetch(`${simulator.baseUrl}/_sim/faults`, { method: "POST", body });
  const query = shopQuery("issue(number: 7) { milestone { number } projectItems(first: 1) { nodes { id } } }");
  const { data, errors } = await ask(query);
  expect(data).toEqual({ repository: { issue: { milestone: null, projectItems: { nodes: [null] } } } });
  const forbidden = { type: "FORBIDDEN", message: "Resource not accessible by integration" };
  expect(errors).toMatchObject([forbidden, forbidden]);
  expect((await ask(query)).errors).toBeUndefined();
});

import { expect, test } from "vitest";
import { worldOf } from "../../../src/simulator/index.ts";
import { openShop, SHOP, shopQuery } from "./shop.ts";

// github/rest-api-description#4492; for GraphQL the public schema's description of IssueStateReason.DUPLICATE.
test("an issue closed as a duplicate: in a world, over REST, and over GraphQL for those who ask for duplicates", async () => {
  const issue = { number: 30, title: "Twice", user: "alice", state: "closed", state_reason: "duplicate" };
  const { simulator, ask } = openShop({ repos: [{ ...SHOP.repos[0], issues: [issue] }] });
  expect(worldOf(simulator.state).repos?.[0]?.issues?.[0]?.state_reason).toBe("duplicate");
  const authorization = `bearer ${simulator.installationToken()}`;
  const rest = await simulator.fetch(`${simulator.apiUrl}/repos/acme/shop/issues/30`, { headers: { authorization } });
  expect(await rest.json()).toMatchObject({ state: "closed", state_reason: "duplicate" });
  const { data } = await ask(
    shopQuery("issue(number: 30) { plain: stateReason asked: stateReason(enableDuplicate: true) }"),
  );
  expect(data?.repository).toEqual({ issue: { plain: "NOT_PLANNED", asked: "DUPLICATE" } });
  expect(simulator.unexpected).toEqual([]);
});

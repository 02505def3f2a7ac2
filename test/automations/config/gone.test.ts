import { expect, test } from "vitest";
import { LANE, shop } from "./world.ts";

test("a pull request that does not exist, or not any more, is nothing to reconcile and not a failure", async () => {
  const world = shop(LANE);
  expect((await world.reconcile("pull/99")).plan).toEqual([]);
});

test("a pull request that deletes sre.yml is judged as before: GitHub calls its file NOT_FOUND", async () => {
  const world = shop(LANE);
  const number = world.propose({ ".github/sre.yml": null });
  await world.converge(`pull/${number}`);
  expect(world.checks(number)).toMatchObject([{ conclusion: "success" }]);
});

import { expect, test } from "vitest";
import { eachDatabase, onServer } from "../each-database.ts";
import { playedWith } from "../harness/disorder.ts";
import { playedUnderKills } from "../harness/killing.ts";

eachDatabase((create) => {
  test("killed at random, nothing accepted is lost and GitHub ends the same", { timeout: 120_000 }, async () => {
    const calm = await playedWith(onServer, []);
    const killed = await playedUnderKills(create, { kills: 3, seed: 20_261_120 });
    expect(killed).toEqual({ shown: calm, kills: 3, lost: [], askedAgain: [], open: 0, unexpected: [] });
  });
});

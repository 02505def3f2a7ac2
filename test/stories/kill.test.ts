import { expect, test } from "vitest";
import { mostlyOnServer } from "../each-database.ts";
import { playedCalmly } from "../harness/disorder.ts";
import { playedUnderKills } from "../harness/killing.ts";
import { plays } from "../harness/plays.ts";
import { troublesFrom } from "../harness/trouble.ts";

const SEED = 20_261_120;

mostlyOnServer((create) => {
  for (const [name, play] of Object.entries(plays)) {
    test(`${name}: killed at random, nothing accepted is lost and GitHub ends the same`, {
      timeout: 180_000,
    }, async () => {
      const calm = await playedCalmly(play);
      const troubles = troublesFrom(SEED, play, { mostFaults: 1, longestLag: 1 });
      const killed = await playedUnderKills(create, play, { kills: 2, seed: SEED, troubles });
      expect(killed).toEqual({ shown: calm, kills: 2, lost: [], askedAgain: [], open: 0, unexpected: [] });
    });
  }
});

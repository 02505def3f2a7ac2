import { expect, test } from "vitest";
import { eachDatabase, mostlyOnServer } from "../each-database.ts";
import { playedCalmly } from "../harness/disorder.ts";
import { playedUnderKills } from "../harness/killing.ts";
import { milestoneWork } from "../harness/milestone-work.ts";
import { teamwork } from "../harness/teamwork.ts";

const plays = [
  ["teamwork", teamwork, eachDatabase],
  ["milestoneWork", milestoneWork, mostlyOnServer],
] as const;

for (const [name, play, databases] of plays) {
  databases((create) => {
    test(`${name}: killed at random, nothing accepted is lost and GitHub ends the same`, {
      timeout: 180_000,
    }, async () => {
      const calm = await playedCalmly(play);
      const killed = await playedUnderKills(create, play, { kills: 2, seed: 20_261_120 });
      expect(killed).toEqual({ shown: calm, kills: 2, lost: [], askedAgain: [], open: 0, unexpected: [] });
    });
  });
}

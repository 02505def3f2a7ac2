import fc from "fast-check";
import { expect, test } from "vitest";
import { eachDatabase, mostlyOnServer } from "../each-database.ts";
import { playedCalmly, playedWith } from "../harness/disorder.ts";
import { milestoneWork } from "../harness/milestone-work.ts";
import { teamwork } from "../harness/teamwork.ts";
import { troubles } from "../harness/trouble.ts";

const plays = [
  ["teamwork", teamwork, eachDatabase],
  ["milestoneWork", milestoneWork, mostlyOnServer],
] as const;

for (const [name, play, databases] of plays) {
  databases((create) => {
    test(`${name}: however webhooks travel and GitHub fails, it ends the same`, { timeout: 180_000 }, async () => {
      const calm = await playedCalmly(play);
      const same = fc.asyncProperty(troubles(play, 1), async (list) => {
        expect(await playedWith(create, play, list)).toEqual(calm);
      });
      // One each here; `npm run test:chaos` plays many, on both.
      await fc.assert(same, { numRuns: 1, seed: 20_261_120, endOnFailure: true });
    });
  });
}

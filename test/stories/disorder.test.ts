import fc from "fast-check";
import { expect, test } from "vitest";
import { mostlyOnServer } from "../each-database.ts";
import { playedCalmly, playedWith } from "../harness/disorder.ts";
import { plays } from "../harness/plays.ts";
import { troubles } from "../harness/trouble.ts";

mostlyOnServer((create) => {
  for (const [name, play] of Object.entries(plays)) {
    test(`${name}: however webhooks travel, lists lag and GitHub fails, refuses or answers in part, it ends the same`, {
      timeout: 180_000,
    }, async () => {
      const calm = await playedCalmly(play);
      const same = fc.asyncProperty(troubles(play, { mostFaults: 1, longestLag: 1 }), async (list) => {
        expect(await playedWith(create, play, list)).toEqual(calm);
      });
      // One here; `npm run test:chaos` plays many, on both databases.
      await fc.assert(same, { numRuns: 1, seed: 20_261_120, endOnFailure: true });
    });
  }
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { eachDatabase } from "../each-database.ts";
import { playedCalmly, playedWith } from "../harness/disorder.ts";
import { guardWork } from "../harness/guard-work.ts";
import { helpWork } from "../harness/help-work.ts";
import { milestoneWork } from "../harness/milestone-work.ts";
import { releaseDayWork } from "../harness/release-day-work.ts";
import { teamwork } from "../harness/teamwork.ts";
import { troubles } from "../harness/trouble.ts";

const RUNS = 25;

eachDatabase((create) => {
  for (const [name, play] of Object.entries({ teamwork, milestoneWork, helpWork, guardWork, releaseDayWork })) {
    test(`${name}: ${RUNS} runs in disorder end like the undisturbed one`, async () => {
      const calm = await playedCalmly(play);
      const same = fc.asyncProperty(troubles(play, { mostFaults: 2, longestLag: 2 }), async (list) => {
        expect(await playedWith(create, play, list)).toEqual(calm);
      });
      // A different seed each time; fast-check names it when it fails.
      await fc.assert(same, { numRuns: RUNS, endOnFailure: true });
    });
  }
});

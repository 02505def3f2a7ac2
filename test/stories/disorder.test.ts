import fc from "fast-check";
import { expect, test } from "vitest";
import { eachDatabase, onServer } from "../each-database.ts";
import { playedWith } from "../harness/disorder.ts";
import { teamwork } from "../harness/teamwork.ts";
import { troubles } from "../harness/trouble.ts";

eachDatabase((create) => {
  test("however webhooks travel and GitHub fails, it ends the same", { timeout: 120_000 }, async () => {
    const calm = await playedWith(onServer, []);
    const same = fc.asyncProperty(troubles(teamwork.length, 1), async (list) => {
      expect(await playedWith(create, list)).toEqual(calm);
    });
    // PGlite takes ten times as long for the same; `npm run test:chaos` plays many on both.
    const numRuns = create === onServer ? 3 : 1;
    await fc.assert(same, { numRuns, seed: 20_261_120, endOnFailure: true });
  });
});

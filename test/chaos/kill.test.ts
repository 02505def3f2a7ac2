import { expect, test } from "vitest";
import { eachDatabase } from "../each-database.ts";
import { playedCalmly } from "../harness/disorder.ts";
import { guardWork } from "../harness/guard-work.ts";
import { helpWork } from "../harness/help-work.ts";
import { playedUnderKills } from "../harness/killing.ts";
import { milestoneWork } from "../harness/milestone-work.ts";
import { releaseDayWork } from "../harness/release-day-work.ts";
import { teamwork } from "../harness/teamwork.ts";
import { troublesFrom } from "../harness/trouble.ts";

const KILLS = 30;
/** In one run of a team's work; more kills come in more runs. */
const KILLS_A_RUN = 10;

eachDatabase((create) => {
  for (const [name, play] of Object.entries({ teamwork, milestoneWork, helpWork, guardWork, releaseDayWork })) {
    test(`${name}: ${KILLS} kills lose nothing that was accepted`, async () => {
      const calm = await playedCalmly(play);
      let seed = Date.now() % 1_000_000;
      for (let kills = 0; kills < KILLS; seed += 1) {
        const troubles = troublesFrom(seed, play, { mostFaults: 1, longestLag: 2 });
        const killed = await playedUnderKills(create, play, { kills: KILLS_A_RUN, seed, troubles });
        kills += killed.kills;
        console.log(`${kills} kills (seed ${seed})`);
        const expected = { shown: calm, kills: killed.kills, lost: [], askedAgain: [], open: 0, unexpected: [] };
        expect(killed, `seed ${seed}`).toEqual(expected);
        expect(killed.kills).toBeGreaterThan(0);
      }
    });
  }
});

import { expect, test } from "vitest";
import { releasePr } from "../../../../src/automations/release-pr/index.ts";
import type { OwnCheckRun } from "../../../../src/github/own-check.ts";
import { configOf, contextOf, laneFacts, lanesFacts, openPull } from "../history.ts";

const CHECKED: OwnCheckRun = { id: 1, conclusion: "success", title: null, summary: null, rerequested: false };

test.each<[why: string, lane: Record<string, unknown>, facts: Parameters<typeof laneFacts>[3], further: string[]]>([
  ["its branch has moved on, and nothing is checked there", {}, { openPull: openPull() }, ["ci-on/develop"]],
  ["its head is the one that was checked", {}, { openPull: openPull(), checkRun: CHECKED }, []],
  ["no release pull request", {}, {}, []],
  ["sre.yml tells nothing of CI", { "announce-ci": false }, { openPull: openPull() }, []],
])("the notice about CI is looked at again after: %s", (_, lane, facts, further) => {
  const config = configOf(lane);
  const lanes = lanesFacts(laneFacts(config, [], [], facts));
  expect(releasePr.fanOut?.(lanes, contextOf(config))).toEqual(further);
});

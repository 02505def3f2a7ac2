import type { FoundLane } from "../../src/suggestion/lanes.ts";
import { suggestionText } from "../../src/suggestion/text.ts";
import { textRoom } from "./samples.ts";

const RELEASE: FoundLane["releases"][number] = {
  ...{ title: "Release", base: "main", head: "develop", fork: false, author: null, labels: [] },
  mergedAt: new Date("2026-11-20T01:00:00Z"),
};
const LANE = { from: "develop", to: "main", releases: [RELEASE, RELEASE] };

export const suggestionTexts = [
  textRoom(
    "A suggested sre.yml: its comments, and what it would have done",
    "suggestion/text.ts",
    suggestionText,
    () => ({
      had: [
        [12, 46, 3.1],
        [null, null, 0.2],
      ],
      replay: [[90, "…"]],
      notReplayed: [[false], [true]],
      why: {
        lanes: [[[LANE, { ...LANE, releases: [] }]]],
        milestones: [
          [4, 3],
          [4, 4],
          [1, 0],
        ],
        updates: [[23, 6]],
        deployments: [
          [{ environment: ["production"] }, 40],
          [{ release: true as const }, 4],
          [{ merge: "main" }, 12],
        ],
      },
      examples: {},
    }),
  ),
];

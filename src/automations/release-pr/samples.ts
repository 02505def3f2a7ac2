import type { SampleWords } from "../texts.ts";

const COMPARE = "https://github.com/acme/shop/compare/main...develop";
const TAG = { name: "1.42.58", url: "https://github.com/acme/shop/releases/tag/1.42.58" };

/** Of the texts in text.ts. */
export const samples = ({ day, moment, configUrl }: SampleWords) =>
  ({
    waiting: [
      [41, "main", { tag: TAG, day }],
      [1, "main", { tag: null, day }],
      [2, "main", null],
    ],
    nothingWaits: [
      ["main", true],
      ["main", false],
    ],
    reverted: [["[#3658](https://github.com/acme/shop/pull/3658)"]],
    also: [
      [12, [3668], COMPARE],
      [1, [], COMPARE],
    ],
    revertedInBase: [
      [[3601], "main"],
      [[3601, 3602, 3603], "main"],
    ],
    more: [[37, COMPARE]],
    cut: [[2000]],
    deletesHead: [["staging", "https://github.com/acme/shop/settings"]],
    signature: [[configUrl]],
    releasedOn: [[moment]],
    heldTitle: [[[3670]], [[3670, 3671]], [[3670, 3671, 3672, 3673]]],
    held: [
      [[{ number: 3670, label: "do-not-release", people: ["carol"] }]],
      [
        [
          { number: 3670, label: "do-not-release", people: ["carol"] },
          { number: 3671, label: "do-not-release", people: [] },
        ],
      ],
    ],
    frozenTitle: [[moment]],
    frozen: [[moment, configUrl]],
    clearTitle: [[41], [1], [0]],
    clear: [
      [41, "main"],
      [0, "main"],
    ],
    noRoomTitle: [["#12"]],
    noRoom: [["#12"]],
    outsiderTitle: [[12]],
    ordinary: [[]],
    ordinaryBeside: [[13]],
    rewritten: [["develop", "main", configUrl]],
  }) as const;

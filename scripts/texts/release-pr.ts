import { statusIssueText } from "../../src/automations/release-pr/status-issue/text.ts";
import { messages } from "../../src/automations/release-pr/text.ts";
import { textRoom } from "./samples.ts";

const SRE_YML = "https://github.com/acme/shop/blob/HEAD/.github/sre.yml";
const COMPARE = "https://github.com/acme/shop/compare/main...develop";
const TAG = { name: "1.42.58", url: "https://github.com/acme/shop/releases/tag/1.42.58" };

export const releaseTexts = [
  textRoom(
    "The pull request, its check, and a comment after a squash",
    "automations/release-pr/text.ts",
    messages,
    ({ day, moment }) => ({
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
      signature: [[SRE_YML]],
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
      frozen: [[moment, SRE_YML]],
      signOff: [[SRE_YML]],
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
      rewritten: [["develop", "main", SRE_YML]],
    }),
  ),
  textRoom(
    "The issue about release pull requests that cannot be opened",
    "automations/release-pr/status-issue/text.ts",
    statusIssueText,
    () => ({
      title: [
        [[{ from: "develop", to: "main" }]],
        [
          [
            { from: "develop", to: "staging" },
            { from: "staging", to: "main" },
          ],
        ],
      ],
      intro: [[1], [2]],
      missing: [[["develop"], SRE_YML]],
      unrelated: [[SRE_YML]],
      outsider: [[12, "mallory"]],
      refused: [
        [{ status: 422, reason: "Validation Failed" }, false, SRE_YML],
        [{ status: 403, reason: "Resource not accessible by integration" }, true, SRE_YML],
      ],
      over: [[["#12"]], [[]]],
      signature: [[SRE_YML]],
    }),
  ),
];

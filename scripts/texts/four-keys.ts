import { orgMessages } from "../../src/cli/four-keys/org/text.ts";
import { pageMessages } from "../../src/cli/four-keys/print/html/text.ts";
import { messages } from "../../src/cli/four-keys/text.ts";
import { wrongText } from "../../src/cli/four-keys/wrong-text.ts";
import { durationText, wordsIn } from "../../src/metrics/words.ts";
import type { RecordProblem } from "../../src/records/reading/problem.ts";
import { recordSentence } from "../../src/records/reading/text.ts";
import { englishRoom } from "./english.ts";
import { type TextRoom, textRoom } from "./samples.ts";

const FORMATS = "text, json, csv, markdown, ndjson, html";
const LINE = "records.ndjson:12";

/** One sample of everything that can be wrong with a record; a new problem without one does not compile. */
const PROBLEMS: {
  readonly [Kind in RecordProblem["kind"]]: Omit<Extract<RecordProblem, { readonly kind: Kind }>, "kind">;
} = {
  "not-utf8": {},
  "not-json": {},
  "not-an-object": {},
  "no-type": {},
  "unknown-type": { value: "deploy", near: "deployment" },
  missing: { key: "at", type: "deployment" },
  nameless: {},
  "wrong-kind": { key: "at", wanted: "time" },
  "not-a-status": { value: "ok" },
  "not-a-time": { key: "at", value: "yesterday" },
  "no-zone": { key: "at", value: "2026-11-20T10:00:00" },
  backwards: { start: "started", end: "resolved" },
  cycle: { sha: "0123456" },
};

function recordTexts(): TextRoom {
  const rows = Object.entries(PROBLEMS).map(([kind, fields]) => {
    // The type of the samples holds each kind to its own fields.
    return { name: kind, ...recordSentence({ kind, ...fields } as RecordProblem) };
  });
  return { seen: "A line that is not a record", file: "records/reading/text.ts", texts: null, rows };
}

export const fourKeysTexts = [
  textRoom("What it prints", "cli/four-keys/text.ts", messages, ({ language, moment }) => ({
    heading: [[moment.replace("24", "17"), moment]],
    columns: {},
    deployments: [[16, 12]],
    noDeploymentsSince: [[moment.replace(/ ?00:00 JST/, "")]],
    of: [[2, 16]],
    changes: [[wordsIn(language).statistics.p50, 40, wordsIn(language).starts["first-commit"]]],
    incidents: [[wordsIn(language).statistics.p50, 3]],
    attributed: [[messages(language).ways.listed(30)]],
    ways: { listed: [[30]], first: [[1]], commits: [[8]], "merge-time": [[2]] },
    unattributed: [
      [3, 1, 2],
      [3, 0, 0],
      [3, 3, 0],
    ],
    read: {
      line: [
        [
          "acme/shop",
          { pulls: 1_200, deployments: 227, incidents: 3 },
          {
            from: messages(language).read.from(moment.replace(/ ?00:00 JST/, "")),
            by: messages(language).read.by.own(".github/sre.yml"),
          },
        ],
      ],
      from: [[moment.replace(/ ?00:00 JST/, "")]],
      repositories: [[3]],
      by: {
        given: [["my.yml"]],
        own: [["acme/.github:.github/sre.yml"]],
        older: [[".github/sre.yml"]],
        "no file": [[".github/sre.yml"]],
        "no section": [[".github/sre.yml"]],
      },
      byEach: [["acme/shop"]],
      external: [["acme/shop"]],
      cost: [[27, { rest: 2, points: 25 }]],
      elsewhere: [["acme/shop", "`production`", `\`prod\`${messages(language).meant("`production`")}`]],
    },
    skipped: [[5, LINE]],
    more: [[7]],
    contradictions: [
      [1, LINE],
      [3, LINE],
    ],
    uncounted: [[messages(language).environment("`prod`", 3), "`production`"]],
    environment: [["`prod`", 3]],
    meant: [["`production`"]],
    detail: { hows: {} },
  })),
  textRoom(
    "The page of --format html",
    "cli/four-keys/print/html/text.ts",
    pageMessages,
    ({ language, day, moment }) => {
      const statistic = wordsIn(language).statistics.p50;
      return {
        window: [[moment.replace("24", "17"), moment]],
        made: [["Asia/Tokyo", moment]],
        trend: [
          ["better" as const, durationText(86_400, language)],
          ["same" as const, durationText(86_400, language)],
          ["worse" as const, durationText(86_400, language)],
        ],
        weeksHeading: [[12]],
        charts: { leadTime: [[statistic]], recovery: [[statistic]] },
        weekChart: [[pageMessages(language).charts.deployments, { first: day, last: day }, { least: "0", most: "5" }]],
        empty: {},
        redefined: [["deployments, lead-time", moment]],
        lastWeekEnds: [[moment]],
        stagesNote: [[statistic]],
        slowest: [[10, 40]],
        unshipped: {},
        unlinked: {},
        latest: [[50, 120]],
        detailCaptions: {},
        firstRows: [[1000, 1200]],
        more: [[7]],
        meaning: { leadTime: [[wordsIn(language).starts["first-commit"], statistic]], recoveryTime: [[statistic]] },
        bandsCaption: [[2023]],
        bounds: { oftenAs: [[1], [7], [30]], under: [[durationText(86_400, language)]], upTo: [["5%"]] },
        source: [[{ changes: 40, deployments: 16, incidents: 3 }]],
      };
    },
  ),
  textRoom("An organization's table", "cli/four-keys/org/text.ts", orgMessages, ({ language, moment }) => ({
    heading: [["acme"]],
    headingOf: [["acme", orgMessages(language).window(moment.replace("24", "17"), moment)]],
    window: [[moment.replace("24", "17"), moment]],
    columns: [[wordsIn(language).statistics.p50]],
    without: [[2, "acme/docs, acme/site"]],
    archived: [[1, "acme/old"]],
    unread: [[1, "acme/web"]],
    more: [["acme/docs, acme/site", 4]],
  })),
  textRoom("The words of the Four Keys", "metrics/words.ts", wordsIn, () => ({
    bands: {},
    stages: {},
    spans: {},
    statistics: {},
    starts: {},
    week: {},
    often: { perDay: [["3.2"]], perWeek: [["1.5"]], everyDays: [["9"]] },
    units: { day: [[3]], hour: [[3]], minute: [[3]], second: [[3]] },
  })),
  recordTexts(),
  englishRoom("What is wrong with how it was called, or with its sre.yml", "cli/four-keys/wrong-text.ts", wrongText, {
    twoSources: [["--events", "--world"]],
    stray: [["records.ndjson"]],
    noRepositories: [["world.json"]],
    broken: [["acme/shop", ".github/sre.yml:4:8: `form` is not a setting of a lane. Did you mean `from`?"]],
    noFormat: [["xml", FORMATS]],
    noSection: [["sre.yml"]],
    problem: [[LINE, "This line is not JSON. Write one record as one JSON object on each line."]],
    incomplete: [["sre.yml"]],
  }),
];

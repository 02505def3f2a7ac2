import { expect, test } from "vitest";
import type { ReportFacts } from "../../../../src/automations/help-wanted/report/facts.ts";
import { planReport, reportReading } from "../../../../src/automations/help-wanted/report/plan.ts";
import { sreSchema } from "../../../../src/config/schema.ts";
import type { CreateIssue, Plan } from "../../../../src/github/actions.ts";
import { withoutMarkers } from "../../../../src/markdown/marker.ts";
import type { PlacedRecord } from "../../../../src/records/help-wanted/help-request.ts";
import { contextOf } from "../../context.ts";

// A Tuesday; the report was due on Monday 23 November, a holiday in Japan, at 09:00 in Tokyo.
const NOW = "2026-11-24T01:00:00Z";
const DAY = 86_400_000;
const at = (time: string) => Date.parse(`2026-11-${time}:00Z`);

function context(section: object = {}, file: object = {}) {
  const config = sreSchema.parse({
    ...{ version: 1, timezone: "Asia/Tokyo", calendar: { holidays: "JP" }, ...file },
    "help-wanted": { people: ["alice", "bob"], ...section },
  });
  return contextOf<"help-wanted">(config["help-wanted"] ?? null, config, "report", NOW);
}

interface Given extends Partial<NonNullable<PlacedRecord["request"]>> {
  readonly repo?: string;
  readonly asks?: readonly [string, string][];
}

function request(number: number, since: string, { repo = "acme/shop", asks = [], ...given }: Given = {}): PlacedRecord {
  const asked = asks.map(([login, time]) => ({ login, at: at(time) }));
  const last = asked.at(-1) ?? null;
  const request = {
    state: "asked" as const,
    asked: last?.login ?? null,
    askedAt: last?.at ?? null,
    firstAskedAt: asked[0]?.at ?? null,
    ...{ firstAnswerAt: null, passedAt: [], endedAt: null, isPrivate: true },
    ...given,
  };
  return { repo, number, since: at(since), request, asks: asked, away: [], covers: [] };
}

// Friday 09:00 to 18:00 in Tokyo is 00:00 to 09:00 UTC.
const records: readonly PlacedRecord[] = [
  request(1, "05T01:00", { state: "ended", asks: [["alice", "05T01:00"]], firstAnswerAt: at("05T02:20") }),
  request(2, "12T01:00", {
    state: "answered",
    asks: [["bob", "12T01:00"]],
    firstAnswerAt: at("13T02:00"),
    repo: "acme/web",
  }),
  request(3, "19T08:00", {
    asks: [
      ["bob", "19T08:00"],
      ["alice", "19T08:30"],
    ],
    passedAt: [at("19T08:30")],
  }),
  request(4, "20T08:55", { asks: [["alice", "20T08:55"]] }),
  request(5, "20T09:10", { state: "new" }),
  // Long ago: in no number of these weeks.
  request(6, "05T01:00", {
    state: "ended",
    firstAskedAt: at("01T00:00") - 40 * DAY,
    firstAnswerAt: at("01T01:00") - 40 * DAY,
  }),
];

const facts = (more: Partial<ReportFacts> = {}): ReportFacts => ({
  records,
  isShared: true,
  issue: null,
  hasIssues: true,
  ...more,
});

function created(plan: Plan): CreateIssue {
  const [action] = plan;
  if (action?.action !== "create-issue") throw new Error("an issue was expected");
  return action;
}

test("open requests by person, who is on duty, and the numbers of four weeks", () => {
  const away = { who: "bob", from: "2026-11-24", to: "2026-12-05" };
  const body = withoutMarkers(created(planReport(facts(), context({ away: [away] }))).body);
  expect(body.trim()).toMatchInlineSnapshot(`
    "**4 requests for help are open**, 1 is late.
    Since Tue 27 Oct, 1 of 3 answers came in time.

    ### Open requests

    | Person | Open | Requests, the oldest first |
    | --- | --- | --- |
    | \`alice\` | 2 | [acme/shop#3](https://github.com/acme/shop/issues/3) since Thu 19 Nov · ❌ late<br>[acme/shop#4](https://github.com/acme/shop/issues/4) since Fri 20 Nov |
    | \`bob\` | 1 | [acme/web#2](https://github.com/acme/web/issues/2) since Thu 12 Nov · ✅ answered |
    | nobody yet | 1 | [acme/shop#5](https://github.com/acme/shop/issues/5) since Fri 20 Nov · ⏳ not asked yet |

    ### This week

    - Everybody who can be asked has a turn: whoever was asked longest ago is next.
    - Away: \`bob\` until Sat 5 Dec

    ### The last 28 days

    | Measure | Value |
    | --- | --- |
    | Time to first answer, median | **5 h 40 min** of business hours, 2 answers |
    | Time to first answer, p90 | **9 h 8 min** of business hours, 2 answers |
    | Answered in time | **33%**, 1 of 3 |
    | Passed on | **1** time |

    ### Load

    \`\`\`mermaid
    %%{init: {"xyChart":{"height":300},"themeVariables":{"xyChart":{"plotColorPalette":"#80ccff, #0969da"}}}}%%
    xychart-beta
      title "Requests by person"
      x-axis ["alice", "bob"]
      y-axis 0 --> 5
      bar [3, 2]
      bar [2, 1]
    \`\`\`

    Light: asked in the last 28 days. Dark: open now.

    <details><summary>As a table</summary>

    | Person | Asked | Open |
    | --- | --- | --- |
    | \`alice\` | 3 | 2 |
    | \`bob\` | 2 | 1 |

    </details>

    <details><summary>How this is counted</summary>

    - All repositories count whose \`help-wanted.people\` come from the sre.yml of this one.
    - Open: the label is there, the issue or pull request is open, and nobody said \`/sre done\`. An answer does not end a request.
    - Late: nobody answered within \`respond-within: 8 business hours\` from when the person was asked.
    - Time to first answer: the business hours from when somebody was asked first until the first answer, over the requests that got it in the last 28 days. Half of them took at most the median, nine of ten at most p90.
    - Answered in time: of the first answers that came or were due in the last 28 days, those within \`respond-within\`.
    - Passed on: a request went from one person to another.
    - Asked: a person's turns; a turn given back with \`/sre swap\` does not count.

    </details>

    Written again on Mon 30 Nov 09:00 JST.

    <sub>[Detoil](https://github.com/detoil/detoil/blob/main/docs/help-wanted.md) · what you write around this stays · [sre.yml](https://github.com/acme/shop/blob/HEAD/.github/sre.yml)</sub>"
  `);
});

test("in Japanese, with a roster and nothing else", () => {
  const roster = [{ who: "alice", from: "2026-11-23", to: "2026-11-25" }];
  const section = { strategy: "on-call", "on-call": roster };
  const plan = planReport(facts({ records: records.slice(-1), isShared: false }), context(section, { language: "ja" }));
  expect(withoutMarkers(created(plan).body).trim()).toMatchInlineSnapshot(`
    "未完了の支援の依頼は**ありません**。
    10月27日(火)以降に期限を迎えた応答はありません。
    このプレビューに含まれるのは、このリポジトリの依頼だけです。Issue には、担当者を共有するすべてのリポジトリの依頼を載せます。

    ### 今週

    - 当番: \`alice\`(11月23日(月)〜11月25日(水))
    - 11月26日(木)、11月27日(金)は当番がいません。sre.yml の \`on-call\` に書いてください。

    <details><summary>数え方</summary>

    - \`help-wanted.people\` をこのリポジトリの sre.yml から受け継ぐすべてのリポジトリを数えます。
    - 未完了: ラベルがあり、Issue またはプルリクエストがオープンで、\`/sre done\` とコメントされていない依頼です。応答しても依頼は終わりません。
    - 遅れ: 依頼してから \`respond-within: 8 business hours\` 以内に応答がない依頼です。
    - 最初の応答までの時間: 最初に誰かに依頼してから最初の応答までの営業時間です。直近28日間に最初の応答があった依頼を数えます。半数は中央値以内、10件中9件は90パーセンタイル以内です。
    - 期限内の応答: 直近28日間にあった、または期限を迎えた最初の応答のうち、\`respond-within\` 以内のものです。
    - 引き継ぎ: 依頼の担当者が替わった回数です。
    - 依頼: その人の番の数です。\`/sre swap\` で返した番は数えません。

    </details>

    次の更新は11月30日(月)09:00 JST です。

    <sub>[Detoil](https://github.com/detoil/detoil/blob/main/docs/help-wanted.md) · 前後に書いた内容は残ります · [sre.yml](https://github.com/acme/shop/blob/HEAD/.github/sre.yml)</sub>"
  `);
});

test("who takes a request late has not answered in time", () => {
  const taken = request(1, "19T00:00", {
    asks: [
      ["alice", "19T00:00"],
      ["hanako", "20T03:00"],
    ],
    ...{ state: "answered", firstAnswerAt: at("20T03:00"), passedAt: [at("20T03:00")] },
  });
  expect(created(planReport(facts({ records: [taken] }), context())).body).toContain("0 of 1 answer came in time");
});

test("what is in private repositories is not named to everybody", () => {
  const given = context();
  const open = { ...given, loaded: { ...given.loaded, isPrivate: false } };
  const some = [
    ...records,
    request(7, "20T01:00", { asks: [["bob", "20T01:00"]], isPrivate: false, repo: "acme/open" }),
  ];
  const { body } = created(planReport(facts({ records: some }), open));
  expect(body).toContain(
    "| `bob` | 2 | [acme/open#7](https://github.com/acme/open/issues/7) since Fri 20 Nov · ❌ late<br>1 in private repositories |",
  );
  expect(body).not.toContain("acme/shop#");
});

test("it changes at its ticks and with absences, keeps what a new store does not know, and says it to the store", () => {
  const away = [{ who: "alice", from: "2026-11-25", to: "2026-11-26" }];
  const first = created(
    planReport(facts({ records: [{ ...request(1, "05T01:00", { asks: [["alice", "05T01:00"]] }), away }] }), context()),
  );
  const issue = { number: 9, title: first.title, body: first.body, open: true };
  // A new store knows nothing.
  expect(planReport(facts({ records: [], issue }), context())).toEqual([]);
  expect(reportReading(facts({ issue }), context())).toEqual({
    ...{
      home: "acme/shop",
      repo: "acme/shop",
      number: 9,
      since: 0,
      revision: Date.parse("2026-11-23T00:00:00Z"),
      readAt: Date.parse(NOW),
    },
    record: { request: null, asks: [{ login: "alice", at: at("05T01:00") }], away, covers: [] },
  });
  const more = { ...request(2, "05T01:00"), away: [{ who: "bob", from: "2026-11-25", to: "2026-11-26" }] };
  expect(planReport(facts({ records: [more], issue }), context())).toMatchObject([
    { action: "update-issue", number: 9 },
  ]);
  expect(planReport(facts({ issue }), { ...context(), now: new Date("2026-11-30T00:00:00Z") })).toMatchObject([
    { action: "update-issue" },
  ]);
  expect(planReport(facts(), context({ report: null }))).toEqual([]);
  expect(planReport(facts({ records: [] }), context())).toEqual([]);
  expect(reportReading(facts(), context())).toBeNull();
});

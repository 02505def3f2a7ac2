import { readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { expect, test } from "vitest";
import type { Measured } from "../../../src/cli/four-keys/measured.ts";
import { countChart, durationChart, shareChart } from "../../../src/cli/four-keys/print/html/charts.ts";
import { printHtml } from "../../../src/cli/four-keys/print/html/index.ts";
import { change, collected, deployment, november } from "../../metrics/records.ts";
import { busy, hostile, measuredOf, team } from "./measured.ts";

const GITHUB = "https://github.example";
const pageOf = (measured: Measured) => printHtml(measured, GITHUB);

/** The page without its head, as a reader has it: cells and paragraphs on lines of their own. */
function textOf(page: string): string {
  return page
    .slice(page.indexOf("<body>"))
    .replace(/<caption class="aloud">.*?<\/caption>/g, "")
    .replaceAll("</p>", "\n")
    .replace(/<\/t[hd]>(?=<t[hd])|<br>/g, " | ")
    .replace(/<\/d[td]>(?=<d[td])/g, " | ")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&#39;", "'")
    .replace(/ *\n\s*/g, "\n");
}

test("the five numbers with their bands, the window, the zone and the time", () => {
  const text = textOf(pageOf(measuredOf(team)));
  expect(text).toContain(`Four Keys
acme/shop
From Sun 1 Nov 2026 00:00 UTC to Sun 29 Nov 2026 00:00 UTC
Time zone UTC · as of Sun 29 Nov 2026 12:00 UTC
Deployment frequency | 1 in 9 days | medium | 3 deployments on 3 days
Lead time for changes | 4 d | high | median of 2 changes, from the first commit to the deployment
Change fail rate | 33.3% | low | 1 of 3 deployments
Failed deployment recovery time | 2 h | high | median of 1 incident resolved
Deployment rework rate | 33.3% |  | 1 of 3 deployments
`);
});

test("what became of each number since the window before, where both are known", () => {
  const slower = collected(
    ...[deployment(90, null, november(-20)), deployment(91, null, november(1))],
    ...[
      change(1, november(-21), { firstCommitAt: november(-22) }),
      change(2, november(0), { firstCommitAt: november(-7) }),
    ],
  );
  const [text, japanese] = (["en", "ja"] as const).map((language) => textOf(pageOf(measuredOf(slower, { language }))));
  expect(text).toContain("1 deployment on 1 day | about the same (1 in 28 days in the window before)\n");
  expect(text).toContain("8 d | medium | median of 1 change, from the first commit to the deployment\n");
  expect(japanese).toContain("1日間に1件のデプロイ | ほぼ同じ(前の期間は28日に1回)\n");
});

test("twelve weeks, in charts and in a table, though the window has four", () => {
  const page = pageOf(measuredOf(team));
  expect(page).toMatch(/<svg[\s\S]*>\s*23 Nov\s*<\/text>/); // without weekday and year, for which the axis has no room
  expect(textOf(page)).toContain(`week of | deployments | lead time | fail rate | recovery
Mon 7 Sep | 0 | – | – | –
`);
  expect(textOf(page)).toContain(`Mon 2 Nov | 1 | – | 0% | –
Mon 9 Nov | 1 | 6 d | 100% | 2 h
Mon 16 Nov | 1 | 2 d | 0% | –
Mon 23 Nov | 0 | – | – | –
The last week ends at Sun 29 Nov 2026 00:00 UTC.
`);
  const charts = [...page.matchAll(/role="img" aria-label="([^"]*)"/g)].map(([, label]) => label);
  expect(charts).toEqual([
    "Deployments a week, weeks of Mon 7 Sep to Mon 23 Nov: between 0 and 1. The table below has each number.",
    "Lead time for changes (median), weeks of Mon 7 Sep to Mon 23 Nov: between 2 d and 6 d. The table below has each number.",
    "Change fail rate, weeks of Mon 7 Sep to Mon 23 Nov: between 0% and 100%. The table below has each number.",
    "Recovery time (median), weeks of Mon 7 Sep to Mon 23 Nov: between 2 h and 2 h. The table below has each number.",
    "Where the lead time goes: coding 18 h, pickup 3 d, review 6 h, merge 18 h, deploy 1 d",
  ]);
  expect(page.match(/<svg /g)).toHaveLength(5);
});

test("stages, the slowest changes, what is not assigned, deployments", () => {
  const text = textOf(pageOf(measuredOf(team)));
  expect(text).toContain(`stage | time | what it is
coding | 18 h | from the first commit until ready for review
pickup | 3 d | from ready for review until the first review
`);
  expect(text).toContain(`2 of 2 changes deployed in this window.
change | lead time | longest stage | deployment
#2 | 6 d | pickup 3 d | 101 | Tue 10 Nov
#3 | 2 d | deploy 1 d | 102 | Tue 17 Nov
`);
  expect(text).toContain(`How changes were assigned to deployments: 2 by commits.
2 merged changes not deployed; 1 of them only waits for the next deployment. 1 incident not assigned to a deployment.
change | merged | why
#9 | Fri 6 Nov | its commit is in no later deployment
#4 | Fri 20 Nov | waits for the next deployment
incident | opened | why
page-2 | Sat 21 Nov | it names an unknown deployment
`);
  expect(text).toContain(`deployment | finished | changes | result
102 | production | Tue 17 Nov | 1 | rework
101 | production | Tue 10 Nov | 1 | failed: page-1
100 | production | Tue 3 Nov | 0 |
`);
});

test("what each number means, and where the bands of that year end", () => {
  const text = textOf(pageOf(measuredOf(team, { settings: { bands: 2021, leadTime: "opened", statistic: "p90" } })));
  expect(text).toContain(
    "Lead time for changes | The time from opening to the end of the deployment that brought the change: the p90 of all changes deployed in the window.",
  );
  expect(text).toContain(`Bands of DORA's report of 2021; what is beyond medium is low
number | elite | high | medium
Deployment frequency | ≥ 1 a day | ≥ 1 in 30 days | ≥ 1 in 182 days
Lead time for changes | < 1 h | < 7 d | < 182 d
Change fail rate | ≤ 15% | ≤ 20% | ≤ 30%
Failed deployment recovery time | < 1 h | < 1 d | < 7 d
Environments that count: production
`);
  expect(pageOf(measuredOf(team, { settings: { bands: "none" } }))).not.toMatch(/class="band|Bands of/);
});

test("in Japanese", () => {
  const page = pageOf(measuredOf(team, { language: "ja", settings: { timezone: "Asia/Tokyo" }, detail: true }));
  expect(page).toContain('<html lang="ja">');
  const text = textOf(page);
  expect(text).toContain(`2026年11月1日(日)09:00 JST から2026年11月29日(日)09:00 JST まで
タイムゾーン: Asia/Tokyo · 2026年11月29日(日)21:00 JST 時点
デプロイの頻度 | 9日に1回 | 中 | 3日間に3件のデプロイ
`);
  expect(text).toContain("#9 | 11月6日(金) | コミットがその後のどのデプロイにもありません");
  expect(text).toContain("レコードから Detoil が計算しました。");
  // What is left of English is names.
  const english = text.match(/[A-Za-z][a-z]+/g) ?? [];
  const names = ["Four", "Keys", "acme", "shop", "Asia", "Tokyo", "Detoil", "production", "page"];
  expect([...new Set(english)].filter((word) => !names.includes(word))).toEqual([]);
});

test("where nothing is known there is a dash or a sentence, and no chart", () => {
  const page = pageOf(measuredOf(collected()));
  expect(page).not.toContain("<svg");
  const text = textOf(page);
  for (const sentence of [
    "Lead time for changes | – |  | no changes deployed",
    "No deployments in these weeks.",
    "No lead time is known in these weeks.",
    "No incidents resolved in these weeks.",
    "No stage of a change deployed in this window is known.",
    "Every change merged in this window is deployed, and every incident belongs to a deployment.",
  ])
    expect(text).toContain(sentence);
});

test("a name from a record is text, wherever it is, and links lead to the repositories' GitHub only", () => {
  const page = pageOf(measuredOf(hostile, { settings: { environments: null }, detail: true }));
  const body = page.slice(page.indexOf("<body>"));
  expect(body).not.toMatch(
    /<(?!\/?(?:main|header|section|h[12]|p|dl|dt|dd|div|span|small|figure|figcaption|svg|g|rect|path|text|table|caption|thead|tbody|tr|th|td|time|bdi|a|br|body|html)\b)/,
  );
  expect(body).not.toMatch(/<[^>]*\son\w+=/);
  expect(page).not.toMatch(/[\u202e\0]/);
  expect(body).toContain("<bdi>&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
  expect([...body.matchAll(/href="([^"]*)"/g)]).toEqual([]);
  const linked = pageOf(measuredOf(team));
  expect(new Set([...linked.matchAll(/ href="([^"]*)"/g)].map(([, address]) => address))).toEqual(
    new Set(["data:,", ...[2, 3, 4, 9].map((pull) => `${GITHUB}/acme/shop/pull/${pull}`)]),
  );
});

test("the same records are the same page", () => {
  expect(pageOf(measuredOf(team))).toBe(pageOf(measuredOf(team)));
});

test("a page does not grow with the history", () => {
  const [some, many] = [busy(2_000), busy(8_000)].map((records) => pageOf(measuredOf(records)));
  expect(many?.length).toBeLessThan(1.1 * (some?.length ?? 0));
  const detail = pageOf(measuredOf(busy(3_000), { detail: true }));
  expect(textOf(detail).match(/The first 1000 of 3000; --format json --detail has all\./g)).toHaveLength(3);
});

test("a week of which nothing is known is a gap, not a zero", () => {
  const weeks = ["Mon 2 Nov", "Mon 9 Nov", "Mon 16 Nov", "Mon 23 Nov"];
  const marks = (chart: { text: string }) => chart.text.match(/ fill="var\(--series\)"/g)?.length;
  const parts = (chart: { text: string }) =>
    / d="([^"]*)" fill="none" stroke="var\(--series\)"/.exec(chart.text)?.[1]?.match(/M/g)?.length;
  const line = shareChart({ weeks, values: [0.5, null, 0, 0.25] });
  expect([marks(line), parts(line)]).toEqual([3, 2]);
  expect(marks(countChart({ weeks, values: [1, null, 3, 2] }))).toBe(3);
});

test.each([
  { longest: 200 * 86_400, says: /\d+ d</ },
  { longest: 3 * 3600, says: /3 h</ },
  { longest: 90 * 60, says: /100 min</ },
  { longest: 5, says: /5 s</ },
])("durations up to $longest seconds are drawn in one fitting unit", ({ longest, says }) => {
  const { text } = durationChart({ weeks: ["a", "b"], values: [longest, null] }, "en");
  expect(text).toMatch(says);
  expect(new Set(text.match(/ (d|h|min|s)</g))).toHaveProperty("size", 1);
});

test("nothing but this page loads the chart library", () => {
  const root = join(import.meta.dirname, "../../../src");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const text = (file: string) => readFileSync(join(root, file), "utf8");
  const folder = "cli/four-keys/print/html/";
  const using = files.filter((file) => /from "echarts/.test(text(file)));
  expect(using.length).toBeGreaterThan(0);
  expect(using.filter((file) => !relative(root, join(root, file)).startsWith(folder))).toEqual([]);
  // Whoever imports one of these loads it; other parts of the page are shared with the table of an organization.
  const loading = new Set(using.map((file) => basename(file)));
  const imports = (file: string) => [
    ...text(file).matchAll(/^(?:import|export) (?!type ).*from "[^"]*\/([^"/]+)";$/gm),
  ];
  const isLoading = (file: string) => imports(file).some(([, name = ""]) => loading.has(name));
  const inside = files.filter((file) => file.startsWith(folder));
  for (let before = 0; before < loading.size; ) {
    before = loading.size;
    for (const file of inside.filter(isLoading)) loading.add(basename(file));
  }
  expect(loading.size).toBeGreaterThan(using.length);
  const fromThere = (file: string) =>
    imports(file).filter(([line, name = ""]) => line.includes("print/html/") && loading.has(name));
  const outside = files.filter((file) => !file.startsWith(folder));
  expect(outside.flatMap(fromThere).map(([line]) => line)).toEqual([]);
});

test("the week in which sre.yml began to count otherwise has a line in each chart, and is marked in the table", () => {
  const redefined = [
    { at: november(4), keys: ["deployments", "lead-time"] },
    { at: november(-300), keys: ["statistic"] },
  ];
  const text = printHtml(measuredOf(team, { redefined }), "https://github.com");
  const charts = text.split("<svg").slice(1, 5);
  expect(charts.map((chart) => chart.split("</svg>")[0]?.split("†").length)).toEqual([2, 2, 2, 2]);
  expect(charts.every((chart) => chart.includes("stroke-dasharray"))).toBe(true);
  expect(text).toContain(
    '<p class="note">† deployments, lead-time changed in sre.yml on Wed 4 Nov 2026 00:00 UTC.<br>The time before is counted in the new way, too, as far as it was recorded.</p>',
  );
  expect(text).toContain('<time datetime="2026-11-02">Mon 2 Nov</time> †');
  const plain = printHtml(measuredOf(team), "https://github.com");
  expect(plain).not.toMatch(/†|changed in sre\.yml/);
});

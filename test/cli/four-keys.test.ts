import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { CommandError } from "../../src/cli/command-error.ts";
import { columns } from "../../src/cli/four-keys/print/text.ts";
import { fourKeys } from "../../src/cli/four-keys.ts";
import { UsageError } from "../../src/cli/usage.ts";

const folder = mkdtempSync(join(tmpdir(), "detoil-four-keys-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, ...lines: readonly (string | object)[]): string {
  const file = join(folder, name);
  writeFileSync(file, lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"));
  return file;
}

/** The whole of stdout and stderr; `rejected`: what the command throws for `detoil` to print. */
async function run(...argv: string[]): Promise<{ out: string; err: string; rejected: unknown }> {
  const lines = { out: [] as string[], err: [] as string[] };
  const log = vi.spyOn(console, "log").mockImplementation((line) => void lines.out.push(String(line)));
  const error = vi.spyOn(console, "error").mockImplementation((line) => void lines.err.push(String(line)));
  let rejected: unknown = null;
  try {
    expect(await fourKeys(argv)).toBe(0);
  } catch (thrown) {
    rejected = thrown;
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
  return { out: lines.out.join("\n"), err: lines.err.join("\n"), rejected };
}

const repo = "acme/shop";
const change = { type: "change", repo, author: "alice" };
const deployed = { type: "deployment", repo, environment: "production", status: "success" };

const history = [
  { type: "commit", repo, sha: "m1", parents: [] },
  { type: "commit", repo, sha: "m2", parents: ["m1"] },
  {
    ...change,
    pull: 1,
    sha: "m1",
    first_commit_at: "2026-11-01T22:00:00Z",
    opened_at: "2026-11-02T00:00:00Z",
    merged_at: "2026-11-02T03:00:00Z",
  },
  {
    ...change,
    pull: 2,
    sha: "m2",
    first_commit_at: "2026-11-03T22:00:00Z",
    opened_at: "2026-11-04T00:00:00Z",
    merged_at: "2026-11-04T03:00:00Z",
  },
  { ...change, pull: 3, sha: "m3", merged_at: "2026-11-27T03:00:00Z" },
  "",
  { ...deployed, id: 7, sha: "m1", finished_at: "2026-11-02T05:00:00Z" },
  { ...deployed, id: 8, sha: "m2", finished_at: "2026-11-05T05:00:30Z" },
  { type: "incident", repo, id: "page-1", opened_at: "2026-11-05T06:00:00Z", resolved_at: "2026-11-05T06:43:00Z" },
] as const;

const events = written("events.ndjson", ...history);
const AT = ["--at", "2026-11-28T00:00:00Z"];
const config = (text: string) => written("sre.yml", `version: 1\n${text}`);
const FOUR_KEYS = "four-keys: {deployments: {environment: [production]}}\n";

test("--format json: the numbers of the four weeks before --at", async () => {
  const { out, err } = await run("--events", events, ...AT, "--format", "json");
  expect(err).toBe("");
  expect(JSON.parse(out)).toEqual({
    from: "2026-10-31T00:00:00Z",
    to: "2026-11-28T00:00:00Z",
    timezone: "UTC",
    statistic: "p50",
    deploymentFrequency: { deployments: 2, perDay: 2 / 28, perWeek: 0.5, daysWithDeployment: 2, band: "medium" },
    leadTime: {
      changes: 2,
      seconds: 68_415, // 7 h, and 31 h 30 s
      p50: 68_415,
      p75: 90_022.5,
      p90: 102_987,
      mean: 68_415,
      band: "elite",
      stages: { coding: 7200, pickup: null, review: null, merge: null, deploy: 50_415 },
    },
    changeFailRate: { deployments: 2, failed: 1, rate: 0.5, band: "low" },
    recoveryTime: { incidents: 1, seconds: 2580, p50: 2580, p75: 2580, p90: 2580, mean: 2580, band: "elite" },
    reworkRate: { deployments: 2, rework: 0, rate: 0 },
    weeks: [
      { start: "2026-10-26", deployments: 0, leadTimeSeconds: null, failRate: null, recoverySeconds: null },
      { start: "2026-11-02", deployments: 2, leadTimeSeconds: 68_415, failRate: 0.5, recoverySeconds: 2580 },
      { start: "2026-11-09", deployments: 0, leadTimeSeconds: null, failRate: null, recoverySeconds: null },
      { start: "2026-11-16", deployments: 0, leadTimeSeconds: null, failRate: null, recoverySeconds: null },
      { start: "2026-11-23", deployments: 0, leadTimeSeconds: null, failRate: null, recoverySeconds: null },
    ],
    unattributed: { changes: 1, incidents: 0 },
  });
});

test("--detail adds what was counted, one by one", async () => {
  const { out } = await run("--events", events, ...AT, "--format", "json", "--detail");
  expect(JSON.parse(out)).toMatchObject({
    changes: [
      { pull: 1, deployment: 7, attribution: "first", seconds: 25_200 },
      { pull: 2, deployment: 8, attribution: "commits", seconds: 111_630 },
      { pull: 3, deployment: null, attribution: null, seconds: null },
    ],
    deployments: [
      { id: 7, failed: false, incidents: [], rework: false },
      { id: 8, failed: true, incidents: ["page-1"], rework: false },
    ],
    incidents: [{ id: "page-1", deployment: 8, seconds: 2580 }],
  });
});

test("text, for a terminal", async () => {
  const { out } = await run("--events", events, ...AT);
  expect(out).toBe(`Four Keys, Sat 31 Oct 00:00 UTC to Sat 28 Nov 00:00 UTC

Deployment frequency             1 in 14 days  medium  2 deployments on 2 days
Lead time for changes            19 h          elite   median of 2 changes, from the first commit to the deployment
Change fail rate                 50%           low     1 of 2 deployments
Failed deployment recovery time  43 min        elite   median of 1 incident resolved
Deployment rework rate           0%            –       0 of 2 deployments

Lead time: median 19 h · p75 1 d 1 h · p90 1 d 5 h · mean 19 h
Stages: coding 2 h · pickup – · review – · merge – · deploy 14 h

week of     deployments  lead time  fail rate  recovery
Mon 26 Oct  0            –          –          –
Mon 2 Nov   2            19 h       50%        43 min
Mon 9 Nov   0            –          –          –
Mon 16 Nov  0            –          –          –
Mon 23 Nov  0            –          –          –

How changes were assigned to deployments: 1 as the first of its series, 1 by commits.
1 merged change only waits for the next deployment.`);
});

test("--format html: one page and nothing else, with links to the GitHub of GITHUB_API_URL", async () => {
  const before = process.env.GITHUB_API_URL;
  try {
    process.env.GITHUB_API_URL = "https://github.acme.example/api/v3";
    const { out, err } = await run("--events", events, ...AT, "--format", "html");
    expect(out).toMatch(/^<!doctype html>\n.*<\/html>$/s);
    expect(out).toContain('href="https://github.acme.example/acme/shop/pull/2"');
    expect(err).toBe("");
    process.env.GITHUB_API_URL = "github.acme.example";
    const { out: none, rejected } = await run("--events", events, ...AT, "--format", "html");
    expect(none).toBe("");
    expect(rejected).toBeInstanceOf(CommandError);
    expect((rejected as Error).message).toMatch(/^GITHUB_API_URL must be the address of GitHub's API/);
  } finally {
    if (before === undefined) delete process.env.GITHUB_API_URL;
    else process.env.GITHUB_API_URL = before;
  }
});

test("docs/four-keys.md shows what the command prints", async () => {
  const docs = readFileSync(new URL("../../docs/four-keys.md", import.meta.url), "utf8");
  const { out } = await run("--events", events, ...AT);
  const [heading, keys] = out.split("\n\n");
  const shown = `${heading}\n\n${keys}`.replaceAll(/^(?=.)/gm, "    ");
  expect(docs).toContain(`\n${shown}\n`);
});

test("in Japanese where sre.yml says so, in its zone, with its window and statistic", async () => {
  const file = config(
    "language: ja\ntimezone: Asia/Tokyo\nfour-keys: {deployments: {environment: [production]}, window: 1 week, statistic: mean}\n",
  );
  const { out } = await run("--events", events, "--at", "2026-11-09T00:00:00+09:00", "--config", file, "--detail");
  expect(out).toBe(`Four Keys(11月2日(月)00:00 JST から11月9日(月)00:00 JST まで)

デプロイの頻度                  週に2回  高        2日間に2件のデプロイ
変更のリードタイム              19時間   エリート  変更2件の平均(最初のコミットからデプロイまで)
変更障害率                      50%      低        デプロイ2件のうち1件
失敗したデプロイからの復旧時間  43分     エリート  解決したインシデント1件の平均
デプロイの手戻り率              0%       –         デプロイ2件のうち0件

リードタイム: 中央値 19時間 · 75パーセンタイル 1日1時間 · 90パーセンタイル 1日5時間 · 平均 19時間
段階: コーディング 2時間 · レビュー待ち – · レビュー – · マージ待ち – · デプロイ待ち 14時間

週の初日     デプロイ  リードタイム  障害率  復旧時間
11月2日(月)  2         19時間        50%     43分

リポジトリ   変更  デプロイ  対応付け        リードタイム  コーディング  レビュー待ち  レビュー  マージ待ち  デプロイ待ち
\`acme/shop\`  #1    \`7\`       最初のデプロイ  7時間         2時間         –             –         –           2時間
\`acme/shop\`  #2    \`8\`       コミット        1日7時間      2時間         –             –         –           1日2時間

デプロイ  障害  インシデント  手戻り
\`7\`       –     –             –
\`8\`       はい  \`page-1\`      –

インシデント  デプロイ  復旧時間
\`page-1\`      \`8\`       43分

変更とデプロイの対応付け: 最初のデプロイのコミットによるもの1件、コミットによるもの1件。`);
});

test("markdown: texts from outside are code", async () => {
  const hostile = written("hostile.ndjson", {
    ...deployed,
    id: "a|b @alice <!-- x --> \u001b[31m",
    finished_at: "2026-11-27T00:00:00Z",
  });
  const { out } = await run("--events", hostile, ...AT, "--format", "markdown", "--detail");
  expect(out).toContain(
    "### Four Keys, Sat 31 Oct 00:00 UTC to Sat 28 Nov 00:00 UTC\n\n|  |  | band | from |\n| --- | --- | --- | --- |\n",
  );
  expect(out).toContain("\n| Change fail rate | 0% | elite | 0 of 1 deployment |\n");
  expect(out).toMatch(/\n\| `a\\\|b @alice [^`]*` \| – \| – \| – \|/);
  expect((await run("--events", hostile, ...AT, "--detail")).out).not.toContain("\u001b");
});

test("text: columns of more rows than a call can have arguments", () => {
  const rows = Array.from({ length: 200_000 }, (_, at) => [at === 7 ? "longest" : "x", "y"]);
  expect(columns({ header: ["a", "b"], rows }).slice(0, 24)).toBe("a        b\nx        y\nx ");
});

test("csv: the weeks, or the changes; a formula is a text", async () => {
  expect((await run("--events", events, ...AT, "--format", "csv")).out.split("\r\n").slice(0, 3)).toEqual([
    "start,deployments,leadTimeSeconds,failRate,recoverySeconds",
    "2026-10-26,0,,,",
    "2026-11-02,2,68415,0.5,2580",
  ]);
  const formula = written("formula.ndjson", ...history, {
    ...change,
    repo: '=HYPERLINK("x")',
    pull: 9,
    merged_at: "2026-11-27T00:00:00Z",
  });
  expect((await run("--events", formula, ...AT, "--format", "csv", "--detail")).out.split("\r\n")).toEqual([
    "repo,pull,sha,deployment,attribution,seconds,coding,pickup,review,merge,deploy",
    "acme/shop,1,m1,7,first,25200,7200,,,,7200",
    "acme/shop,2,m2,8,commits,111630,7200,,,,93630",
    '"\'=HYPERLINK(""x"")",9,,,,,,,,,',
    "acme/shop,3,m3,,,,,,,,",
  ]);
});

test("ndjson: the records, each once; read again they give the same numbers", async () => {
  const { out } = await run("--events", events, events, ...AT, "--format", "ndjson");
  expect(out.split("\n")).toHaveLength(8);
  const again = written("again.ndjson", out);
  const read = await run("--events", again, ...AT, "--format", "json", "--detail");
  expect(read.out).toBe((await run("--events", events, ...AT, "--format", "json", "--detail")).out);
});

test("--from and --to; several files are one history, in any order", async () => {
  const parts = history.map((line, at) => written(`part-${at}.ndjson`, line));
  const window = ["--from", "2026-11-05T00:00:00Z", "--to", "2026-11-06T00:00:00Z", "--format", "json"];
  const { out } = await run("--events", ...parts.toReversed(), ...window);
  expect(JSON.parse(out)).toMatchObject({
    deploymentFrequency: { deployments: 1, perDay: 1, band: "elite" },
    leadTime: { changes: 1, seconds: 111_630 },
  });
  // Only an end: the configured window before it.
  expect(
    JSON.parse((await run("--events", events, "--to", "2026-11-02T05:00:00Z", "--format", "json")).out),
  ).toMatchObject({
    from: "2026-10-05T05:00:00Z",
    deploymentFrequency: { deployments: 0, band: null },
  });
});

test("four weeks are four weeks on the team's clock, also when summer time ends", async () => {
  const file = config(`timezone: Europe/Berlin\n${FOUR_KEYS}`);
  const { out } = await run(
    "--events",
    events,
    "--at",
    "2026-11-16T10:00:00+01:00",
    "--config",
    file,
    "--format",
    "json",
  );
  expect(JSON.parse(out).from).toBe("2026-10-19T08:00:00Z");
});

const broken = written(
  "broken.ndjson",
  '{"type": "deployment"',
  { ...deployed, id: 1, finished_at: "2026-11-20T01:00:00" },
  { ...deployed, id: 2, started_at: "2026-11-20T02:00:00Z", finished_at: "2026-11-20T01:00:00Z" },
  { type: "commit", repo, sha: "x", parents: ["y"] },
  { type: "commit", repo, sha: "y", parents: ["x"] },
);

test("lines that cannot be read are named, and nothing is printed", async () => {
  const { out, err, rejected } = await run("--events", events, broken, ...AT, "--format", "json");
  expect([out, err]).toEqual(["", ""]);
  expect(rejected).toBeInstanceOf(CommandError);
  expect((rejected as Error).message.split("\n")).toEqual([
    `${broken}:1: This line is not JSON. Write one record as one JSON object on each line.`,
    `${broken}:2: \`finished_at\` has no zone: \`2026-11-20T01:00:00\`. Add \`Z\`, or an offset such as \`+09:00\`.`,
    `${broken}:3: \`finished_at\` is before \`started_at\`. An end cannot come before its start.`,
    `${broken}:4: Commit \`x\` is its own ancestor. Parents of commits cannot form a cycle.`,
    `${broken}:5: Commit \`y\` is its own ancestor. Parents of commits cannot form a cycle.`,
  ]);
});

test("--lenient skips and counts them", async () => {
  const { out, err } = await run("--events", events, broken, ...AT, "--format", "json", "--lenient");
  expect(out).toBe((await run("--events", events, ...AT, "--format", "json")).out);
  expect(err).toMatch(/^Skipped 5 lines that cannot be read, the first at \S+:1: This line is not JSON\./);
});

test("hundreds of broken lines are twenty and a count; Windows line ends and a byte order mark are no problem", async () => {
  const many = written("many.ndjson", ...Array.from({ length: 300 }, () => "{"));
  const { rejected } = await run("--events", many, ...AT);
  expect((rejected as Error).message.split("\n").slice(-2)).toEqual([
    expect.stringContaining(":20: "),
    "And 280 more.",
  ]);
  const windows = join(folder, "windows.ndjson");
  writeFileSync(
    windows,
    `\uFEFF${history
      .map((line) => JSON.stringify(line))
      .join("\r\n")
      .replaceAll('""', "")}\r\n`,
  );
  expect((await run("--events", windows, ...AT)).out).toBe((await run("--events", events, ...AT)).out);
});

test("one record with two contents: the later counts, and it is said in which line", async () => {
  const twice = written("twice.ndjson", ...history, {
    ...deployed,
    id: 8,
    sha: "m2",
    finished_at: "2026-11-06T05:00:30Z",
  });
  const { out, err } = await run("--events", twice, ...AT, "--format", "json");
  expect(JSON.parse(out).leadTime.p90).toBeGreaterThan(102_987);
  expect(err).toBe(
    `${twice}:10: This record was already given with other content. The one with the later time counts.`,
  );
});

test("deployments to other environments are listed, with the one that they may have meant", async () => {
  const other = written(
    "other.ndjson",
    ...history,
    ...["produktion", "staging", "staging"].map((environment, id) => ({
      ...deployed,
      id,
      environment,
      finished_at: "2026-11-20T01:00:00Z",
    })),
  );
  const { err } = await run("--events", other, ...AT);
  expect(err).toBe(
    "Not counted: 1 deployment to `produktion` (did you mean `production`?), 2 deployments to `staging`. The environments that count: `production`.",
  );
  const all = await run(
    "--events",
    other,
    ...AT,
    "--config",
    config("four-keys: {deployments: {release: true}}\n"),
    "--format",
    "json",
  );
  expect([JSON.parse(all.out).deploymentFrequency.deployments, all.err]).toEqual([5, ""]);
});

test.each([
  { text: "timezone: UTC\n", says: /sre\.yml has no section `four-keys`\. Add it/ },
  { text: "four-keys: {deployments: {}}\n", says: /sre\.yml:2:26: `deployments` does not say what a deployment is/ },
  { text: "_extends: .github\nfour-keys: {window: 1 week}\n", says: /extends another file, which is not read here/ },
  { text: "four-keys: {deployments: {environment: [a]}, window: 0 days}\n", says: /`window: 0 days` leaves no time/ },
])("a sre.yml that does not do: $text", async ({ text, says }) => {
  const { out, rejected } = await run("--events", events, ...AT, "--config", config(text));
  expect(out).toBe("");
  expect(rejected).toBeInstanceOf(CommandError);
  expect((rejected as Error).message).toMatch(says);
});

test.each([
  { argv: [], says: /^Which records\? Name files of them with --events, .*\.\nUsage: detoil four-keys/ },
  { argv: ["--events", events, "--format", "xml"], says: /^There is no format `xml`/ },
  { argv: ["--events", events, "--format", "ndjson", "--detail"], says: /goes with the other formats/ },
  { argv: ["--events", events, "--from", "2026-11-01"], says: /^--from takes a time with its zone/ },
  { argv: ["--events", events, "--from", "2026-11-29T00:00:00Z", ...AT], says: /^--from must be before --to/ },
  { argv: ["--evnets", events], says: /Usage: detoil four-keys/ },
])("called wrongly: $argv", async ({ argv, says }) => {
  const { out, rejected } = await run(...argv);
  expect(out).toBe("");
  expect(rejected).toBeInstanceOf(UsageError);
  expect((rejected as Error).message).toMatch(says);
});

test("a line in another encoding is a line that cannot be read, and the others are read", async () => {
  const latin = join(folder, "latin.ndjson");
  const [first = "", ...rest] = readFileSync(events, "utf8").split("\n");
  const wrong = Buffer.from([0x7b, 0xe9, 0x7d, 0x0a]);
  writeFileSync(latin, Buffer.concat([Buffer.from(`${first}\n`), wrong, Buffer.from(rest.join("\n"))]));
  const { out, rejected } = await run("--events", latin, ...AT);
  expect([out, (rejected as Error).message]).toEqual([
    "",
    `${latin}:2: This line is not UTF-8. Save the file as UTF-8.`,
  ]);
  expect((await run("--events", latin, ...AT, "--lenient")).out).toBe((await run("--events", events, ...AT)).out);
});

test("files that are not there, folders", async () => {
  for (const [file, says] of [
    [join(folder, "nope"), /^There is no file /],
    [folder, /is a folder: name a file/],
  ] as const)
    expect(String(((await run("--events", file, ...AT)).rejected as Error).message)).toMatch(says);
});

test("from a shell: exit code 1, the place on stderr, nothing on stdout", () => {
  const cli = join(import.meta.dirname, "../../src/cli/index.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "four-keys", "--events", broken], {
    encoding: "utf8",
  });
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toContain(`${broken}:1: This line is not JSON.`);
});

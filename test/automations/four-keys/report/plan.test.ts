import { expect, test } from "vitest";
import { again } from "../../../../src/automations/four-keys/again.ts";
import type { ReportFacts } from "../../../../src/automations/four-keys/report/facts.ts";
import { periodsOf } from "../../../../src/automations/four-keys/report/periods.ts";
import { planReport } from "../../../../src/automations/four-keys/report/plan.ts";
import type { OwnIssue } from "../../../../src/github/own-issues.ts";
import { LONGEST_BODY } from "../../../../src/github-limits.ts";
import type { Records } from "../../../../src/records/record.ts";
import { change, collected, DAY, deployment, incident } from "../../../metrics/records.ts";
import { contextOf, factsOf, NOW } from "./context.ts";
import { at, quarter } from "./quarter.ts";

const NEXT_WEEK = new Date("2026-12-01T01:30:00Z");

interface Given {
  readonly records?: Records;
  readonly section?: object;
  readonly file?: object;
  readonly now?: Date;
  readonly facts?: Partial<ReportFacts>;
}

function planned({ records = quarter, section, file, now, facts }: Given = {}) {
  const context = contextOf(section, file, now);
  return planReport(factsOf(records, context, facts), context);
}

/** The text of a new issue. */
function textOf(given: Given = {}): string {
  const [create] = planned(given);
  if (create?.action !== "create-issue") throw new Error("no issue");
  return create.body;
}

function issueWith(body: string, more: Partial<OwnIssue> = {}): OwnIssue {
  return { number: 7, title: "Four Keys", body, open: true, ...more };
}

const healthy = collected(
  ...quarter.commits,
  ...quarter.deployments,
  ...quarter.changes.map((each) => ({ ...each, reverts: null })),
);
const written = issueWith(textOf());

test("the first lines: what is the case, and what to look at first", () => {
  expect(textOf().split("\n").slice(1, 4)).toEqual([
    "**4 deployments brought 9 changes** from Mon 26 Oct 10:00 JST to Mon 23 Nov 10:00 JST.",
    "",
    "**Look first at what failed: 1 of 4 deployments** ([`0000000`](https://github.com/acme/shop/commit/000000000000000000000000000000000000008e) to `production`). What would have shown it before the deployment?",
  ]);
  expect(textOf({ file: { language: "ja" } }).split("\n")[1]).toBe(
    "**10月26日(月)10:00 JST から11月23日(月)10:00 JST までに、4回デプロイし、9件の変更が届きました。**",
  );
});

test("the stage that costs most, with what shortens it, once", () => {
  const advice = "Deploying more often, or on every merge, shortens the wait.";
  expect(textOf()).toContain(`| **deploy** | **from the merge until the deployment** | **3 d 12 h** |\n\n${advice}\n`);
  const stage = textOf({ section: { incidents: { reverts: false, labels: ["outage"] } }, records: healthy });
  expect(stage.split(advice)).toHaveLength(2);
  expect(stage).toContain(
    `**Look first at deploy**, where changes spend most time: half of the changes took more than 3 d 12 h from the merge until the deployment. ${advice}`,
  );
  expect(stage).toContain("an issue labeled `outage`, a roll-back or a hotfix that names what it fixes.");
});

test("the five numbers, with what they are made of, their bands and what they were", () => {
  expect(textOf()).toContain(
    [
      "|  | Now | Band | Against the time before |",
      "| --- | --- | --- | --- |",
      "| **Deployment frequency**<br>how often you deploy | **1 a week**<br>4 deployments | high | better (was 1 in 9 days) |",
      "| **Lead time for changes**<br>from the first commit to the deployment | **5 d 17 h**<br>median of 9 changes | high | about the same (was 5 d 14 h) |",
      "| **Change fail rate**<br>deployments that led to an incident | **25%**<br>1 of 4 | low | worse (was 0%) |",
      "| **Failed deployment recovery time**<br>from the start of an incident to its end | **6 h 30 min**<br>median of 2 incidents | high | – |",
      "| **Deployment rework rate**<br>deployments that repaired an earlier one | **25%**<br>1 of 4 | – | worse (was 0%) |",
    ].join("\n"),
  );
  const plain = textOf({ section: { bands: "none", "lead-time": "merged", statistic: "mean" } });
  expect(plain).toContain("|  | Now | Against the time before |\n");
  expect(plain).toContain(
    "| **Lead time for changes**<br>from merging to the deployment | **4 d 6 h**<br>mean of 9 changes | ",
  );
  expect(plain).not.toContain("DORA");
});

test("the slowest changes, what is left out and why, and each deployment", () => {
  const text = textOf();
  expect(text).toContain(
    "### The 5 slowest changes\n\n- #111 took 11 d 17 h, of which 10 d 12 h in deploy\n- #112 took",
  );
  expect(text).toContain(
    [
      "1 merged change is waiting for the next deployment: [#144](https://github.com/acme/shop/pull/144).",
      "",
      "- **1 merged change** whose commit is in no later deployment: [#139](https://github.com/acme/shop/pull/139). Merged into another branch, perhaps?",
      "- **1 incident** of an unknown deployment: [#149](https://github.com/acme/shop/issues/149). Correct the line `Deployment: …` there.",
    ].join("\n"),
  );
  expect(text).toContain("<details><summary>4 deployments</summary>\n\n- [`0000000`](");
  expect(text).toContain(
    "to `production` on Fri 20 Nov 02:00 JST: 2 changes, **failed** (incident [#148](https://github.com/acme/shop/issues/148), reverted by [#143](https://github.com/acme/shop/pull/143))\n",
  );
  expect(text).toContain("to `production` on Fri 20 Nov 15:00 JST: 1 change, repaired an earlier one\n");
});

test("twelve whole weeks as charts and as a table", () => {
  const text = textOf();
  expect(text).toContain(
    [
      '  title "Deployments a week (red: failed)"',
      '  x-axis ["31 Aug", "7 Sep", "14 Sep", "21 Sep", "28 Sep", "5 Oct", "12 Oct", "19 Oct", "26 Oct", "2 Nov", "9 Nov", "16 Nov"]',
      "  y-axis 0 --> 5",
      "  bar [0, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 2]",
      "  bar [0, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1]",
    ].join("\n"),
  );
  // Nothing is known of a lead time where nothing was deployed, and that is not 0.
  expect(text).toContain(
    [
      '  title "Lead time in days (median); weeks without one are left out"',
      '  x-axis ["7 Sep", "14 Sep", "21 Sep", "5 Oct", "12 Oct", "19 Oct", "2 Nov", "9 Nov", "16 Nov"]',
      "  y-axis 0 --> 9.4",
    ].join("\n"),
  );
  expect(text).toContain("| Mon 9 Nov | 1 | 5 d 6 h | 0% | – |\n| Mon 16 Nov | 2 | 4 d 19 h | 50% | 6 h 30 min |");
});

test("short lead times are shown in hours, and a single one in no chart", () => {
  const records = (weeks: number) =>
    collected(
      ...Array.from({ length: weeks }, (_, week) => [
        deployment(week + 1, null, at(98 - 7 * week, 1), { changes: [`m${week + 1}`] }),
        change(week + 1, at(98 - 7 * week), { firstCommitAt: at(98 - 7 * week, -2) }),
      ]).flat(),
    );
  expect(textOf({ records: records(2) })).toContain('title "Lead time in hours (median)');
  expect(textOf({ records: records(1) })).not.toContain("Lead time in");
});

test("until history is read the numbers say from when on they hold, and compare nothing", () => {
  const completeFrom = at(71);
  const facts = { history: { reading: { read: 4200, total: 10_000 }, completeFrom } };
  const text = textOf({ facts });
  expect(text).toContain(
    "**History: 4,200 of about 10,000 pull requests read.** Until all of it is read, the numbers hold from Tue 20 Oct on.",
  );
  expect(text).not.toContain("(was ");
  // A week that began before is not known to be poor.
  expect(text).toContain("### The last 4 weeks\n");
  expect(textOf({ facts: { history: { reading: { read: 50, total: null }, completeFrom: null } } })).toContain(
    "**History: 50 pull requests read so far.** Until all of it is read, the numbers are incomplete.",
  );
  expect(textOf({ facts: { history: { reading: null, completeFrom } } })).toContain(
    "Nothing before Tue 20 Oct is known here.",
  );
  expect(textOf()).not.toContain("is known here");
});

test("before anything is read it does not say that nothing was deployed", () => {
  const facts = { history: { reading: { read: 0, total: null }, completeFrom: null } };
  expect(textOf({ records: collected(), facts }).split("\n")[1]).toBe(
    "**History: 0 pull requests read so far.** Until all of it is read, the numbers are incomplete.",
  );
});

test("until history is read the issue is reconciled again, unless a person closed it", () => {
  const report = (facts: Partial<ReportFacts>) =>
    ({ kind: "report", report: factsOf(quarter, contextOf(), facts) }) as const;
  const reading = { reading: { read: 0, total: null }, completeFrom: null };
  expect(again(report({ history: reading }), { now: NOW })).toEqual(new Date("2026-11-24T01:45:00Z"));
  expect(again(report({ history: reading, issue: { ...written, open: false } }), { now: NOW })).toBeNull();
  expect(again(report({}), { now: NOW })).toBeNull();
});

test("without a deployment it says what counts as one, and shows no empty table", () => {
  const text = textOf({ records: collected(change(1, at(80))) });
  expect(text).toContain(
    "**Nothing was deployed** from Mon 26 Oct 10:00 JST to Mon 23 Nov 10:00 JST.\n\nDeployments are GitHub deployments to `production`. If you deploy in another way, say so under `deployments` in sre.yml.\n",
  );
  expect(text).toContain("**1 merged change** that no known deployment could bring: [#1](");
  expect(text).not.toContain("| --- |");
  expect(text).not.toContain("mermaid");
});

test("where deployments have stopped, the last week that had one is named", () => {
  const text = textOf({ records: collected(deployment(1, null, at(60))), facts: { elsewhere: ["staging"] } });
  expect(text).toContain("10:00 JST.\n\nThe last deployment was in the week of Mon 5 Oct.\n");
  expect(text).not.toMatch(/If you deploy|staging/);
});

test.each([
  [["prod", "staging"], "`production`", "went to `prod`, `staging`. If you mean `prod`, write it"],
  [["Produktion"], "`production`", "went to `Produktion`. If you mean `Produktion`, write it"],
  [["eu"], "`production`", "went to `eu`. If one of these is what you mean, write it"],
])("without a deployment that counts, those to %j are named", (elsewhere, counted, said) => {
  const text = textOf({ records: collected(), facts: { elsewhere } });
  expect(text).toContain(
    `\n\nDeployments to ${counted} count, and the latest ones ${said} under \`deployments\` in sre.yml.\n`,
  );
  expect(text).not.toContain("If you deploy in another way");
});

test.each([
  [{ release: true }, "[`v1.4`](https://github.com/acme/shop/releases/tag/v1.4) on", "published releases"],
  [{ tag: "v*" }, "[`v1.4`](https://github.com/acme/shop/releases/tag/v1.4) on", "tags named `v*`"],
  [{ merge: "main" }, "[#14](https://github.com/acme/shop/pull/14) on", "pull requests merged into `main`"],
  [
    { workflow: "deploy*.yml" },
    "[`v1.4`](https://github.com/acme/shop/actions/runs/v1.4) on",
    "successful runs of `deploy*.yml`",
  ],
  [{ external: true }, "`v1.4` ([`abc`](https://github.com/acme/shop/commit/abc)) on", "those that a pipeline records"],
  [
    { environment: ["production", "eu"] },
    "[`abc`](https://github.com/acme/shop/commit/abc) to `production` on",
    "GitHub deployments to `production`, `eu`",
  ],
])("a deployment is named and linked: %j", (deployments, name, what) => {
  const text = textOf({
    section: { deployments },
    records: collected(deployment("merge" in deployments ? 14 : "v1.4", "abc", at(90))),
  });
  expect(text).toContain(`- ${name} Sun 8 Nov 12:00 JST: no changes\n`);
  expect(text).toContain(`\n\nDeployments are ${what}`);
});

test("the name of a service stands beside its change", () => {
  const web = { services: ["web"], firstCommitAt: at(88) };
  const records = collected(
    deployment(1, null, at(89), { service: "web" }),
    change(1, at(89, 1), web),
    deployment(2, null, at(90), { service: "web" }),
    change(2, at(90, 1), web),
  );
  const text = textOf({ records });
  expect(text).toContain("- #1 (`web`) took 2 d");
  expect(text).toContain("waiting for the next deployment: [#2](https://github.com/acme/shop/pull/2) (`web`).");
});

test("written once there is nothing more to write until the next tick", () => {
  const facts = { issue: written };
  expect(planned({ facts })).toEqual([]);
  expect(planned({ facts, now: new Date(NOW.getTime() + 5 * DAY) })).toEqual([]);
  expect(planned({ facts, now: NEXT_WEEK })).toMatchObject([{ action: "update-issue", number: 7 }]);
});

test("one that a person closed stays closed", () => {
  expect(planned({ facts: { issue: { ...written, open: false } }, now: NEXT_WEEK })).toEqual([]);
});

test("a title that people changed and what they wrote around the numbers stay", () => {
  const issue = issueWith(`Ours.\n\n${written.body}\n\nOurs, too.`, { title: "How we ship" });
  const [update] = planned({ facts: { issue }, now: NEXT_WEEK });
  expect(update).toMatchObject({ action: "update-issue", number: 7 });
  const { title, body = "" } = update as { title?: string; body?: string };
  expect(title).toBeUndefined();
  expect(body.startsWith("Ours.\n\n<!-- detoil:four-keys ")).toBe(true);
  expect(body.endsWith("\n<!-- /detoil:four-keys -->\n\nOurs, too.")).toBe(true);
});

test("where issues are switched off there is nowhere to write", () => {
  expect(planned({ facts: { hasIssues: false } })).toEqual([]);
});

const many = collected(
  ...Array.from({ length: 300 }, (_, index) =>
    deployment(`v${index}-${"x".repeat(240)}`, "f".repeat(40), at(80) + index * 60_000, { changes: [] }),
  ),
  ...Array.from({ length: 60 }, (_, index) => change(index + 1, at(80) + index, { sha: `m${index}` })),
);
const TAGS = { deployments: { tag: "v*" } };

test("long lists are cut, and people's words come first", () => {
  const text = textOf({ records: many, section: TAGS });
  expect(text.length).toBeLessThan(LONGEST_BODY);
  expect(text).toContain("- …and 200 more: [all](https://github.com/acme/shop/tags)\n");
  expect(text).toContain("**60 merged changes** that the next deployment does not list: [#1](");
  expect(text).toContain("/pull/10) and 50 more.");
  const issue = (words: number) => issueWith(`${"w".repeat(words)}\n\n${written.body}`);
  const [update] = planned({ records: many, section: TAGS, facts: { issue: issue(40_000) } });
  const { body = "" } = update as { body?: string };
  expect(body).toContain("- …and 280 more: ");
  expect(body.startsWith("w".repeat(40_000))).toBe(true);
  expect(body.length).toBeLessThan(LONGEST_BODY);
  expect(planned({ records: many, section: TAGS, facts: { issue: issue(62_000) } })).toEqual([]);
});

test("of a deployment with many incidents some are named", () => {
  const incidents = [1, 2, 3, 4, 5, 6, 7].map((number) => incident(number, at(90, number), null));
  const records = collected(deployment(8, "abc", at(90)), ...incidents);
  const link = (number: number) => `[#${number}](https://github.com/acme/shop/issues/${number})`;
  expect(textOf({ records })).toContain(`, incident ${link(5)} and 2 more)\n`);
  expect(textOf({ records, file: { language: "ja" } })).toContain(`、インシデント ${link(5)}、ほか2件)\n`);
});

test("a name from outside stays a name", () => {
  const id = "v1`@alice <!-- /detoil:four-keys --> #12](https://example.org)";
  const text = textOf({ section: TAGS, records: collected(deployment(id, null, at(90))) });
  expect(text.match(/<!--/g)).toHaveLength(2);
  expect(text).toContain(
    "- [``v1`@alice <\u200B!-- /detoil:four-keys --\u200B> #12](https://example.o…``](https://github.com/acme/shop/releases/tag/v1%60%40alice%20",
  );
});

test("the window ends at the last tick", () => {
  expect(periodsOf(contextOf())).toEqual({
    window: { from: Date.UTC(2026, 9, 26, 1), to: Date.UTC(2026, 10, 23, 1) },
    beforeFrom: Date.UTC(2026, 8, 28, 1),
  });
});

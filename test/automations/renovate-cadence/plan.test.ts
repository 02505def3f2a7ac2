import { expect, test } from "vitest";
import { again } from "../../../src/automations/renovate-cadence/again.ts";
import type { CadenceFacts, CadenceIssue, OpenUpdate } from "../../../src/automations/renovate-cadence/facts.ts";
import { periodName } from "../../../src/automations/renovate-cadence/issue/period-name.ts";
import { cadenceOf } from "../../../src/automations/renovate-cadence/measuring/cadence.ts";
import { plan } from "../../../src/automations/renovate-cadence/plan.ts";
import type { Update } from "../../../src/automations/renovate-cadence/reading/update.ts";
import { sreSchema } from "../../../src/config/schema.ts";
import { sectionOf } from "../../../src/config/section-of.ts";
import type { Action, CreateComment, CreateIssue, SetCheckRun } from "../../../src/github/actions.ts";
import { contextOf, NOW } from "../context.ts";

type Settings = Readonly<Record<string, unknown>>;

function context(settings: Settings = {}, now: Date | string = NOW, whole: Settings = {}) {
  const renovate = { cadence: "monthly", owners: ["@acme/web", "bo"], ...settings };
  const config = sreSchema.parse({ version: 1, timezone: "Asia/Tokyo", renovate, ...whole });
  return contextOf<"renovate">(sectionOf(config, "renovate"), config, "cadence", now);
}

const at = (text: string) => Date.parse(text.length === 10 ? `${text}T10:00:00+09:00` : text);

const common = { bot: "renovate", kind: "minor", security: false, automerge: false, waiting: null } as const;
const package_ = { name: "left-pad", from: "1.2.0", to: "1.3.0", kind: "minor" } as const;

function merged(number: number, opened: string, closed: string): Update {
  const times = { openedAt: at(opened), closedAt: at(closed) };
  return { number, ...common, packages: [package_], state: "merged", ...times };
}

function open(number: number, opened: string, more: Partial<OpenUpdate> = {}): OpenUpdate {
  return {
    ...{ number, ...common, packages: [package_], state: "open", openedAt: at(opened), closedAt: null },
    ...{ title: `Update left-pad to v${number}`, waiting: "review", failingSince: null, reviewers: [], ...more },
  };
}

function facts(more: Partial<CadenceFacts> = {}): CadenceFacts {
  return {
    ...{ kind: "cadence", open: [], closed: [], dashboard: null, issue: null, hasIssues: true, releases: [] },
    recording: { readings: [], cursors: [] },
    ...more,
  };
}

/** Every month from May to October something was merged on the tenth. */
const KEPT = [5, 6, 7, 8, 9].map((month) => merged(month, `2026-0${month}-03`, `2026-0${month}-10`));
KEPT.push(merged(10, "2026-10-03", "2026-10-10"));
/** About every 80 days. */
const SELDOM = [
  merged(1, "2026-01-02", "2026-01-10"),
  merged(2, "2026-03-25", "2026-03-31"),
  merged(3, "2026-06-15", "2026-06-19"),
];
const LATE = [
  open(88, "2026-07-02", { kind: "major", waiting: "checks", failingSince: at("2026-07-20") }),
  open(91, "2026-11-01", { reviewers: ["acme/web"] }),
];

const bodyOf = (actions: readonly Action[]) =>
  (actions.find(({ action }) => action === "create-issue") as CreateIssue).body;
const nudgesIn = (actions: readonly Action[]) => actions.filter(({ action }) => action === "create-comment");
/** The issue as it stands after the plan, with the comments that it got. */
function issueAfter(actions: readonly Action[], comments: readonly string[] = [], open_ = true): CadenceIssue {
  return {
    ...{ number: 7, title: "Dependency cadence", body: bodyOf(actions), open: open_, hasEarlier: false },
    comments: comments.map((body, id) => ({
      ...{ id, author: { login: "detoil[bot]", bot: true }, body, createdAt: NOW },
      ...{ edited: false, receipted: false, refused: false },
    })),
  };
}

test("the issue: verdict, what waits, and a promise that would have been kept", () => {
  const body = bodyOf(plan(facts({ open: LATE, closed: SELDOM }), context()));
  const lines = body.split("\n").slice(1, 18);
  expect(lines).toEqual([
    "**Promised monthly, kept about every 80 days.** Last merge Fri 19 Jun; 2 updates are waiting, the oldest since Thu 2 Jul.",
    "",
    "What holds them up:",
    "- #88 (major): its checks have failed since Mon 20 Jul. Fix them, or close it. **Late since Mon 10 Aug.**",
    "- #91 (minor): it is waiting for a review by `acme/web`.",
    "",
    "The promise is kept again from **Tue 1 Dec 00:00 JST** on, if at least one update is merged by then and nothing is late.",
    "",
    "A promise you would have kept: `cadence: quarterly`. To change it, comment `/sre cadence quarterly` here, or [edit sre.yml](https://github.com/acme/shop/edit/HEAD/.github/sre.yml):",
    "",
    "```diff",
    " renovate:",
    "-  cadence: monthly",
    "+  cadence: quarterly",
    "```",
    "",
    "### The last 6 months",
  ]);
  expect(body).toContain('x-axis ["May", "Jun", "Jul ✗", "Aug ✗", "Sep ✗", "Oct ✗"]');
  expect(body).toContain("| Jun | ✅ kept | 1 | 0 | 0 |  |");
  expect(body).toContain("| Oct | ❌ not kept | 0 | 1 | 1 | major 1 |");
});

test.each<[string, Partial<CadenceFacts>, string]>([
  [
    "nothing was offered",
    {},
    "**Promised monthly.** No update has been offered yet: is Renovate or Dependabot set up here?",
  ],
  [
    "the promise is kept",
    { closed: KEPT },
    "**Promised monthly, and kept** in 5 of the last 5 months. Last merge Sat 10 Oct; no update is waiting.",
  ],
  [
    "it is too early",
    { open: [open(1, "2026-11-02")] },
    "**Promised monthly.** It is too early to tell whether it is kept. Nothing has been merged yet; 1 update is waiting, since Mon 2 Nov.",
  ],
  [
    "an update is late",
    { closed: KEPT, open: [open(11, "2026-10-01")] },
    "**Promised monthly, and 1 update is late.** Last merge Sat 10 Oct; 1 update is waiting, since Thu 1 Oct.",
  ],
  [
    "nothing was merged in the last month",
    { closed: KEPT.slice(0, -1), open: [open(11, "2026-10-20")] },
    "**Promised monthly, and nothing was merged in October.** Last merge Thu 10 Sep; 1 update is waiting, since Tue 20 Oct.",
  ],
  [
    "a security update is late",
    { closed: KEPT, open: [open(12, "2026-11-02", { security: true })] },
    "**A security update is late**: [#12](https://github.com/acme/shop/pull/12) since Mon 9 Nov.",
  ],
  [
    "more of them are late than are named",
    { open: [1, 2, 3, 4, 5].map((number) => open(number, "2026-11-02", { security: true })) },
    `**5 security updates are late**: ${[1, 2, 3].map((number) => `[#${number}](https://github.com/acme/shop/pull/${number}) since Mon 9 Nov`).join(", ")}, and 2 more.`,
  ],
  [
    "nothing is late any more, and no month was kept",
    { closed: [{ ...merged(1, "2026-07-10", "2026-09-30"), state: "closed" }] },
    "**Promised monthly.** It was not kept in the last 2 months, and nothing is late now. Nothing has been merged yet; no update is waiting.",
  ],
])("the verdict where %s", (_name, more, verdict) => {
  expect(bodyOf(plan(facts(more), context())).split("\n")[1]).toBe(verdict);
});

test.each([
  ["weekly", "en", "16 Nov", "the week of Mon 16 Nov"],
  ["biweekly", "ja", "11/16", "11月16日(月)からの2週間"],
  ["monthly", "en", "Nov", "November"],
  ["quarterly", "en", "Q4 2026", "Q4 2026"],
  ["quarterly", "ja", "26年Q4", "2026年第4四半期"],
  ["half-yearly", "en", "H2 2026", "H2 2026"],
  ["half-yearly", "ja", "26年下期", "2026年下半期"],
  ["10 days", "en", "16 Nov", "the last 10 days"],
] as const)("a period of %s in %s", (cadence, language, axis, sentence) => {
  const period = { from: at("2026-11-16"), to: at("2026-12-16") };
  const of = (where: "axis" | "sentence") =>
    periodName(period, cadenceOf(cadence), { timezone: "Asia/Tokyo", language, where });
  expect([of("axis"), of("sentence")]).toEqual([axis, sentence]);
});

test("what waits on purpose is told apart, and what is wrong with the bots has its remedy", () => {
  const body = bodyOf(
    plan(
      facts({
        closed: [{ ...merged(1, "2026-01-02", "2026-01-10"), bot: "dependabot" }, ...KEPT],
        open: [
          open(11, "2026-08-01", { waiting: "stability" }),
          open(13, "2026-02-01", { bot: "dependabot", waiting: "conflict" }),
          open(14, "2026-11-02", { security: true, waiting: "stability" }),
          open(15, "2026-11-02", { kind: "lockfile", packages: [], waiting: "schedule" }),
        ],
        dashboard: {
          ...{ number: 5, updatedAt: at("2026-08-01") },
          heldBack: ["a", "b"].map((branch) => {
            return { branch, title: branch, section: "rate-limited", packages: [], number: null };
          }),
        },
      }),
      context(),
    ),
  );
  expect(body).toContain("- #13 (minor): it conflicts with its base. Comment `@dependabot rebase` on it, or close it.");
  expect(body).toContain("- #14 (security, minor): it is waiting until its release is old enough. Merge it now if");
  expect(body).not.toContain("could not be read");
  expect(body).toContain(
    "[#11](https://github.com/acme/shop/pull/11) waits on purpose, until the release is old enough",
  );
  expect(body).toContain(
    "**The [Dependency Dashboard](https://github.com/acme/shop/issues/5) has not been touched since Sat 1 Aug.**",
  );
  expect(body).toContain("**Dependabot has paused itself**: nothing of it has been merged since Sat 10 Jan");
  expect(body).not.toContain("has offered nothing");
  expect(body).toContain("holds back 2 more:\n- 2 rate-limited: ");
});

test("titles and names cannot ping, link or break out", () => {
  const hostile = open(88, "2026-07-02", { title: "@bo <!-- detoil:x --> #1", reviewers: ["a`@bo"] });
  const made = plan(facts({ open: [hostile], closed: SELDOM }), { ...context(), webUrl: "https://ghes.acme.example" });
  const line = bodyOf(made)
    .split("\n")
    .find((each) => each.startsWith("- #88"));
  expect(line).toContain("``a`@bo``");
  expect(line).not.toMatch(/@bo(?!`)|<!--|#1\b/);
});

// Periods of days are counted back from now, and say the same all the same.
test.each(["monthly", "20 days"])("the issue is written once, and says the same all day: %s", (cadence) => {
  const all = { open: LATE, closed: SELDOM };
  const first = plan(facts(all), context({ nudge: false, cadence }));
  const again_ = facts({ ...all, issue: issueAfter(first) });
  for (const now of [NOW, "2026-11-20T20:00:00Z", "2026-11-25T03:00:00Z"])
    expect(plan(again_, context({ nudge: false, cadence }, now))).toEqual([]);
});

test("an issue that was closed opens again once the promise is broken in another way, and is nudged on only then", () => {
  const kept = plan(facts({ closed: KEPT }), context());
  const closed = issueAfter(kept, [], false);
  expect(plan(facts({ closed: KEPT, issue: closed }), context())).toEqual([]);
  const late = facts({ closed: KEPT, open: [open(11, "2026-10-01")], issue: closed });
  const [update, nudge] = plan(late, context());
  expect(update).toMatchObject({ action: "update-issue", number: 7, state: "open" });
  expect(nudge).toMatchObject({ action: "create-comment", number: 7 });
  const known = { ...closed, body: (update as { body: string }).body };
  expect(plan({ ...late, issue: known }, context())).toEqual([]);
});

/** Last week has its merge, this one has not. */
const WEEK = { closed: [...KEPT, merged(12, "2026-11-02", "2026-11-12")], open: [open(11, "2026-11-16")] };
const READY = { closed: KEPT, open: [open(11, "2026-11-02")] };

test.each<[string, string, Partial<CadenceFacts>, Settings, string[] | null]>([
  // 20 % of November: from Tue 24 Nov 24:00 on.
  ["before the last part of the period", "2026-11-24T17:59:00+09:00", READY, {}, null],
  ["in the last part, with nothing merged in it", "2026-11-25T10:00:00+09:00", READY, {}, ["soon"]],
  ["at night", "2026-11-25T20:00:00+09:00", READY, {}, null],
  ["on a holiday", "2026-11-25T10:00:00+09:00", READY, { calendar: { closed: ["2026-11-25"] } }, null],
  ["to nobody", "2026-11-25T10:00:00+09:00", READY, { owners: [] }, null],
  ["switched off", "2026-11-25T10:00:00+09:00", READY, { nudge: false }, null],
  [
    "with something merged in it",
    "2026-11-25T10:00:00+09:00",
    { ...READY, closed: [...KEPT, merged(12, "2026-11-02", "2026-11-04")] },
    {},
    null,
  ],
  [
    "with nothing that can be merged",
    "2026-11-25T10:00:00+09:00",
    { ...READY, open: [open(11, "2026-11-02", { waiting: "stability" })] },
    {},
    null,
  ],
  [
    "an update is late soon",
    "2026-11-13T10:00:00+09:00",
    { closed: KEPT, open: [open(11, "2026-10-13")] },
    {},
    ["soon"],
  ],
  ["an update is late", "2026-11-20T10:00:00+09:00", { closed: KEPT, open: [open(11, "2026-10-01")] }, {}, ["broken"]],
  [
    "nothing was merged in the last month",
    "2026-11-20T10:00:00+09:00",
    { closed: KEPT.slice(0, -1), open: [open(11, "2026-10-20")] },
    {},
    ["broken"],
  ],
  [
    "nothing was, and nothing can be done",
    "2026-11-20T10:00:00+09:00",
    { closed: KEPT.slice(0, -1), open: [open(11, "2026-10-20", { waiting: "schedule" })] },
    {},
    null,
  ],
  [
    "a security update is late",
    "2026-11-20T10:00:00+09:00",
    { closed: KEPT, open: [open(11, "2026-11-02", { security: true })] },
    {},
    ["security"],
  ],
  [
    "a security update is late soon",
    "2026-11-20T10:00:00+09:00",
    { closed: KEPT, open: [open(11, "2026-11-14", { security: true })] },
    {},
    ["security-soon"],
  ],
  // 20 % of a week: from Saturday afternoon on, when nobody works.
  ["on the last working day of a week", "2026-11-20T09:00:00+09:00", WEEK, { cadence: "weekly" }, ["soon"]],
  ["before that day", "2026-11-19T17:59:00+09:00", WEEK, { cadence: "weekly" }, null],
  // It was late when October ended: nobody can change that, and November has its merge.
  [
    "the last month was not kept, and something was merged since",
    "2026-11-20T10:00:00+09:00",
    { ...READY, closed: [...KEPT, merged(12, "2026-09-01", "2026-11-03")] },
    {},
    null,
  ],
  // The last batch was on 10 October: 30 days, of which 6 are left.
  ["a number of days", "2026-11-04T10:00:00+09:00", READY, { cadence: "30 days" }, ["soon"]],
  ["more days", "2026-11-02T10:00:00+09:00", READY, { cadence: "30 days" }, null],
])("a nudge: %s", (_name, now, more, { calendar, ...settings }, reasons) => {
  const found = nudgesIn(plan(facts(more), context(settings, now, calendar === undefined ? {} : { calendar })));
  expect(found.map((action) => /"reasons":(\[[^\]]*\])/.exec((action as CreateComment).body)?.[1])).toEqual(
    reasons === null ? [] : [JSON.stringify(reasons)],
  );
});

test("a nudge is given once in a period for each reason, and names what can be done", () => {
  const now = "2026-11-25T10:00:00+09:00";
  const actions = plan(facts(READY), context({}, now));
  const [nudge] = nudgesIn(actions) as CreateComment[];
  expect(nudge?.body.split("\n").slice(1, 5)).toEqual([
    "@acme/web, @bo: To keep the promise “monthly”, merge at least one update by **Tue 1 Dec 00:00 JST**: none has been merged in this period.",
    "",
    "What you can do:",
    "- #11: nobody has been asked to review it. Ask somebody, or merge it.",
  ]);
  const nudged = (body: string) => facts({ ...READY, issue: issueAfter(actions, [body]) });
  const body = nudge?.body ?? "";
  expect(nudgesIn(plan(nudged(body), context({}, now)))).toEqual([]);
  expect(nudgesIn(plan(nudged(body.replace("2026-11-01", "2026-10-01")), context({}, now)))).toHaveLength(1);
  expect(nudgesIn(plan(nudged(body.replace('"soon"', '"security"')), context({}, now)))).toHaveLength(1);
});

test("a nudge says how many it does not name, and that a month ended with late ones though something was merged in it", () => {
  const nudgeOn = (more: Partial<CadenceFacts>) => (nudgesIn(plan(facts(more), context())) as CreateComment[])[0]?.body;
  const late = [1, 2, 3, 4, 5, 6, 7].map((number) => open(number, "2026-09-01"));
  expect(nudgeOn({ closed: KEPT, open: late })).toMatch(/\/pull\/5\) and 2 more are late\.$/m);
  const refused: Update = { ...merged(12, "2026-09-01", "2026-11-03"), state: "closed" };
  expect(nudgeOn({ ...READY, closed: [...KEPT, refused] })).toContain(
    "**The promise “monthly” is broken**: 1 update was late at the end of October.",
  );
});

test.each<[string, string, Partial<CadenceFacts>, string | null]>([
  ["when the last part of the period begins", "2026-11-20T10:00:00+09:00", READY, "2026-11-25T00:00:01+09:00"],
  ["when owners can be nudged", "2026-11-25T20:00:00+09:00", READY, "2026-11-26T09:00:00+09:00"],
  [
    "when an update becomes late",
    "2026-11-20T10:00:00+09:00",
    { closed: KEPT, open: [open(11, "2026-10-13", { waiting: "stability" })] },
    "2026-11-20T10:00:01+09:00",
  ],
])("it is looked at again %s", (_name, now, more, expected) => {
  const next = again(facts(more), context({}, now));
  expect(next?.getTime()).toBe(expected === null ? undefined : at(expected));
});

test("the check: a release is held while the promise is broken, and everything else is green", () => {
  const gated = (isRelease: boolean) => ({ headOid: "a".repeat(40), isRelease, checkRun: null });
  const checksOf = (actions: readonly Action[]) =>
    actions.flatMap((action) => (action.action === "set-check-run" ? [action] : []));
  const of = (cadence: CadenceFacts, isRelease = true) =>
    checksOf(
      plan({ kind: "gate", gated: [gated(isRelease)], cadence, hasRelease: false }, context({ gate: true })),
    ).map(({ name, conclusion, output }: SetCheckRun) => [name, conclusion, output.title]);
  const late = facts({ open: LATE, closed: SELDOM });
  expect(of(late)).toEqual([["Detoil / cadence", "failure", "#88 updates a dependency and is late since Mon 10 Aug"]]);
  expect(of(facts({ closed: KEPT }))).toEqual([
    ["Detoil / cadence", "success", "Dependencies are updated as promised"],
  ]);
  expect(of(late, false)).toEqual([["Detoil / cadence", "success", "Not a release"]]);
  expect(of(facts({ closed: KEPT.slice(0, -1), open: [open(11, "2026-10-20")] }))[0]?.[2]).toBe(
    "No dependency update was merged in October",
  );
});

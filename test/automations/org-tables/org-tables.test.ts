import { expect, test } from "vitest";
import type { Automation } from "../../../src/automations/automation.ts";
import { config } from "../../../src/automations/config/index.ts";
import type { OrgTable } from "../../../src/automations/org-table.ts";
import { orgTablesOf } from "../../../src/automations/org-tables/index.ts";
import type { CadenceFacts } from "../../../src/automations/renovate-cadence/facts.ts";
import { renovateCadence } from "../../../src/automations/renovate-cadence/index.ts";
import type { Update } from "../../../src/automations/renovate-cadence/reading/update.ts";
import { sreSchema } from "../../../src/config/schema.ts";
import { noObservations } from "../../../src/engine/reconcile.ts";
import type { Recording } from "../../../src/records/book.ts";
import { memoryBook } from "../../../src/records/memory-book.ts";
import type { Summarized } from "../../../src/records/summary.ts";
import { contextOf } from "../context.ts";
import { worldOf } from "../world.ts";

const NOW = "2026-11-20T01:00:00Z";
const at = Date.parse(NOW);

/** How many plants a repository has watered: a number, or nonsense. */
const plants: OrgTable = {
  key: "renovate",
  parse: (value) => (typeof value === "number" ? value : null),
  text: () => ({
    title: (account) => `Plants of ${account}`,
    verdict: (values) => `${values.filter((value) => value !== 0).length} of ${values.length} are green.`,
    columns: ["Watered", "Since"],
    cells: (value, { day }) => [String(value), day(at)],
    lacking: "no `plants` section",
  }),
};
const orgTables = orgTablesOf([{ name: "plants", orgTable: plants } as unknown as Automation]);

const repository = (
  name: string,
  value: unknown,
  but: Partial<NonNullable<Summarized["summary"]>> = {},
): Summarized => ({
  owner: "acme",
  name,
  summary: value === null ? null : { at, value, isPrivate: false, ...but },
});

const REPOSITORIES: readonly Summarized[] = [
  repository(".github", null),
  repository("abandoned", 5, { at: at - 31 * 86_400_000 }),
  repository("api", 2),
  repository("docs", "many"),
  repository("secret", 7, { isPrivate: true }),
  repository("slow", 1, { at: at - 8 * 86_400_000 }),
  repository("web-admin", 0),
  repository("web-shop", 3),
];

function organization(sections: string, isPrivate = true) {
  const world = worldOf(
    {
      now: NOW,
      repos: [{ name: "acme/.github", private: isPrivate, files: { ".github/sre.yml": `version: 1\n${sections}\n` } }],
    },
    { name: "acme/.github" },
  );
  const memory = { ...noObservations, summaries: async () => REPOSITORIES };
  const body = () => [...world.repo.issues.values()].map(({ title, body: text }) => ({ title, text }));
  return {
    ...world,
    body,
    converge: (with_: typeof noObservations = memory) => world.converge(orgTables, "table/plants", { memory: with_ }),
  };
}

const rows = (text: string) =>
  text
    .split("\n")
    .filter((line) => /^(?:###|\*\*|\d|\| \[)/.test(line))
    .join("\n");

test("one row for each repository, by team, and who is in no table; rewritten in place", async () => {
  const world = organization("org: {teams: {web: ['acme/web-*'], all: ['*']}}");
  await world.converge();
  const [issue, ...more] = world.body();
  expect([issue?.title, more]).toEqual(["Plants of acme", []]);
  const api = "| [api](https://github.com/acme/api) | 2 | Fri 20 Nov |";
  const secret = "| [secret](https://github.com/acme/secret) | 7 | Fri 20 Nov |";
  const admin = "| [web-admin](https://github.com/acme/web-admin) | 0 | Fri 20 Nov |";
  const shop = "| [web-shop](https://github.com/acme/web-shop) | 3 | Fri 20 Nov |";
  expect(rows(issue?.text ?? "")).toBe(
    [
      "**3 of 4 are green.**",
      ...["### web", "1 of 2 are green.", admin, shop],
      ...["### all", "3 of 4 are green.", api, secret, admin, shop],
      "2 repositories have no `plants` section: `.github`, `abandoned`.",
      "2 repositories were not measured in the last 7 days: `docs`, `slow`.",
    ].join("\n"),
  );
  const later = [...REPOSITORIES.filter(({ name }) => name !== "web-admin"), repository("web-admin", 9)];
  await world.converge({ ...noObservations, summaries: async () => later });
  expect(world.body()).toHaveLength(1);
  expect(world.body()[0]?.text).toContain("**4 of 4 are green.**");
});

test("a broken sre.yml is named as such, also of a repository that is in the table or that nobody looked at before", async () => {
  const configs = REPOSITORIES.map((one) => ({
    ...one,
    summary: {
      ...{ at, isPrivate: one.name === "secret" },
      value: { state: ["api", ".github"].includes(one.name) ? "broken" : "valid" },
    },
  }));
  const memory = { ...noObservations, summaries: async (of: string) => (of === "config" ? configs : REPOSITORIES) };
  const world = organization("org: {}");
  await world.converge(memory);
  const left = (text = "") => rows(text).split("\n").slice(-3);
  expect(left(world.body()[0]?.text)).toEqual([
    "1 repository has no `plants` section: `abandoned`.",
    "2 repositories have problems in sre.yml, and an issue there that names them: `.github`, `api`. Until they are fixed, the last valid version counts, if there was one.",
    "2 repositories were not measured in the last 7 days: `docs`, `slow`.",
  ]);
  const everybody = organization("org: {}", false);
  await everybody.converge(memory);
  expect(everybody.body()[0]?.text).toContain("`.github`, `api`");
  expect(everybody.body()[0]?.text).not.toContain("secret");
});

test("where everybody reads it no private repository is named", async () => {
  const world = organization("org: {}", false);
  await world.converge();
  const text = world.body()[0]?.text ?? "";
  expect(text).not.toContain("secret");
  expect(rows(text)).toContain("**2 of 3 are green.**");
  expect(text).not.toContain("###");
  expect(text).toContain("2 repositories are not named here, because everybody can read this issue");
});

test("without a row there is no issue, and switched off nothing is read or written", async () => {
  const none = organization("org: {}");
  await none.converge({ ...noObservations, summaries: async () => [repository("api", null)] });
  expect(none.body()).toEqual([]);
  const off = organization("org: {renovate: false}");
  const { requests } = await off.converge();
  expect([off.body(), requests.writes]).toEqual([[], 0]);
});

test("more rows than an issue holds are a number", async () => {
  const world = organization("org: {}");
  const many = Array.from({ length: 900 }, (_, index) => repository(`${"long-name-".repeat(8)}${index}`, 1));
  await world.converge({ ...noObservations, summaries: async () => many });
  const text = world.body()[0]?.text ?? "";
  expect(rows(text).split("\n| [")).toHaveLength(1 + 100);
  expect(text).toContain("**900 of 900 are green.**");
  expect(text).toContain("And 800 more.");
});

test("its schedule is that of sre.yml, and a push of sre.yml is a reason to look", () => {
  const section = { teams: {}, onboarding: true, "four-keys": true, renovate: true, schedule: "0 9 * * mon" };
  expect(orgTables.schedules?.(section, { timezone: "Asia/Tokyo" } as never)).toEqual([
    { target: "table/plants", cron: "0 9 * * mon", timezone: "Asia/Tokyo" },
  ]);
  expect(orgTables.targets.parse("table/plants")).toEqual({ kind: "table", value: "plants" });
  expect(orgTables.targets.parse("table/")).toBeNull();
});

test("what an automation finds is recorded for its table, and a private name as one", async () => {
  const recorded: unknown[] = [];
  const book = { ...memoryBook(), record: async ({ summary }: Recording) => void recorded.push(summary) };
  const measuring = { ...config, name: "plants", summary: () => 4 } as Automation;
  await organization("org: {}").reconcile(measuring, "default", { book });
  await organization("org: {}", false).reconcile(measuring, "default", { book });
  const summary = { kind: "plants", at, value: 4 };
  expect(recorded).toEqual([
    { ...summary, isPrivate: true },
    { ...summary, isPrivate: false },
  ]);
});

test("how sre.yml stands is recorded by the check of sre.yml", () => {
  const context = { loaded: { state: "broken" } } as never;
  const onDefault = { issue: null, hasIssues: true } as never;
  const facts = { pulls: [], group: null, suite: null };
  expect(config.summary?.({ ...facts, onDefault }, context)).toEqual({ state: "broken" });
  expect(config.summary?.({ ...facts, onDefault: null }, context)).toBeNull();
});

test("the dependency cadence has a row: what was promised, and whether it is kept", () => {
  const { orgTable, summary } = renovateCadence;
  const sre = sreSchema.parse({ version: 1, renovate: { cadence: "monthly" } });
  const context = contextOf<"renovate">(sre.renovate ?? null, sre, "cadence");
  const update = (number: number, openedAt: string, closedAt: string | null): Update => ({
    ...{ number, bot: "renovate", kind: "minor", security: false, packages: [], automerge: null },
    ...{ state: closedAt === null ? "open" : "merged", waiting: closedAt === null ? "review" : null },
    ...{ openedAt: Date.parse(openedAt), closedAt: closedAt === null ? null : Date.parse(closedAt) },
  });
  const facts: CadenceFacts = {
    kind: "cadence",
    open: [{ ...update(9, "2026-07-02T00:00:00Z", null), title: "x", failingSince: null, reviewers: [] }],
    closed: [
      update(7, "2026-05-01T00:00:00Z", "2026-05-05T00:00:00Z"),
      update(8, "2026-06-01T00:00:00Z", "2026-08-05T00:00:00Z"),
    ],
    dashboard: null,
    issue: null,
    hasIssues: true,
    releases: [],
    recording: { readings: [], cursors: [] },
  };
  const value = orgTable?.parse(JSON.parse(JSON.stringify(summary?.(facts, context))));
  const text = orgTable?.text("en");
  const days = {
    day: (time: number) => new Date(time).toISOString().slice(0, 10),
    repoUrl: "https://github.com/acme/shop",
  };
  expect(text?.cells(value, days)).toEqual([
    ...["monthly", "❌ not kept; quarterly would have been", "1 of 6", "92 days"],
    ...["2026-08-05", "2026-07-02"],
  ]);
  expect(text?.verdict([value, value])).toBe("0 of 2 repositories keep their promise.");
  expect(orgTable?.parse({ promised: "monthly" })).toBeNull();
  expect(summary?.({ kind: "none" }, context)).toBeNull();
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { pick } from "../../../../src/automations/help-wanted/picking/pick.ts";
import type { Question } from "../../../../src/automations/help-wanted/picking/question.ts";
import type { Selection } from "../../../../src/automations/help-wanted/picking/selection.ts";
import type { Workload } from "../../../../src/records/help-wanted/help-request.ts";
import { runs } from "../../../harness/long.ts";
import { question, workloads } from "./question.ts";

const december = { from: "2026-11-19", to: "2026-11-20" };
const later = { from: "2026-11-21", to: "2026-11-24" };
const db = { labels: ["DB"], people: ["dora"] };
const paths = ["web/a.ts", "db/schema.sql"];
const codeowners = { path: ".github/CODEOWNERS", text: "* @acme/web\n!a @x\ndb/ @dora mail@acme.test\n" };
const teams = new Map([["acme/web", ["Wim", "alice"]]]);
const full = { open: 5, minutesAgo: 9 };
const roster = (...on: string[]) => ({
  strategy: "on-call",
  "on-call": on.map((who) => ({ who, from: "2026-11-20", to: "2026-11-20" })),
});

test.each<[string, Parameters<typeof question>[0], string | null, string | null]>([
  // rotation
  ["nobody was asked before: the list's order", {}, "alice", "bob"],
  ["the list's order is a person's choice", { section: { people: ["carol", "bob"] } }, "carol", "bob"],
  ["whoever was never asked", { workloads: workloads({ alice: { minutesAgo: 9 } }) }, "bob", "carol"],
  [
    "asked longest ago",
    { workloads: workloads({ alice: { minutesAgo: 9 }, bob: { minutesAgo: 11 }, carol: { minutesAgo: 10 } }) },
    "bob",
    "carol",
  ],
  [
    "asked in the same moment, and first",
    {
      workloads: workloads({
        alice: { minutesAgo: 9, lastAskOrder: 3 },
        bob: { minutesAgo: 9, lastAskOrder: 2 },
        carol: { minutesAgo: 9, lastAskOrder: 10 },
      }),
    },
    "bob",
    "alice",
  ],
  [
    "the load does not matter",
    { workloads: workloads({ alice: { minutesAgo: 9, open: 0 } }), busy: ["bob"] },
    "carol",
    "alice",
  ],
  ["a team is its members, by name", { section: { people: ["acme/web", "bob"] }, teams }, "alice", "Wim"],
  // who is left out
  ["never the author", { request: { author: "Alice" } }, "bob", "carol"],
  ["away by sre.yml, until today", { section: { away: [{ who: "alice", ...december }] } }, "bob", "carol"],
  ["away by a command", { away: [{ who: "ALICE", ...december }] }, "bob", "carol"],
  ["away from tomorrow", { away: [{ who: "alice", ...later }] }, "alice", "bob"],
  ["busy", { busy: ["Alice"] }, "bob", "carol"],
  ["has enough to do", { workloads: workloads({ alice: full }) }, "bob", "carol"],
  ["one more fits", { workloads: workloads({ alice: { ...full, open: 4 } }), busy: ["bob", "carol"] }, "alice", null],
  ["not the same person twice", { request: { askedBefore: ["alice", "bob"] } }, "carol", null],
  [
    "the same person twice, being alone",
    { request: { askedBefore: ["alice"] }, busy: ["bob", "carol"] },
    "alice",
    null,
  ],
  // least-loaded
  [
    "the fewest open requests",
    {
      section: { strategy: "least-loaded" },
      workloads: workloads({
        alice: { minutesAgo: 99, open: 2 },
        bob: { minutesAgo: 1, open: 1 },
        carol: { minutesAgo: 2, open: 1 },
      }),
    },
    "carol",
    "bob",
  ],
  [
    "no third new request in a day while somebody else is there",
    {
      section: { strategy: "least-loaded" },
      workloads: workloads({
        alice: { minutesAgo: 1, askedToday: 2 },
        bob: { minutesAgo: 2, open: 3 },
        carol: { minutesAgo: 1, open: 4 },
      }),
    },
    "bob",
    "carol",
  ],
  [
    "a third one where nobody else is there",
    {
      section: { strategy: "least-loaded" },
      workloads: workloads({ alice: { minutesAgo: 1, askedToday: 2 } }),
      busy: ["bob", "carol"],
    },
    "alice",
    null,
  ],
  [
    "rotation knows no such limit",
    {
      workloads: workloads({
        alice: { minutesAgo: 3, askedToday: 2 },
        bob: { minutesAgo: 2 },
        carol: { minutesAgo: 1 },
      }),
    },
    "alice",
    "bob",
  ],
  // on-call
  ["on call today", { section: roster("bob") }, "bob", null],
  ["on call, though not among the people", { section: { people: [], ...roster("dora") } }, "dora", null],
  ["a swapped duty", { section: roster("bob"), covers: [{ who: "Bob", by: "carol", ...december }] }, "carol", null],
  ["on call, and away", { section: roster("bob", "carol"), busy: ["bob"] }, "carol", null],
  // routes
  ["a label, whatever its case", { section: { routes: [db] }, request: { labels: ["Db"] } }, "dora", null],
  ["another label", { section: { routes: [db] } }, "alice", "bob"],
  [
    "one changed file",
    { section: { routes: [{ paths: ["db/**"], people: ["dora"] }] }, request: { paths } },
    "dora",
    null,
  ],
  ["an issue has no paths", { section: { routes: [{ paths: ["**"], people: ["dora"] }] } }, "alice", "bob"],
  ["all conditions", { section: { routes: [{ ...db, paths: ["db/**"] }] }, request: { paths } }, "alice", "bob"],
  [
    "the first match",
    { section: { routes: [{ paths: ["db/**"], people: ["bob"] }, { people: ["dora"] }] }, request: { paths } },
    "bob",
    null,
  ],
  [
    "code owners",
    { section: { routes: [{ people: "codeowners" }] }, codeowners, teams, request: { paths } },
    "alice",
    "Wim",
  ],
  [
    "the later rule",
    { section: { routes: [{ people: "codeowners" }] }, codeowners, request: { paths: ["db/a"] } },
    "dora",
    null,
  ],
  ["an issue has no code owners", { section: { routes: [{ people: "codeowners" }] }, codeowners }, "alice", "bob"],
  // chosen before, and not told yet
  ["reserved", { request: { reserved: "Carol" } }, "carol", "alice"],
  ["reserved, and busy since", { request: { reserved: "carol" }, busy: ["carol"] }, "alice", "bob"],
  // /sre assign
  ["named", { request: { assignTo: "dora" } }, "dora", null],
])("%s", (_, given, chosen, next) => {
  expect(pick(question(given))).toMatchObject({ choice: { kind: "person", login: chosen, despite: [] }, next });
});

test.each<[string, Parameters<typeof question>[0], Selection["choice"]]>([
  [
    "nobody is there: the escalation people",
    { section: { "escalate-to": ["acme/web", "zoe"] }, teams, busy: ["alice", "bob", "carol"] },
    { kind: "escalation", people: ["alice", "Wim"], why: "nobody-eligible" },
  ],
  ["and nobody is left", { busy: ["alice", "bob", "carol"] }, { kind: "nobody", why: "nobody-eligible" }],
  [
    "everybody had a turn",
    { request: { askedBefore: ["carol", "alice", "bob"] } },
    { kind: "nobody", why: "nobody-eligible" },
  ],
  ["nobody is on call", { section: roster() }, { kind: "nobody", why: "nobody-on-call" }],
  ["nobody is listed", { section: { people: ["acme/gone"] } }, { kind: "nobody", why: "nobody-listed" }],
  [
    "named though away",
    {
      request: { assignTo: "bob" },
      away: [
        { who: "bob", ...december },
        { who: "bob", ...later },
      ],
    },
    { kind: "person", login: "bob", despite: [{ kind: "away", until: "2026-11-24" }] },
  ],
  ["named, and the author", { request: { assignTo: "Zoe" } }, { kind: "nobody", why: "is-author" }],
])("%s", (_, given, choice) => {
  expect(pick(question(given)).choice).toEqual(choice);
});

test("it says why not the others, and what to fix", () => {
  const { candidates, problems } = pick(
    question({
      section: { people: ["alice", "bob", "acme/Gone"], routes: [{ people: "codeowners" }], "max-open": 2 },
      ...{ codeowners, teams, request: { paths, author: "Dora" } },
      workloads: workloads({ alice: { minutesAgo: 60, open: 3 }, bob: { minutesAgo: 1, askedToday: 3 } }),
    }),
  );
  expect(candidates).toEqual([
    {
      login: "alice",
      eligible: false,
      reasons: [{ kind: "full", open: 3, most: 2 }],
      open: 3,
      lastAskedAt: new Date("2026-11-20T00:00:00Z"),
    },
    { login: "Wim", eligible: true, reasons: [], open: 0, lastAskedAt: null },
    { login: "dora", eligible: false, reasons: [{ kind: "author" }], open: 0, lastAskedAt: null },
    {
      login: "bob",
      eligible: false,
      reasons: [{ kind: "not-in-route" }],
      open: 0,
      lastAskedAt: new Date("2026-11-20T00:59:00Z"),
    },
  ]);
  expect(problems).toEqual([
    { kind: "codeowners-line", path: ".github/CODEOWNERS", line: 2 },
    { kind: "codeowners-email", path: ".github/CODEOWNERS", line: 3 },
    { kind: "team-unreadable", team: "acme/Gone" },
  ]);
});

// What may be the case while requests come in: of five people, whose requests end now and then.
const people = ["ann", "ben", "cleo", "dan", "eve"];
const some = fc.subarray(people);
const situation = fc.record({ busy: some, askedBefore: some, author: fc.constantFrom(...people, "zoe"), absent: some });
const strategy = fc.constantFrom("rotation", "least-loaded");
const loads = fc.array(
  fc.record({ open: fc.nat(6), minutesAgo: fc.nat(9), askedToday: fc.nat(3), lastAskOrder: fc.nat(99) }),
  {
    minLength: people.length,
    maxLength: people.length,
  },
);

function inSituation(
  { busy, askedBefore, author, absent }: { busy: string[]; askedBefore: string[]; author: string; absent: string[] },
  strategy: string,
  workloads: Question["workloads"],
): Question {
  const away = absent.map((who) => ({ who, ...december }));
  return question({ section: { people, strategy }, busy, away, request: { author, askedBefore }, workloads });
}

function loaded(given: readonly (Partial<Workload> & { minutesAgo: number })[]) {
  return workloads(Object.fromEntries(given.map((load, index) => [people[index] ?? "", load])));
}

test("while the same people are eligible nobody is asked more than once more than another", () => {
  const property = fc.property(
    some,
    fc.integer({ min: 1, max: 25 }),
    loads,
    fc.boolean(),
    (busy, asks, given, isOneMoment) => {
      const known = new Map<string, Workload>(loaded(given.map((load) => ({ ...load, open: 0 }))));
      const times = new Map<string, number>();
      for (let ask = 1; ask <= asks; ask++) {
        const { choice, candidates } = pick(
          inSituation({ busy, askedBefore: [], author: "zoe", absent: [] }, "rotation", known),
        );
        if (choice.kind !== "person") return busy.length === people.length;
        const at = new Date(Date.UTC(2026, 10, 20, 1, isOneMoment ? 0 : ask));
        known.set(choice.login, { open: 0, askedToday: 0, lastAskedAt: at, lastAskOrder: 1_000 + ask });
        times.set(choice.login, (times.get(choice.login) ?? 0) + 1);
        const eligible = candidates.filter((candidate) => candidate.eligible).map(({ login }) => times.get(login) ?? 0);
        expect(Math.max(...eligible) - Math.min(...eligible)).toBeLessThanOrEqual(1);
      }
      return true;
    },
  );
  fc.assert(property, runs(50));
});

test("nobody is asked who is not eligible, whoever comes next neither, and the order of what is read does not matter", () => {
  const property = fc.property(situation, strategy, loads, (given, strategy, load) => {
    const known = loaded(load);
    const selection = pick(inSituation(given, strategy, known));
    const { choice, next, candidates } = selection;
    const out = new Set([given.author, ...given.busy, ...given.absent]);
    const eligible = candidates.filter((candidate) => candidate.eligible).map(({ login }) => login);
    expect(eligible.filter((login) => out.has(login))).toEqual([]);
    expect(choice.kind === "person" ? eligible : null).toEqual(
      choice.kind === "person" ? expect.arrayContaining([choice.login]) : null,
    );
    expect(next === null || (!out.has(next) && !given.askedBefore.includes(next) && choice.kind === "person")).toBe(
      true,
    );
    const reversed = {
      ...given,
      busy: given.busy.toReversed(),
      askedBefore: given.askedBefore.toReversed(),
      absent: given.absent.toReversed(),
    };
    expect(pick(inSituation(reversed, strategy, new Map([...known].reverse())))).toEqual(selection);
  });
  fc.assert(property, runs(50));
});

test("the members of a team are asked in the same order, however GitHub lists them", () => {
  const order = fc.shuffledSubarray(people, { minLength: people.length });
  const property = fc.property(order, loads, (members, load) => {
    const of = (listed: readonly string[]) =>
      pick(
        question({
          section: { people: ["acme/sre"] },
          teams: new Map([["acme/sre", listed]]),
          workloads: loaded(load),
        }),
      );
    expect(of(members)).toEqual(of(people));
  });
  fc.assert(property, runs(10));
});

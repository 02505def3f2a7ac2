import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { preview } from "../../../src/cli/preview.ts";
import { sre } from "./world.ts";

const TASKS = [
  { key: "freeze", title: "Freeze {{milestone.title}}", due: "-3 business days", assignees: ["alice"] },
  { key: "notes", title: "Notes", after: ["freeze"] },
];

let file = "";
let printed: string[] = [];
let errors: string[] = [];
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), "detoil-milestones-")), "world.json");
  const world = {
    now: "2026-11-20T01:00:00Z",
    repos: [
      {
        name: "acme/shop",
        permission: { alice: "write" },
        files: { ".github/sre.yml": JSON.stringify(sre(TASKS)) },
        milestones: [
          { number: 3, title: "v1", due_on: "2026-12-01T08:00:00Z" },
          { number: 4, title: "v2" },
          { number: 5, title: "v0", state: "closed", closed_at: "2026-01-01T00:00:00Z" },
        ],
      },
    ],
  };
  writeFileSync(file, JSON.stringify(world));
  printed = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
  errors = [];
  vi.spyOn(console, "error").mockImplementation((line: string) => void errors.push(line));
});
afterEach(() => vi.restoreAllMocks());

async function previewed(...argv: string[]) {
  expect(await preview(["milestone-tasks", "--repo", "acme/shop", "--world", file, "--json", ...argv])).toBe(0);
  return JSON.parse(printed.pop() ?? "");
}

test("the facts of one milestone, before and after", async () => {
  const before = await previewed("--number", "3");
  expect(before.facts).toMatchObject({
    milestone: { number: 3, title: "v1", state: "open", due_on: "2026-12-01" },
    tasks: [
      { key: "freeze", number: null, due: "2026-11-26", assignees: ["alice"], state: "missing", human_edits: [] },
      { key: "notes", number: null, due: null, assignees: [], state: "missing", human_edits: [] },
    ],
  });
  expect(before.plan.map(({ action }: { action: string }) => action)).toEqual([
    "create-issue",
    "create-issue",
    "create-issue",
    "add-sub-issue",
    "add-sub-issue",
    "add-blocked-by",
    "update-issue",
  ]);
  expect(before.plan.every(({ because }: { because: string }) => because !== "")).toBe(true);
  expect(before.requests.writes).toBe(0);

  const applied = await previewed("--number", "3", "--apply");
  expect(applied.plan).toEqual(before.plan);
  expect(applied.requests.writes).toBe(7);

  const world = JSON.parse(readFileSync(file, "utf8"));
  const [freeze, notes] = world.repos[0].issues;
  freeze.title = "Mine";
  freeze.assignees = [];
  freeze.body = freeze.body.replace("**2026-11-26**", "**2026-11-27**");
  notes.state = "closed";
  writeFileSync(file, JSON.stringify(world));
  const { facts } = await previewed("--number", "3", "--apply");
  expect(facts.tasks).toEqual([
    {
      key: "freeze",
      number: freeze.number,
      due: "2026-11-27",
      assignees: [],
      state: "open",
      human_edits: ["title", "assignees", "due"],
    },
    { key: "notes", number: notes.number, due: null, assignees: [], state: "closed", human_edits: [] },
  ]);
  expect((await previewed("--number", "3")).plan).toEqual([]);
});

test("without --number, every milestone that would be reconciled", async () => {
  const { facts, plan } = await previewed("--apply");
  expect(facts.milestones).toMatchObject([{ number: 3 }, { number: 4 }]);
  expect(facts.looks).toMatchObject([{ milestone: { number: 3 } }, { milestone: { number: 4 } }]);
  expect(plan.filter(({ action }: { action: string }) => action === "create-issue")).toHaveLength(6);
  const refs = plan.flatMap(({ ref }: { ref?: string }) => ref ?? []);
  expect(new Set(refs).size).toBe(refs.length);
  expect((await previewed()).plan).toEqual([]);
});

test("at a later time: reminders, and late tasks", async () => {
  await previewed("--apply");
  const { plan } = await previewed("--number", "3", "--at", "2026-11-27T01:00:00Z");
  expect(plan.map(({ action }: { action: string }) => action)).toEqual(["update-issue", "create-comment"]);
});

test("what is applied at a given time is written at that time", async () => {
  const time = "2026-12-02T02:00:00Z";
  await previewed("--apply", "--at", time);
  const { now, repos } = JSON.parse(readFileSync(file, "utf8"));
  expect(now).toBe(time);
  expect(new Set(repos[0].issues.map((issue: { created_at: string }) => issue.created_at))).toEqual(new Set([time]));
  expect((await previewed()).plan).toEqual([]);
});

test("a milestone that needs nothing, and the output says why", async () => {
  const result = await previewed("--number", "5");
  expect(result.facts).toMatchObject({ milestone: { number: 5, title: "v0", state: "closed" } });
  expect(result.plan).toEqual([]);
  expect(errors).toEqual(["Milestone 5 is closed and never had tasks: none are created for it."]);
});

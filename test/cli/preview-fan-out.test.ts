import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Automation } from "../../src/automations/automation.ts";
import { preview } from "../../src/cli/preview.ts";
import { anyTarget } from "../engine/places.ts";

/** The target `all` fans out to two issues; to each it adds a label that is missing there. */
const place = { owner: "acme", repo: "shop" };
const spreading: Automation<null, { number: number | null; labels: readonly string[] }> = {
  name: "config",
  part: { en: "Two issues", ja: "2つの Issue" },
  section: null,
  permissions: {},
  events: [],
  targets: anyTarget,
  targetsFor: () => [],
  allTargets: ["all"],
  numbered: { of: "issue or pull request", target: (number) => `issue/${number}` },
  async gather(github, context) {
    const number = context.target === "all" ? null : Number(context.target.split("/")[1]);
    const { data } = await github.rest("GET /repos/{owner}/{repo}/labels", place);
    return { number, labels: data.map((label) => label.name) };
  },
  // The second reconciliation sees the label that the first one created, if it was applied.
  plan: ({ number, labels }) =>
    number === null || labels.includes("task")
      ? []
      : [{ action: "create-label", name: "task", color: "ededed", because: `#${number} wants it` }],
  fanOut: ({ number }) => (number === null ? ["issue/1", "issue/2"] : []),
  describe: ({ number, labels }) => (number === null ? { found: 2 } : { number, labels }),
};

let file = "";
let printed: string[] = [];
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), "detoil-preview-")), "world.json");
  const commits = [{ sha: "c1", parents: [], message: "start" }];
  const issues = [1, 2].map((number) => ({ number, title: `Issue ${number}` }));
  const repo = { name: "acme/shop", branches: { main: "c1" }, commits, issues };
  writeFileSync(file, JSON.stringify({ now: "2026-11-20T01:00:00Z", users: [], repos: [repo] }));
  printed = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

async function previewed(...argv: string[]) {
  expect(await preview(["config", "--repo", "acme/shop", "--world", file, "--json", ...argv], [spreading])).toBe(0);
  return JSON.parse(printed.pop() ?? "");
}

test("a preview also reconciles what its reconciliation found", async () => {
  const { facts, plan, requests } = await previewed();
  expect(facts).toEqual({
    found: 2,
    looks: [
      { number: 1, labels: [] },
      { number: 2, labels: [] },
    ],
  });
  expect(plan.map((action: { because: string }) => action.because)).toEqual(["#1 wants it", "#2 wants it"]);
  expect(requests.writes).toBe(0);
});

test("with --apply each of them sees the writes of the one before, and nothing is left to plan", async () => {
  const { facts, plan, requests } = await previewed("--apply");
  expect(facts.looks).toEqual([
    { number: 1, labels: [] },
    { number: 2, labels: ["task"] },
  ]);
  expect(plan).toHaveLength(1);
  expect(requests.writes).toBe(1);
  expect((await previewed()).plan).toEqual([]);
});

test("a single target is reconciled alone", async () => {
  expect((await previewed("--number", "2")).facts).toEqual({ number: 2, labels: [] });
});

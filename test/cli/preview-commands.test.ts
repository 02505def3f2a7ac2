import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { preview } from "../../src/cli/preview.ts";

const SRE = "version: 1\nmilestones: {tasks: [{key: freeze, title: Freeze, due: -3 days}]}\n";
const WORLD = {
  now: "2026-11-20T01:00:00Z",
  users: [{ login: "alice" }],
  repos: [
    {
      name: "acme/shop",
      permission: { alice: "write" },
      commits: [{ sha: "start", message: "Start", files: { ".github/sre.yml": SRE } }],
      branches: { main: "start" },
      milestones: [{ number: 1, title: "v1", due_on: "2026-12-01T08:00:00Z" }],
    },
  ],
};

let file = "";
let printed: string[] = [];
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), "detoil-preview-")), "world.json");
  writeFileSync(file, JSON.stringify(WORLD));
  printed = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

async function actionsOf(automation: string, number: number, ...argv: string[]): Promise<string[]> {
  const more = ["--repo", "acme/shop", "--world", file, "--number", String(number), "--json", ...argv];
  expect(await preview([automation, ...more])).toBe(0);
  const { plan }: { plan: { action: string; number?: number }[] } = JSON.parse(printed.pop() ?? "");
  return plan.map(({ action, number: on }) => (on === undefined ? action : `${action} #${on}`));
}

const ANSWER = ["add-reaction", "update-issue #1", "create-comment #1"];

test("a preview of milestone tasks has the answers to their commands, and the table that follows when applied", async () => {
  expect(await actionsOf("milestone-tasks", 1, "--apply")).toContain("create-issue");
  const world: typeof WORLD & { repos: { issues: { number: number; comments: unknown[] }[] }[] } = JSON.parse(
    readFileSync(file, "utf8"),
  );
  world.repos[0]?.issues.find(({ number }) => number === 1)?.comments.push({ user: "alice", body: "/sre done" });
  writeFileSync(file, JSON.stringify(world));
  expect(await actionsOf("milestone-tasks", 1)).toEqual(ANSWER);
  expect(await actionsOf("commands", 1)).toEqual(ANSWER);
  expect(await actionsOf("milestone-tasks", 1, "--apply")).toEqual([...ANSWER, "update-issue #2"]);
  for (const automation of ["milestone-tasks", "commands"]) expect(await actionsOf(automation, 1)).toEqual([]);
});

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { preview } from "../../src/cli/preview.ts";
import { busyRepository } from "../automations/four-keys/history/busy-repository.ts";

afterEach(() => vi.restoreAllMocks());

test("a preview of the Four Keys reads all of history, and then shows the issue once", async () => {
  const printed: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
  const file = join(mkdtempSync(join(tmpdir(), "detoil-preview-")), "world.json");
  writeFileSync(file, JSON.stringify(busyRepository({ pulls: 30, every: 10 })));
  const previewed = async (...argv: string[]) => {
    expect(await preview(["four-keys", "--repo", "acme/shop", "--world", file, "--json", ...argv])).toBe(0);
    return JSON.parse(printed.pop() ?? "");
  };
  // Of the 30 hours the window, which ends at its schedule's last time, holds what was merged until then.
  const at = ["--at", "2026-11-23T11:00:00Z"];
  const { facts, plan, requests } = await previewed(...at);
  expect(requests.writes).toBe(0);
  expect(facts).toMatchObject({ kind: "report", history: { reading: null }, issue: null });
  expect(facts.report.deploymentFrequency).toMatchObject({ deployments: 3 });
  expect(plan).toMatchObject([{ action: "create-issue", title: "Four Keys" }]);
  expect(plan[0].body).toContain("**3 deployments brought ");

  expect((await previewed("--apply", ...at)).requests.writes).toBe(1);
  expect((await previewed(...at)).plan).toEqual([]);
});

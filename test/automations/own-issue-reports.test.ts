import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { preview } from "../../src/cli/preview.ts";

const folder = join(import.meta.dirname, "../../../shared/reports");

/** What `detoil preview AUTOMATION` plans for a report's world; null where the reports do not lie beside this checkout. */
async function planOf(automation: string, report: string): Promise<readonly object[] | null> {
  const world = join(folder, `${report}.json`);
  if (!existsSync(world)) {
    console.warn(`public reports not found beside this checkout: ${folder}`);
    return null;
  }
  const before = readFileSync(world, "utf8");
  const log = console.log;
  let printed = "";
  console.log = (text: string) => {
    printed += text;
  };
  try {
    await preview([automation, "--repo", "acme/shop", "--world", world, "--json"]);
  } finally {
    console.log = log;
  }
  expect(readFileSync(world, "utf8")).toBe(before);
  return JSON.parse(printed).plan;
}

test("its issue about sre.yml is found before sixty later tasks", async () => {
  const plan = await planOf("config", "config-issue-before-sixty-tasks");
  if (plan !== null) expect(plan).toEqual([]);
});

test("its issue about a missing branch is found behind many tasks, and closed when the branch is there", async () => {
  const plan = await planOf("release-pr", "notice-behind-many-tasks");
  if (plan !== null) expect(plan).toMatchObject([{ action: "update-issue", number: 26, state: "closed" }]);
});

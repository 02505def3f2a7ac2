import { releasePr } from "../src/automations/release-pr/index.ts";
import { readMetrics } from "../test/harness/metrics.ts";

const DEADLINE_MS = 60_000;

async function lines(url: string): Promise<string[]> {
  return (await readMetrics(url)).split("\n");
}

/** The sum over all series of a metric that have these labels. */
export async function metric(url: string, name: string, labels: Readonly<Record<string, string>>): Promise<number> {
  const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return (await lines(url))
    .filter((line) => line.startsWith(`${name}{`) && wanted.every((pair) => line.includes(pair)))
    .reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);
}

/** Resolves when a server has reconciled everything in its one repository for the first time. */
export async function firstLooks(url: string): Promise<void> {
  const wanted = releasePr.allTargets.length;
  await until(
    async () => (await metric(url, "detoil_reconciliations_total", { automation: releasePr.name })) >= wanted,
  );
  await untilIdle(url);
}

/** Repeats the check until it is true. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + DEADLINE_MS;
  while (Date.now() < deadline) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("work items were still waiting after a minute");
}

/** Resolves when no work item waits or runs. */
export function untilIdle(url: string): Promise<void> {
  return until(async () => {
    const open = await Promise.all(["pending", "running"].map((state) => metric(url, "detoil_work_items", { state })));
    return open.every((count) => count === 0);
  });
}

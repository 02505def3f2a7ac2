import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { preview } from "../../src/cli/preview.ts";

/** Where the worlds of public reports are: beside the checkout, and not everywhere. */
export const REPORTS = join(import.meta.dirname, "../../../shared/reports");

interface Previewed {
  readonly plan: readonly Readonly<Record<string, unknown>>[];
  /** What the person at the terminal also reads. */
  readonly stderr: string;
}

interface ReportWorld {
  readonly repos: readonly { readonly issues?: readonly { number: number; title: string; sub_issues: number[] }[] }[];
}

/** The world of a report; null, and printed, where the reports are not beside this checkout. */
export function worldOfReport(report: string): string | null {
  const path = join(REPORTS, `${report}.json`);
  if (existsSync(path)) return path;
  console.warn(`public reports not found beside this checkout: ${path}`);
  return null;
}

/** What `detoil preview AUTOMATION` plans in a world, which stays unchanged. */
export async function previewOf(automation: string, world: string, ...more: string[]): Promise<Previewed> {
  const before = readFileSync(world, "utf8");
  const { log, error } = console;
  let printed = "";
  let stderr = "";
  console.log = (text: string) => {
    printed += text;
  };
  console.error = (text: string) => {
    stderr += `${text}\n`;
  };
  try {
    await preview([automation, "--repo", "acme/shop", "--world", world, "--json", ...more]);
  } finally {
    Object.assign(console, { log, error });
  }
  expect(readFileSync(world, "utf8")).toBe(before);
  return { plan: JSON.parse(printed).plan, stderr };
}

/** The world after the plan is applied and `change` has happened; returns the next plan. */
export async function previewAfter(
  automation: string,
  world: string,
  change: (world: ReportWorld) => void,
): Promise<Previewed> {
  const folder = mkdtempSync(join(tmpdir(), "detoil-report-"));
  try {
    const out = join(folder, "world.json");
    await previewOf(automation, world, "--apply", "--out", out);
    const changed: ReportWorld = JSON.parse(readFileSync(out, "utf8"));
    change(changed);
    writeFileSync(out, JSON.stringify(changed));
    return await previewOf(automation, out);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `npm run -s bench -- NAME [options] [--json]`: counts and ratios; never pass or fail. */
import { printTable } from "./print.ts";
import { endAll } from "./started.ts";

const benches: Readonly<Record<string, () => Promise<(argv: string[]) => Promise<Record<string, unknown>>>>> = {
  "release-pr": async () => (await import("./release-pr.ts")).releasePr,
  cadence: async () => (await import("./cadence.ts")).cadence,
  "release-train": async () => (await import("./release-train.ts")).releaseTrain,
  milestone: async () => (await import("./milestone.ts")).milestone,
  burst: async () => (await import("./burst.ts")).burst,
  intake: async () => (await import("./intake.ts")).intake,
  backfill: async () => (await import("./backfill.ts")).backfill,
  start: async () => (await import("./start.ts")).start,
  queue: async () => (await import("./queue.ts")).queue,
  fairness: async () => (await import("./fairness.ts")).fairness,
  "help-wanted": async () => (await import("./help-wanted.ts")).helpWanted,
  org: async () => (await import("./org.ts")).org,
  "four-keys": async () => (await import("./four-keys.ts")).fourKeys,
};

const [name = "", ...argv] = process.argv.slice(2);
const load = benches[name];
if (load === undefined) {
  console.error(
    `Which benchmark? ${Object.keys(benches).join(", ")}. For example: npm run -s bench -- release-pr --prs 100 --json`,
  );
  process.exit(2);
}
const bench = await load();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void endAll().finally(() => process.exit(1)));
}
try {
  const measured = await bench(argv.filter((argument) => argument !== "--json"));
  // A benchmark with its own server reports the peak of that server; the others run in this process.
  const result = { ...measured, ...(says(measured) ? {} : { peak_memory_mb: ownPeak() }) };
  console.log(argv.includes("--json") ? JSON.stringify(result) : printTable(result));
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await endAll();
}
process.exit();

function says(result: Readonly<Record<string, unknown>>): boolean {
  return JSON.stringify(result).includes("peak_memory_mb");
}

/** MB; Node counts kilobytes. */
function ownPeak(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

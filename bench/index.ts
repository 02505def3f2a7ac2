/** `npm run -s bench -- NAME [options] [--json]`: counts and ratios; never a verdict. */
import { printTable } from "./print.ts";

const benches: Readonly<Record<string, () => Promise<(argv: string[]) => Promise<Record<string, unknown>>>>> = {
  "release-pr": async () => (await import("./release-pr.ts")).releasePr,
  milestone: async () => (await import("./milestone.ts")).milestone,
  burst: async () => (await import("./burst.ts")).burst,
  intake: async () => (await import("./intake.ts")).intake,
  start: async () => (await import("./start.ts")).start,
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
const result = await bench(argv.filter((argument) => argument !== "--json"));
console.log(argv.includes("--json") ? JSON.stringify(result) : printTable(result));
process.exit(0);

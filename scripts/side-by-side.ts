import { spawn } from "node:child_process";

/** What a script of package.json said, whole, so that scripts which run at the same time can be read one after the other. */
interface Ending {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly output: string;
}

// `node scripts/side-by-side.ts types lint`: all of them run to their end, and fail together where one fails.
console.log(`${process.argv.slice(2).join(", ")} …`);
const endings = await Promise.all(
  process.argv.slice(2).map(async (name) => {
    const ending = await run(name);
    console.log(
      `${ending.ok ? "ok  " : "FAIL"} ${name} (${ending.seconds} s)\n${ending.ok ? "" : ending.output}`.trim(),
    );
    return ending;
  }),
);
const failed = endings.filter(({ ok }) => !ok);
if (endings.length === 0 || failed.length > 0) {
  console.error(failed.length === 0 ? "Which scripts?" : `Failed: ${failed.map(({ name }) => name).join(", ")}.`);
  process.exitCode = 1;
}

function run(name: string): Promise<Ending> {
  const began = performance.now();
  const child = spawn(process.execPath, ["--run", name], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("close", (code) => {
      done({ name, ok: code === 0, seconds: Math.round((performance.now() - began) / 1000), output });
    });
  });
}

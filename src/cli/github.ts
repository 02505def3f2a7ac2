import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { createSimulator } from "../../simulator/index.ts";
import { listen } from "../../simulator/server.ts";
import { parseWorld } from "../../simulator/world/parse.ts";
import { WorldError } from "../../simulator/world/world-error.ts";
import { usage } from "./help.ts";

/** `detoil github`: serves until it is stopped. Exit codes: 0 stopped, 1 bad world or port, 2 wrong usage. */
export async function github(argv: string[]): Promise<number> {
  const options = readOptions(argv);
  if (typeof options === "number") return options;
  try {
    const text = options.world === undefined ? "{}" : await readFile(options.world, "utf8");
    const state = parseWorld(text, options.world ?? "world");
    const simulator = createSimulator(state, {
      ...appKey(),
      clock: options.running ? "running" : "still",
      seed: randomUUID(), // a server that outlives this process must not mistake new deliveries for repeated ones
    });
    if (options.lag > 0) simulator.lag({ seconds: options.lag });
    const { url, close } = await listen(simulator, { port: options.port });
    console.log(`The simulated GitHub listens on ${url} (GITHUB_API_URL=${url}/api/v3).`);
    console.error(
      `${state.repos.size} ${state.repos.size === 1 ? "repository" : "repositories"}; App ${simulator.app.slug} has id ${simulator.app.id}; it is ${state.now}.`,
    );
    console.error(`Act as a person with the token sim_LOGIN, or through POST ${url}/_sim/do. Stop with Ctrl+C.`);
    await stopped();
    await close();
    return 0;
  } catch (error) {
    console.error(problem(error, options));
    return 1;
  }
}

/** As the server accepts it: PEM, with real or escaped line ends. */
function appKey(): { readonly privateKey: string } | { readonly trusting: true } {
  const pem = process.env.PRIVATE_KEY ?? "";
  return pem === "" ? { trusting: true } : { privateKey: pem.replaceAll("\\n", "\n") };
}

const LONGEST_LAG = 86_400;

interface Options {
  readonly world: string | undefined;
  readonly port: number;
  readonly running: boolean;
  /** Seconds; 0: none. */
  readonly lag: number;
}

function readOptions(argv: string[]): Options | number {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        world: { type: "string" },
        port: { type: "string", default: "3100" },
        running: { type: "boolean", default: false },
        lag: { type: "string", default: "0" },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new Error(`--port must be a number from 0 to 65535, not ${values.port}.`);
    }
    const lag = Number(values.lag);
    if (values.lag.trim() === "" || !(lag >= 0 && lag <= LONGEST_LAG)) {
      throw new Error(`--lag must be a number of seconds from 0 to ${LONGEST_LAG}, not ${values.lag}.`);
    }
    return { world: values.world, port, running: values.running, lag };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\nUsage: ${usage.github}`);
    return 2;
  }
}

function problem(error: unknown, { world, port }: Options): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT") return `There is no file ${world}.`;
  if (code === "EISDIR") return `${world} is a folder; --world takes a file.`;
  if (code === "EADDRINUSE") return `Port ${port} is in use: give another one with --port, or 0 for any free one.`;
  if (code === "EACCES") return `${port < 1024 ? `Port ${port}` : world} may not be opened by this user.`;
  if (error instanceof WorldError) return error.message;
  throw error;
}

/** Resolves when the process is told to stop. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { createSimulator } from "../../../simulator/index.ts";
import { listen } from "../../../simulator/server.ts";
import { parseWorld } from "../../../simulator/world/parse.ts";
import { WorldError } from "../../../simulator/world/world-error.ts";
import { CommandError } from "../command-error.ts";
import { readGiven } from "../given-file.ts";
import { usage } from "../help.ts";
import { commandText, githubText } from "../text.ts";
import { ownZone, withPages } from "./site.ts";

/** `detoil github`: serves until it is stopped. Exit codes: 0 stopped, 1 bad world or port, 2 wrong usage. */
export async function github(argv: string[]): Promise<number> {
  const options = readOptions(argv);
  if (typeof options === "number") return options;
  try {
    const text = options.world === undefined ? "{}" : new TextDecoder().decode(await readGiven(options.world));
    const state = parseWorld(text, options.world ?? "world");
    const simulator = createSimulator(state, {
      ...appKey(),
      clock: options.running ? "running" : "still",
      seed: randomUUID(), // a server that outlives this process must not mistake new deliveries for repeated ones
    });
    if (options.lag > 0) simulator.lag({ seconds: options.lag });
    const { url, close } = await listen(withPages(simulator, { zone: ownZone(), acted: () => simulator.idle() }), {
      port: options.port,
    });
    console.log(githubText.listens(url));
    console.error(githubText.holds(state.repos.size, simulator.app.slug, simulator.app.id, state.now));
    console.error(githubText.act(url));
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
      throw new Error(githubText.noPort(values.port));
    }
    const lag = Number(values.lag);
    if (values.lag.trim() === "" || !(lag >= 0 && lag <= LONGEST_LAG)) {
      throw new Error(githubText.noLag(LONGEST_LAG, values.lag));
    }
    return { world: values.world, port, running: values.running, lag };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${commandText.usage(usage.github)}`);
    return 2;
  }
}

function problem(error: unknown, { port }: Options): string {
  if (error instanceof CommandError || error instanceof WorldError) return error.message;
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "EADDRINUSE") return githubText.portInUse(port);
  if (code === "EACCES") return githubText.portForbidden(port);
  throw error;
}

/** Resolves when the process is told to stop. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

import { StartProblem } from "../engine/start-problem.ts";
import { type Credentials, type Environment, EnvironmentProblem } from "../environment.ts";
import { createLog } from "../log.ts";
import { serve } from "../main.ts";
import { StoreProblem } from "../store/problem.ts";
import { SetupProblem } from "../web/setup/problem.ts";
import { CommandError } from "./command-error.ts";
import { environmentWithSaved } from "./environment.ts";
import { usage } from "./help.ts";
import { startText } from "./text.ts";
import { parseCommand } from "./usage.ts";

/** The sender of SIGTERM may kill after ten seconds: what takes longer than this is left to the next start. */
const DRAIN_MS = 8_000;

/** `detoil start`: the server, until SIGTERM or SIGINT; a second signal ends it at once. */
export async function start(argv: string[]): Promise<number> {
  parseCommand({ args: argv, options: {} }, usage.start);
  let serving = false;
  // From the beginning: the first process of a container never ends if it does not listen for these signals.
  const signaled = signal();
  void signaled.then(() => serving || process.exit(0));
  const environment = await environmentWithSaved(process.env).catch(complain);
  const credentials = environment.credentials ?? (await setUp(environment).catch(complain));
  const log = createLog(environment.logLevel);
  const server = await serve(environment, credentials, log).catch(complain);
  console.error(startText.listens(server.url, server.database));
  serving = true;
  await signaled;
  console.error(startText.stopping);
  process.once("SIGINT", () => process.exit(1));
  process.once("SIGTERM", () => process.exit(1));
  const late = new Promise<"late">((done) => setTimeout(done, DRAIN_MS, "late").unref());
  if ((await Promise.race([server.stop(), late])) === "late") {
    log.warn("A reconciliation took too long to finish; it is repeated after the next start");
  }
  // Octokit's keep-alive connections would keep the process alive for some seconds.
  process.exit(0);
}

/** The credentials of an earlier setup, or those that a person gets from GitHub through the setup page. */
async function setUp(environment: Environment): Promise<Credentials> {
  const { apiUrl, githubTimeoutSeconds, data, setupHost: host, port, production } = environment;
  const { obtainCredentials } = await import("../web/setup.ts");
  const print = (line: string) => console.error(line);
  const credentials = await obtainCredentials({
    ...{ apiUrl, githubTimeoutSeconds, data, host, port, production, print },
  });
  // null only where a signal is given to wait for, and none is.
  return credentials ?? complain(new StartProblem(startText.setupStopped));
}

function complain(error: unknown): never {
  if ([EnvironmentProblem, StoreProblem, StartProblem, SetupProblem].some((kind) => error instanceof kind)) {
    throw new CommandError((error as Error).message);
  }
  throw error;
}

function signal(): Promise<void> {
  return new Promise((done) => {
    process.once("SIGTERM", () => done());
    process.once("SIGINT", () => done());
  });
}

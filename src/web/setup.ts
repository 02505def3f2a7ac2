import { hostname } from "node:os";
import { listenProblem } from "./listen-problem.ts";
import { createWebServer, listen } from "./server.ts";
import { credentialsFile, type KeptCredentials, prepareFolder, readCredentials } from "./setup/credentials.ts";
import { codeGate, isLoopback, loopbackGate } from "./setup/gate.ts";
import { SetupProblem } from "./setup/problem.ts";
import { setupRoutes } from "./setup/routes.ts";
import { setupText } from "./setup/text.ts";

export interface SetupOptions {
  readonly apiUrl: string;
  /** Seconds that a request to GitHub may take. */
  readonly githubTimeoutSeconds: number;
  /** The folder of the credentials. */
  readonly data: string;
  /** On the loopback interface the page is open to this machine; elsewhere it requires the printed code. */
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** In production there is no page: the credentials come from the environment, or from an earlier setup. */
  readonly production: boolean;
  /** For the person at the terminal. */
  readonly print: (line: string) => void;
  /** Ends the waiting. */
  readonly signal?: AbortSignal;
}

/**
 * The credentials of an earlier setup, or those that a person gets from GitHub through the page that is served now;
 * null if `signal` ended the wait. Throws SetupProblem with one sentence.
 */
export async function obtainCredentials(options: SetupOptions): Promise<KeptCredentials | null> {
  const kept = await readCredentials(options.data);
  if (kept !== null) return kept;
  if (options.production) {
    throw new SetupProblem(setupText.terminal.missing(credentialsFile(options.data)));
  }
  await prepareFolder(options.data);
  const isServed = await servePage(options);
  return isServed ? readCredentials(options.data) : null;
}

/** Serves the page until the credentials are stored (true) or `signal` aborts (false). */
async function servePage(options: SetupOptions): Promise<boolean> {
  const { apiUrl, githubTimeoutSeconds, data, host, print, signal } = options;
  const gate = isLoopback(host) ? loopbackGate() : codeGate();
  const outcome = Promise.withResolvers<boolean>();
  const routes = setupRoutes({
    ...{ apiUrl, githubTimeoutSeconds, data, gate, print },
    onDone: () => outcome.resolve(true),
  });
  const server = createWebServer(routes, (error) => print(error instanceof Error ? error.message : String(error)));
  let port: number;
  try {
    port = await listen(server, options.port, host);
  } catch (error) {
    throw new SetupProblem(listenProblem(error as NodeJS.ErrnoException, options.port, host));
  }
  const stop = () => outcome.resolve(false);
  signal?.addEventListener("abort", stop, { once: true });
  if (signal?.aborted) stop();
  const name = /^(0\.0\.0\.0|::)$/.test(host) ? hostname() : host;
  print(setupText.terminal.open(`http://${name.includes(":") ? `[${name}]` : name}:${port}`));
  if (gate.code !== null) print(setupText.terminal.code(gate.code));
  const isKept = await outcome.promise;
  signal?.removeEventListener("abort", stop);
  await new Promise<void>((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
  if (isKept) print(setupText.terminal.registered(credentialsFile(data)));
  return isKept;
}

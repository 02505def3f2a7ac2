import { hostname } from "node:os";
import { createWebServer, listen } from "./server.ts";
import { credentialsFile, type KeptCredentials, prepareFolder, readCredentials } from "./setup/credentials.ts";
import { codeGate, isLoopback, loopbackGate } from "./setup/gate.ts";
import { SetupProblem } from "./setup/problem.ts";
import { setupRoutes } from "./setup/routes.ts";

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
    throw new SetupProblem(
      `APP_ID, PRIVATE_KEY (or PRIVATE_KEY_PATH) and WEBHOOK_SECRET are missing, and ${credentialsFile(options.data)} is not there: set them, or run the setup once without NODE_ENV=production.`,
    );
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
    throw new SetupProblem(cannotListen(error as NodeJS.ErrnoException, options));
  }
  const stop = () => outcome.resolve(false);
  signal?.addEventListener("abort", stop, { once: true });
  if (signal?.aborted) stop();
  const name = /^(0\.0\.0\.0|::)$/.test(host) ? hostname() : host;
  print(`Detoil has no GitHub App yet. Open http://${name.includes(":") ? `[${name}]` : name}:${port} to set it up.`);
  if (gate.code !== null) print(`The page asks for this code: ${gate.code}`);
  const isKept = await outcome.promise;
  signal?.removeEventListener("abort", stop);
  await new Promise<void>((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
  if (isKept) print(`The App is registered. Its credentials are in ${credentialsFile(data)}.`);
  return isKept;
}

function cannotListen({ code, message }: NodeJS.ErrnoException, { host, port }: SetupOptions): string {
  if (code === "EADDRINUSE") return `Port ${port} is in use: stop what listens there, or set PORT to another one.`;
  if (code === "EACCES") return `Port ${port} may not be opened by this user: set PORT to one from 1024 on.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return `HOST ${host} is not an address of this machine.`;
  return `The server cannot listen on ${host}:${port} (${code ?? message}).`;
}

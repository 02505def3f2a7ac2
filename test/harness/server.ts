import { Writable } from "node:stream";
import { pino } from "pino";
import { startServer } from "../../src/main.ts";
import type { TestDatabase } from "../each-database.ts";
import { freePort } from "../postgres/free-port.ts";
import type { SimulatedGitHub } from "./github.ts";
import { environmentFor } from "./server-process.ts";

/** The number of items in the queue. */
export interface Counts {
  readonly pending: number;
  readonly running: number;
  /** Of the pending ones: those that wait for a limit to end. */
  readonly throttled: number;
  readonly parked: number;
}

export interface ServerUnderTest {
  readonly url: string;
  /** Its log lines of level error. */
  readonly problems: readonly string[];
  counts(): Promise<Counts>;
  stop(): Promise<void>;
}

const ERROR = 50;

/** The real server within this process, as `detoil start` runs it. `further`: more of its environment. */
export async function runServer(
  github: SimulatedGitHub,
  database: TestDatabase,
  further: Readonly<Record<string, string>> = {},
): Promise<ServerUnderTest> {
  const problems: string[] = [];
  const lines = new Writable({
    write(chunk, _encoding, done) {
      for (const line of String(chunk).trim().split("\n")) {
        if (JSON.parse(line).level >= ERROR) problems.push(line);
      }
      done();
    },
  });
  const environment = environmentFor(github, { ...database.environment, ...further }, await freePort());
  const server = await startServer(environment, pino({ level: "warn", base: null }, lines));
  return { url: server.url, problems, counts: () => server.counts(), stop: () => server.stop() };
}

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../test/postgres/free-port.ts";
import { started } from "./started.ts";

export const SECRET = "bench-secret";

export interface ServerOptions {
  readonly apiUrl: string;
  readonly appId: number;
  readonly privateKey: string;
  /** null: embedded. */
  readonly databaseUrl: string | null;
  /** The folder of the embedded database. */
  readonly data: string;
}

export interface RunningServer {
  readonly url: string;
  /** Seconds from the start of the process to the first good `/readyz`. */
  readonly seconds: number;
  /** Resident memory, in MB: now, and at its highest so far. */
  memory(): number;
  peak(): number;
  /** Sends SIGTERM and waits until the server has stopped. */
  stop(): Promise<void>;
}

export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), "detoil-bench-"));
}

async function untilReady(url: string, child: ChildProcess, said: () => string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${said()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error(`the server was not ready within a minute: ${said()}`);
}

/** The real server in its own process, as `npm start` runs it. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const output: string[] = [];
  const bin = join(import.meta.dirname, "../bin/detoil.js");
  const child = spawn(process.execPath, ["--max-semi-space-size=4", bin, "start"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      APP_ID: String(options.appId),
      PRIVATE_KEY: options.privateKey,
      WEBHOOK_SECRET: SECRET,
      HOST: "127.0.0.1",
      PORT: String(port),
      GITHUB_API_URL: options.apiUrl,
      DETOIL_DATA: options.data,
      LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
      ...(options.databaseUrl === null ? {} : { DATABASE_URL: options.databaseUrl }),
    },
  });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => output.push(String(chunk)));
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    await ended;
  };
  started(child, stop);
  await untilReady(url, child, () => output.join(""));
  const seconds = (performance.now() - began) / 1000;
  const megabytes = (field: "VmRSS" | "VmHWM") => {
    const line = new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${child.pid}/status`, "utf8"));
    return Math.round(Number(line?.[1]) / 1024);
  };
  return { url, seconds, memory: () => megabytes("VmRSS"), peak: () => megabytes("VmHWM"), stop };
}

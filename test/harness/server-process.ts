import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { freePort } from "../postgres/free-port.ts";
import { pause, type SimulatedGitHub } from "./github.ts";

export const SECRET = "a secret of the stories";

const READY_MS = 60_000;

/** The server's environment. */
export function environmentFor(
  github: SimulatedGitHub,
  database: Readonly<Record<string, string>>,
  port: number,
): Readonly<Record<string, string>> {
  return {
    APP_ID: String(github.simulator.app.id),
    PRIVATE_KEY: github.privateKey,
    WEBHOOK_SECRET: SECRET,
    HOST: "127.0.0.1",
    PORT: String(port),
    GITHUB_API_URL: github.apiUrl,
    DETOIL_COOLDOWN: "0",
    DETOIL_LAG: "2",
    LOG_LEVEL: "warn",
    ...database,
  };
}

/** The real server as a process of its own, always on the same port: it can be killed and started again. */
export class ServerProcess {
  readonly url: string;
  /** Its output, over all its lives. */
  readonly output: string[] = [];
  readonly #environment: Readonly<Record<string, string>>;
  #child: ChildProcess | null = null;

  private constructor(port: number, environment: Readonly<Record<string, string>>) {
    this.url = `http://127.0.0.1:${port}`;
    this.#environment = environment;
  }

  static async for(github: SimulatedGitHub, database: Readonly<Record<string, string>>): Promise<ServerProcess> {
    const port = await freePort();
    return new ServerProcess(port, environmentFor(github, database, port));
  }

  /** Starts it. `ready` is true when it answers, or false when it was killed before. */
  start(): { readonly ready: Promise<boolean> } {
    const child = spawn(process.execPath, [join(import.meta.dirname, "../../bin/detoil.js"), "start"], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...this.#environment },
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => this.output.push(String(chunk)));
    return { ready: this.#ready(child) };
  }

  /** SIGKILL, and the wait for the process to be gone. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** SIGTERM, and the wait for its orderly end. */
  async stop(): Promise<void> {
    await this.#end("SIGTERM");
  }

  async #end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((done) => child.once("exit", () => done()));
    child.kill(signal);
    await ended;
  }

  async #ready(child: ChildProcess): Promise<boolean> {
    const deadline = Date.now() + READY_MS;
    while (Date.now() < deadline) {
      if (child.signalCode === "SIGKILL") return false;
      if (child.exitCode !== null) throw new Error(`the server ended on its own:\n${this.output.join("")}`);
      const answer = await fetch(`${this.url}/readyz`).catch(() => null);
      if (answer?.ok === true) return true;
      await pause(10);
    }
    throw new Error(`the server was not ready within a minute:\n${this.output.join("")}`);
  }
}

import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSimulator, listen, type Simulator } from "../../../simulator/index.ts";
import { type RunningServer, startServer } from "../../main.ts";
import { obtainCredentials } from "../../web/setup.ts";
import { calledAs } from "../called-as.ts";
import { ownZone, withPages } from "../github/site.ts";
import { usage } from "../help.ts";
import { parseCommand } from "../usage.ts";
import { Feed } from "./feed.ts";
import { tryText } from "./text.ts";
import { firstTen, SHOP } from "./world.ts";

/** `detoil try`: the simulated GitHub, the setup and the server, until it is stopped. */
export async function tryOut(argv: string[]): Promise<number> {
  parseCommand({ args: argv, options: {} }, usage.try);
  const ending = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    ending.signal.addEventListener("abort", () => resolve());
    // npm passes on what the terminal has sent already: a second signal must not end the clean-up.
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => ending.abort());
  });
  const data = mkdtempSync(join(tmpdir(), "detoil-try-"));
  let server: RunningServer | null = null;
  const settled = async () => {
    await simulator.idle();
    await server?.idle();
  };
  const simulator = createSimulator(firstTen(new Date()), { clock: "running", seed: randomUUID() });
  const feed = new Feed(simulator, console.log);
  const github = await listen(withPages(told(simulator, feed), { zone: ownZone(), acted: settled }));
  const port = await freePort();
  // The setup's first line is that its page is there, which the steps begin with.
  const steps = tryText.steps({
    github: github.url,
    detoil: `http://127.0.0.1:${port}`,
    repository: SHOP,
    command: calledAs(),
  });
  const lines = [steps].values();
  const print = (line: string) => console.log(lines.next().value ?? line);
  try {
    const place = { data, host: "127.0.0.1", port, production: false, print, signal: ending.signal };
    const kept = await obtainCredentials({ ...place, apiUrl: simulator.apiUrl, githubTimeoutSeconds: 30 });
    if (kept === null) return 0;
    server = await startServer({
      ...{ APP_ID: String(kept.appId), PRIVATE_KEY: kept.privateKey, WEBHOOK_SECRET: kept.webhookSecrets.join() },
      ...{ HOST: "127.0.0.1", PORT: String(port), GITHUB_API_URL: simulator.apiUrl, DETOIL_DATA: data },
      ...{ DETOIL_COOLDOWN: "0.2", LOG_LEVEL: "warn" },
    });
    await stopped;
    return 0;
  } finally {
    await server?.stop();
    await github.close();
    rmSync(data, { recursive: true, force: true });
  }
}

/** A simulator whose requests the feed follows: programs' writes are Detoil's, everything else is people's. */
function told(simulator: Simulator, feed: Feed): Simulator {
  return Object.create(simulator, {
    fetch: {
      async value(input: Request | string | URL, init?: RequestInit): Promise<Response> {
        const request = new Request(input, init);
        const answer = await simulator.fetch(request);
        if (request.method !== "GET") {
          if (new URL(request.url).pathname.startsWith("/_sim/")) feed.skip();
          else feed.tell();
        }
        return answer;
      },
    },
    do: {
      value(request: Readonly<Record<string, unknown>>) {
        const done = simulator.do(request);
        feed.skip();
        return done;
      },
    },
  });
}

/** The setup and then the server listen there: the App's webhooks go to the address that was typed. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

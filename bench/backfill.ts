import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { createSimulator, listen, parseWorld, type Simulator } from "../simulator/index.ts";
import { openStore } from "../src/store/open.ts";
import { storedBook } from "../src/store/records/book.ts";
import { busyRepository } from "../test/automations/four-keys/history/busy-repository.ts";
import { countOf } from "./requests.ts";
import { freshFolder } from "./server.ts";
import { started } from "./started.ts";

/** GitHub fails once in as many queries. */
const FAILS = 50;

/**
 * History of one repository into an empty embedded database by `detoil backfill`, which is killed in the middle and run
 * again, from a GitHub that answers one query in 50 with a 502. Three commits for each pull request.
 */
export async function backfill(argv: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: argv,
    options: { prs: { type: "string", default: "10000" }, deployments: { type: "string", default: "2000" } },
  });
  const [prs, deployments] = [Number(values.prs), Number(values.deployments)];
  const every = Math.max(1, Math.floor(prs / Math.max(1, deployments)));
  const simulator = createSimulator(parseWorld(busyRepository({ pulls: prs, every }), "bench"));
  const server = await listen(failing(simulator));
  started(server, () => server.close());
  const folder = freshFolder();
  const run = () => command(server.url, simulator, folder);
  const pagesOfChanges = Math.ceil(prs / A_PAGE_OF_CHANGES);

  const began = performance.now();
  const first = run();
  const firstEnded = ended(first);
  await Promise.race([until(() => changesIn(simulator.requests) >= pagesOfChanges / 2), firstEnded]);
  first.kill("SIGKILL");
  await firstEnded;
  const before = simulator.requests.length;
  const code = await ended(run());
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const { requests, points } = countOf(simulator.requests);
  const recorded = await recordedIn(folder);
  if (code !== 0 || recorded.changes !== prs || recorded.commits !== 3 * prs + 1)
    throw new Error(`not all of it was recorded: ${JSON.stringify({ code, recorded })}`);
  const resumed = changesIn(simulator.requests.slice(before)) < pagesOfChanges;
  return { prs, deployments: recorded.deployments, requests, points, seconds, resumed };
}

const A_PAGE_OF_CHANGES = 37;

function changesIn(requests: Simulator["requests"]): number {
  return requests.filter(({ operation }) => operation === "fourKeysHistoryChanges").length;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await setTimeout(POLL_MS);
}

const POLL_MS = 20;

/** The simulated GitHub, where one query in 50 gets a 502. */
function failing(simulator: Simulator) {
  let queries = 0;
  return {
    get baseUrl() {
      return simulator.baseUrl;
    },
    set baseUrl(url) {
      simulator.baseUrl = url;
    },
    async fetch(request: Request): Promise<Response> {
      if (new URL(request.url).pathname.endsWith("/graphql")) {
        queries += 1;
        if (queries % FAILS === 0) {
          const init = { method: "POST", headers: { "content-type": "application/json" } };
          const body = JSON.stringify([{ match: { operation: "fourKeysHistory*" }, status: 502 }]);
          await simulator.fetch(new Request(new URL("/_sim/faults", request.url), { ...init, body }));
        }
      }
      return simulator.fetch(request);
    },
  };
}

/** The exit code; null: it was killed. */
function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => child.once("exit", (code) => done(code)));
}

async function recordedIn(folder: string) {
  const store = await openStore({ databaseUrl: null, folder });
  try {
    const row = await store.db.selectFrom("repositories").selectAll().executeTakeFirstOrThrow();
    const scope = { installationId: row.installation_id, repositoryId: row.id };
    const { changes, commits, deployments } = await storedBook(store, scope).all();
    return { changes: changes.length, commits: commits.length, deployments: deployments.length };
  } finally {
    await store.close();
  }
}

function command(url: string, simulator: Simulator, folder: string): ChildProcess {
  const bin = join(import.meta.dirname, "../bin/detoil.js");
  const argv = [bin, "backfill", "--repo", "acme/shop", "--since", "2020-01-01T00:00:00Z"];
  const child = spawn(process.execPath, argv, {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      PATH: process.env.PATH,
      APP_ID: String(simulator.state.app.id),
      PRIVATE_KEY: simulator.app.privateKey,
      WEBHOOK_SECRET: "bench-secret",
      GITHUB_API_URL: `${url}/api/v3`,
      DETOIL_DATA: folder,
      LOG_LEVEL: "error",
      // The simulated GitHub walks 30,000 commits for each page: what a busy machine is late with is not asked again.
      DETOIL_GITHUB_TIMEOUT: "120",
    },
  });
  return started(child, async () => void child.kill("SIGKILL"));
}

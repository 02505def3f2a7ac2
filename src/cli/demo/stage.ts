import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSimulator, listen, type Simulator } from "../../../simulator/index.ts";
import type { SimState } from "../../../simulator/state.ts";
import { startServer } from "../../main.ts";
import type { Viewer } from "../github/page/answer.ts";
import type { Chapter } from "../github/page/home.ts";
import { withPages } from "../github/site.ts";
import { Snapshots } from "./snapshots.ts";
import { TEAM_ZONE } from "./team-time.ts";

/** A simulated GitHub with its page, and the real server in front of it. */
export interface Stage {
  readonly simulator: Simulator;
  /** Where the page is. */
  readonly url: string;
  /** The chapters on the front page; add to it. */
  readonly story: Chapter[];
  /** The story is over: from now on people can act on the pages, and Detoil responds. */
  open(): void;
  /** Keeps a page as it is now, and returns the path at which it can be read. */
  keep(step: number, path: string): Promise<string>;
  /** Resolves once the simulated GitHub has answered the next request that matches. */
  nextRequest(matches: (request: Request) => boolean): Promise<void>;
  /** Resolves when no webhook is on its way and no reconciliation is due. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const secret = "the-demo-signs-its-webhooks";

/** Starts both on free ports of the loopback interface, the server on the embedded database in a folder that goes with it. */
export async function openStage(state: SimState): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), "detoil-demo-"));
  const simulator = createSimulator(state);
  const story: Chapter[] = [];
  let waiting: { readonly matches: (request: Request) => boolean; readonly resolve: () => void }[] = [];

  const github: Simulator = Object.create(simulator, { fetch: { value: answer } });
  async function answer(input: Request | string | URL, init?: RequestInit): Promise<Response> {
    const request = input instanceof Request && init === undefined ? input : new Request(input, init);
    const response = await simulator.fetch(lively(request));
    const matched = waiting.filter(({ matches }) => matches(request));
    waiting = waiting.filter((one) => !matched.includes(one));
    for (const { resolve } of matched) resolve();
    return response;
  }

  let token = { text: "", until: 0 };
  /**
   * Weeks pass here in seconds, but an installation's token is valid for one simulated hour. If a token is refused seconds
   * after it was created, Octokit assumes replication lag and waits; renewing it here avoids that.
   */
  function lively(request: Request): Request {
    const authorization = request.headers.get("authorization") ?? "";
    if (!/ ghs_/.test(authorization)) return request;
    const now = Date.parse(simulator.state.now);
    if (now >= token.until) token = { text: simulator.installationToken(), until: now + 3_000_000 };
    request.headers.set("authorization", `token ${token.text}`);
    return request;
  }

  const viewer: { -readonly [Key in keyof Viewer]: Viewer[Key] } = { zone: TEAM_ZONE, story };
  const pages = withPages(github, viewer);
  const snapshots = new Snapshots((request) => pages.fetch(request));
  const site: Simulator = Object.create(pages, {
    fetch: { value: async (request: Request) => snapshots.answer(request) ?? pages.fetch(request) },
  });
  const web = await listen(site);
  const server = await startServer({
    APP_ID: String(simulator.app.id),
    PRIVATE_KEY: simulator.app.privateKey,
    WEBHOOK_SECRET: secret,
    HOST: "127.0.0.1",
    PORT: "0",
    GITHUB_API_URL: `${web.url}/api/v3`,
    DETOIL_DATA: folder,
    DETOIL_COOLDOWN: "0.05",
    LOG_LEVEL: "error",
  });
  Object.assign(simulator.webhooks, { url: `${server.url}/api/github/webhooks`, secret });

  const settled = async () => {
    await simulator.idle();
    await server.idle();
  };
  return {
    simulator,
    url: web.url,
    story,
    open() {
      viewer.acted = settled;
    },
    keep: (step, path) => snapshots.keep(step, web.url, path),
    nextRequest: (matches) => new Promise((resolve) => waiting.push({ matches, resolve })),
    settled,
    async close() {
      await server.stop();
      await web.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

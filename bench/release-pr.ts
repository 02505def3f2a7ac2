import { parseArgs } from "node:util";
import { releasePr as automation } from "../src/automations/release-pr/index.ts";
import { runLook } from "../src/engine/look.ts";
import { connectToken } from "../src/github/token.ts";
import { webUrlOf } from "../src/github/web-url.ts";
import { createSimulator, parseWorld, type Simulator } from "../src/simulator/index.ts";
import { act } from "./act.ts";
import { countedSince } from "./requests.ts";
import { worldWith } from "./world.ts";

const REPO = "acme/shop";

/** One look as the server makes it, with nothing remembered from the one before. */
async function look(simulator: Simulator): Promise<void> {
  const github = connectToken({
    baseUrl: simulator.apiUrl,
    token: simulator.installationToken(REPO),
    slug: simulator.state.app.slug,
    fetch: (input, init) => simulator.fetch(new Request(input, init)),
  });
  const id = simulator.state.repos.get(REPO)?.id ?? 0;
  await runLook({
    github,
    repository: { id, owner: "acme", name: "shop" },
    automation,
    target: "lanes",
    now: new Date(simulator.state.now),
    webUrl: webUrlOf(simulator.apiUrl),
    apply: true,
  });
}

/** The release pull request stands; one more pull request is merged; what does it cost to bring it up to date? */
export async function releasePr(argv: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({ args: argv, options: { prs: { type: "string", default: "100" } } });
  const prs = Number(values.prs);
  const simulator = createSimulator(parseWorld(worldWith(prs), "bench"));
  await look(simulator);
  await act(simulator, { as: "alice", action: "merge-pull", repo: REPO, number: prs, method: "merge" });
  await countedSince(simulator);
  await look(simulator);
  const changed = await countedSince(simulator);
  await look(simulator);
  const unchanged = await countedSince(simulator);
  return { prs, ...changed, unchanged: { requests: unchanged.requests, writes: unchanged.writes } };
}

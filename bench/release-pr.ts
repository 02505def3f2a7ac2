import { parseArgs } from "node:util";
import { createSimulator, parseWorld } from "../simulator/index.ts";
import { releasePr as automation } from "../src/automations/release-pr/index.ts";
import { createReadCache } from "../src/engine/read-cache.ts";
import { noObservations } from "../src/engine/reconcile.ts";
import { act } from "./act.ts";
import { REPO, reconcileOnce } from "./reconcile.ts";
import { type Counted, countedSince } from "./requests.ts";
import { worldWith } from "./world.ts";

/**
 * The release pull request is open and one more pull request is merged: what does it cost to update it, to find it unchanged, and
 * to find it unchanged at night, when nothing is taken from memory? One request of each reads sre.yml.
 */
export async function releasePr(argv: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({ args: argv, options: { prs: { type: "string", default: "100" } } });
  const prs = Number(values.prs);
  const simulator = createSimulator(parseWorld(worldWith(prs), "bench"));
  const reads = createReadCache({ now: () => new Date(simulator.state.now) });
  const cost = async (priority: "webhook" | "nightly"): Promise<Counted> => {
    const claim = { installationId: 1, repositoryId: 1, automation: automation.name, priority, attempts: 0 };
    await countedSince(simulator);
    await reconcileOnce(simulator, automation, "lanes", { ...noObservations, cache: reads.cacheFor(claim) });
    return countedSince(simulator);
  };
  await cost("webhook");
  await act(simulator, { as: "alice", action: "merge-pull", repo: REPO, number: prs, method: "merge" });
  const changed = await cost("webhook");
  const { requests, writes } = await cost("webhook");
  const nightly = await cost("nightly");
  return { prs, ...changed, unchanged: { requests, writes }, nightly: { requests: nightly.requests } };
}

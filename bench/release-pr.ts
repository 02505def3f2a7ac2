import { parseArgs } from "node:util";
import { createSimulator, parseWorld } from "../simulator/index.ts";
import { releasePr as automation } from "../src/automations/release-pr/index.ts";
import { act } from "./act.ts";
import { REPO, reconcileOnce } from "./reconcile.ts";
import { countedSince } from "./requests.ts";
import { worldWith } from "./world.ts";

/** The release pull request is open and one more pull request is merged: what does it cost to update it? */
export async function releasePr(argv: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({ args: argv, options: { prs: { type: "string", default: "100" } } });
  const prs = Number(values.prs);
  const simulator = createSimulator(parseWorld(worldWith(prs), "bench"));
  await reconcileOnce(simulator, automation, "lanes");
  await act(simulator, { as: "alice", action: "merge-pull", repo: REPO, number: prs, method: "merge" });
  await countedSince(simulator);
  await reconcileOnce(simulator, automation, "lanes");
  const changed = await countedSince(simulator);
  await reconcileOnce(simulator, automation, "lanes");
  const unchanged = await countedSince(simulator);
  return { prs, ...changed, unchanged: { requests: unchanged.requests, writes: unchanged.writes } };
}

import { parseArgs } from "node:util";
import { createSimulator, parseWorld } from "../simulator/index.ts";
import { branchGuard } from "../src/automations/branch-guard/index.ts";
import { REPO, reconcileOnce } from "./reconcile.ts";
import { countedSince } from "./requests.ts";

const DAY = 86_400_000;
const NOW = Date.parse("2026-11-20T01:00:00Z");
const at = (daysAgo: number) => new Date(NOW - daysAgo * DAY).toISOString();

const SRE = `version: 1
branches:
  - {into: main, from: [staging]}
  - {into: staging, from: [develop]}
  - {into: develop, from: ["*"], not-based-on: [main, staging]}
`;

/** develop → staging → main with releases of the last weeks, and a feature of so many commits that staging has tried already. */
function worldWith(commits: number): object {
  const feature = Array.from({ length: commits }, (_, index) => ({
    ...{ sha: `f${index}`, parents: [index === 0 ? "start" : `f${index - 1}`], message: `Change ${index}` },
    committed_at: at(10 - index / commits),
  }));
  const last = `f${commits - 1}`;
  const tried = { sha: "tried", parents: ["start", last], message: "Try the feature", committed_at: at(5) };
  const released = { sha: "released", parents: ["start", "tried"], message: "Release", committed_at: at(2) };
  return {
    now: new Date(NOW).toISOString(),
    users: [{ login: "alice" }],
    repos: [
      {
        ...{ name: REPO, default_branch: "develop", permission: { alice: "write" }, files: { ".github/sre.yml": SRE } },
        commits: [{ sha: "start", message: "Start", committed_at: at(30) }, ...feature, tried, released],
        branches: { develop: "start", staging: "tried", main: "released", "feat/x": last },
        pulls: [{ number: 1, title: "Feature", user: "alice", base: "develop", head: "feat/x", head_sha: last }],
      },
    ],
  };
}

/** One reconciliation without the request that reads sre.yml, which the server keeps. */
async function guard(commits: number) {
  const simulator = createSimulator(parseWorld(worldWith(commits), "bench"));
  const cost = async () => {
    await countedSince(simulator);
    await reconcileOnce(simulator, branchGuard, "pull/1");
    const { requests, writes, ...rest } = await countedSince(simulator);
    return { requests: requests - writes - 1, writes, ...rest };
  };
  const first = await cost();
  const { requests, writes } = await cost();
  return { ...first, unchanged: { requests, writes } };
}

/**
 * What decides about a release: the guard on a pull request of so many commits. Requests read; writes are counted apart. One
 * request more reads sre.yml, which a server does once.
 */
export async function releaseTrain(argv: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({ args: argv, options: { commits: { type: "string", default: "100" } } });
  const commits = Number(values.commits);
  return { commits, guard: await guard(commits) };
}

import { parseArgs } from "node:util";
import { createSimulator, parseWorld, type Simulator } from "../simulator/index.ts";
import type { Automation } from "../src/automations/automation.ts";
import { branchGuard } from "../src/automations/branch-guard/index.ts";
import { releasePr } from "../src/automations/release-pr/index.ts";
import { act } from "./act.ts";
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
async function costOf(simulator: Simulator, automation: Automation, target: string) {
  await countedSince(simulator);
  await reconcileOnce(simulator, automation, target);
  const { requests, writes, ...rest } = await countedSince(simulator);
  return { requests: requests - writes - 1, writes, ...rest };
}

async function guard(commits: number) {
  const simulator = createSimulator(parseWorld(worldWith(commits), "bench"));
  const cost = () => costOf(simulator, branchGuard, "pull/1");
  const first = await cost();
  const { requests, writes } = await cost();
  return { ...first, unchanged: { requests, writes } };
}

const SIGNED = "version: 1\nrelease: {lanes: [{from: develop, to: main, sign-off: true}]}\n";

/** A release pull request of three pull requests, with twenty checks on its head. */
async function standing(): Promise<Simulator> {
  const merge = (number: number) => ({
    ...{ number, title: `Change ${number}`, user: "alice", base: "develop", head: `feat/${number}`, state: "merged" },
    ...{ merge_method: "squash", merge_commit_sha: `s${number}`, merged_at: at(3 - number / 10) },
  });
  const squashed = (number: number) => ({
    ...{
      sha: `s${number}`,
      parents: [number === 1 ? "start" : `s${number - 1}`],
      message: `Change ${number} (#${number})`,
    },
    committed_at: at(3 - number / 10),
  });
  const world = {
    now: new Date(NOW).toISOString(),
    users: [{ login: "alice" }],
    repos: [
      {
        ...{
          name: REPO,
          default_branch: "develop",
          permission: { alice: "write" },
          files: { ".github/sre.yml": SIGNED },
        },
        commits: [{ sha: "start", message: "Start", committed_at: at(30) }, ...[1, 2, 3].map(squashed)],
        branches: { develop: "s3", main: "start" },
        pulls: [1, 2, 3].map(merge),
        check_runs: [{ sha: "s2", name: "test", conclusion: "success", completed_at: at(2) }],
      },
    ],
  };
  const simulator = createSimulator(parseWorld(world, "bench"));
  await reconcileOnce(simulator, releasePr, "lanes");
  return simulator;
}

/** Twenty checks end, one of them red; a re-run of it is green; nothing has changed. */
async function notice() {
  const simulator = await standing();
  const complete = (name: string, conclusion: string) =>
    act(simulator, { as: "alice", action: "complete-check", repo: REPO, sha: "s3", name, conclusion });
  const cost = () => {
    simulator.state.now = new Date(Date.parse(simulator.state.now) + 60_000).toISOString();
    return costOf(simulator, releasePr, "ci-on/develop");
  };
  for (let nth = 0; nth < 20; nth += 1) await complete(`job ${nth}`, nth === 0 ? "failure" : "success");
  const red = await cost();
  await complete("job 0", "success");
  const green = await cost();
  const { requests, writes } = await cost();
  return { ...red, green: { requests: green.requests, writes: green.writes }, unchanged: { requests, writes } };
}

/** Somebody ticks the last box; nothing has changed. */
async function tick() {
  const simulator = await standing();
  const pull = [...(simulator.state.repos.get(REPO)?.pulls.values() ?? [])].find(({ state }) => state === "open");
  const [number, body] = [pull?.number ?? 0, (pull?.body ?? "").replaceAll("- [ ]", "- [x]")];
  await act(simulator, { as: "alice", action: "edit-pull", repo: REPO, number, body });
  const cost = () => costOf(simulator, releasePr, `tick/${number}`);
  const ticked = await cost();
  const { requests, writes } = await cost();
  return { ...ticked, unchanged: { requests, writes } };
}

/**
 * What decides about a release: the guard on a pull request of so many commits, the notice about CI, a tick. Requests read; writes are counted apart. One
 * request more reads sre.yml, which a server does once.
 */
export async function releaseTrain(argv: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({ args: argv, options: { commits: { type: "string", default: "100" } } });
  const commits = Number(values.commits);
  return { commits, guard: await guard(commits), notice: await notice(), tick: await tick() };
}

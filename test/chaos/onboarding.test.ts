import { expect, test } from "vitest";
import { onServer } from "../database/server.ts";
import { pause, SimulatedGitHub } from "../harness/github.ts";
import { areAtRest, countsOf } from "../harness/metrics.ts";
import { SECRET, ServerProcess } from "../harness/server-process.ts";
import { shopWorld } from "../harness/world.ts";

const MANY = 60;
const TEN = 10;

const REPOS = Array.from({ length: MANY }, (_, at) => ({
  name: `acme/r${at}`,
  pushed_at: new Date(Date.parse("2026-11-19T00:00:00Z") - at * 60_000).toISOString(),
  ...(at % 2 === 0 ? { files: { ".github/sre.yml": "version: 1\n" } } : {}),
}));

const ISSUES = { method: "POST", path: "/repos/*/*/issues" };
const SOON = { status: 403, headers: { "retry-after": "1" } };
const FAULTS = [
  { match: { path: "/installation/repositories" }, status: 502, times: 2 },
  { match: { operation: "onboardingFiles" }, status: 502, times: 2 },
  { match: { operation: "onboardingFiles" }, ...SOON },
  { match: { operation: "suggestHistory" }, status: 502, times: 3 },
  { match: { operation: "ownIssues" }, ...SOON },
  { match: ISSUES, status: 502, times: 3, when: "after" },
  { match: ISSUES, ...SOON },
] as const;

test("while GitHub fails and the process is killed: ten issues in the latest repositories, each once", {
  timeout: 300_000,
}, async () => {
  const installations = [{ id: 5, account: "acme", repositories: REPOS.map(({ name }) => name) }];
  const github = await SimulatedGitHub.open(shopWorld({ sre: null, repos: REPOS, world: { installations } }));
  const database = await onServer();
  const server = await ServerProcess.for(github, database.environment);
  const { simulator } = github;
  Object.assign(simulator.webhooks, { url: `${server.url}/api/github/webhooks`, secret: SECRET });
  await github.fails(...FAULTS);
  const offered = () =>
    [...simulator.state.repos.values()].flatMap(({ name, issues }) => [...issues.keys()].map(() => name));
  let left = 4;
  github.gate = async (request, go) => {
    const response = await go(request);
    if (request.method === "POST" && request.url.endsWith("/issues")) {
      left -= 1;
      if (left === 0) await server.kill();
    }
    return response;
  };
  /** Time on GitHub passes: limits end, and what failed is tried again. */
  const passesUntil = async (holds: () => boolean | Promise<boolean>) => {
    while (!(await holds())) {
      await github.passMinutes(1);
      await pause(50);
    }
  };
  try {
    await server.start().ready;
    await passesUntil(() => left === 0);
    await server.start().ready;
    const counts = await countsOf(database, server.url, () => simulator.state.now);
    await passesUntil(async () => offered().length >= TEN && areAtRest(await counts()));
    await github.passMinutes(24 * 60);
    await passesUntil(async () => areAtRest(await counts()));
    const latest = REPOS.filter(({ files }) => files === undefined).slice(0, TEN);
    expect(offered().sort()).toEqual(latest.map(({ name }) => name).sort());
    expect(await github.faultsLeft()).toEqual([]);
    expect(simulator.unexpected).toEqual([]);
  } finally {
    await server.kill();
    await github.close();
    await database.giveBack();
  }
});

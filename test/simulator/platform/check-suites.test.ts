import { expect, test } from "vitest";
import { worldOf } from "../../../src/simulator/index.ts";
import { parseWorld } from "../../../src/simulator/world/parse.ts";
import { octokitWith } from "./octokit.ts";
import { queueWorld } from "./queue-world.ts";

const place = { owner: "acme", repo: "shop" };
const own = (name: string) => ({ sha: "feat/b", name, app: "detoil" });

function asApp(simulator: ReturnType<typeof queueWorld>["simulator"]) {
  const octokit = octokitWith(simulator, simulator.installationToken());
  const suites = async (ref: string) =>
    (await octokit.rest.checks.listSuitesForRef({ ...place, ref })).data.check_suites.map((suite) => ({
      app: suite.app?.slug,
      status: suite.status,
      conclusion: suite.conclusion,
    }));
  return { octokit, suites };
}

// NousResearch/hermes-agent#52311; docs.github.com: "Update repository preferences for check suites".
test("a push gives an App with checks: write an empty queued suite, until the repository's preferences turn that off", async () => {
  const { simulator, names, act } = queueWorld();
  const { octokit, suites } = asApp(simulator);
  act("push", { branch: "feat/b", commits: [{ message: "one" }] });
  expect(await suites("feat/b")).toEqual([{ app: "detoil", status: "queued", conclusion: null }]);
  const query = `query q { repository(owner: "acme", name: "shop") { object(expression: "feat/b") { ... on Commit {
    checkSuites(first: 5) { nodes { status conclusion app { slug } checkRuns(first: 5) { totalCount } } }
    named: checkSuites(first: 5, filterBy: { checkName: "Detoil / release" }) { totalCount } } } } }`;
  expect(await octokit.graphql(query)).toMatchObject({
    repository: {
      object: {
        checkSuites: {
          nodes: [{ status: "QUEUED", conclusion: null, app: { slug: "detoil" }, checkRuns: { totalCount: 0 } }],
        },
        named: { totalCount: 0 },
      },
    },
  });

  const preference = { app_id: 7, setting: false };
  const { data } = await octokit.rest.checks.setSuitesPreferences({ ...place, auto_trigger_checks: [preference] });
  expect(data.preferences).toEqual({ auto_trigger_checks: [preference] });
  act("push", { branch: "feat/b", commits: [{ message: "two" }] });
  expect(await suites("feat/b")).toEqual([]);
  await simulator.idle();
  expect(names().filter((name) => name === "check_suite.requested")).toHaveLength(1);
});

test("an App without checks: write gets none", async () => {
  const { simulator, act } = queueWorld({ permissions: { checks: "read" } });
  act("push", { branch: "feat/b", commits: [{ message: "one" }] });
  expect(await asApp(simulator).suites("feat/b")).toEqual([]);
});

// GitHub's description of POST …/check-runs/{check_run_id}/rerequest.
test("Re-run: the suite is queued and its conclusion cleared, the run is not updated, until the App writes it", async () => {
  const { simulator, received, act, repo } = queueWorld();
  const { octokit, suites } = asApp(simulator);
  const { id } = act("complete-check", own("Detoil / release"));
  const before = structuredClone(repo().check_runs.get(Number(id)));
  act("rerequest-check", own("Detoil / release"));
  await simulator.idle();
  expect(await suites("feat/b")).toEqual([{ app: "detoil", status: "queued", conclusion: null }]);
  expect(repo().check_runs.get(Number(id))).toEqual(before);
  expect(received.at(-1)).toMatchObject({ name: "check_run.rerequested", body: { check_run: { id } } });
  await octokit.rest.checks.update({ ...place, check_run_id: Number(id), conclusion: "success" });
  expect(await suites("feat/b")).toEqual([{ app: "detoil", status: "completed", conclusion: "success" }]);
});

// That every run is waited for is the harsher reading: GitHub does not say when such a suite counts as completed again.
test("Re-run all checks: the suite stays queued until each of its runs was written, or made again", async () => {
  const { simulator, received, act } = queueWorld();
  const { octokit, suites } = asApp(simulator);
  const { id } = act("complete-check", own("Detoil / release"));
  act("complete-check", own("Detoil / config"));
  act("rerequest-suite", { sha: "feat/b" });
  await simulator.idle();
  expect(received.at(-1)).toMatchObject({
    name: "check_suite.rerequested",
    body: { check_suite: { status: "queued", conclusion: null, app: { slug: "detoil" } } },
  });
  await octokit.rest.checks.update({ ...place, check_run_id: Number(id), conclusion: "success" });
  expect(await suites("feat/b")).toMatchObject([{ status: "queued" }]);
  const head_sha = simulator.state.repos.get("acme/shop")?.branches.get("feat/b") ?? "";
  await octokit.rest.checks.create({ ...place, head_sha, name: "Detoil / config", conclusion: "success" });
  expect(await suites("feat/b")).toMatchObject([{ status: "completed" }]);
});

test("over the API an App asks for its own checks only", async () => {
  const { simulator, act } = queueWorld();
  const { octokit, suites } = asApp(simulator);
  const mine = act("complete-check", own("Detoil / release"));
  const theirs = act("complete-check", { sha: "feat/b", name: "test", app: "ci" });
  const ask = (id: unknown) => octokit.rest.checks.rerequestRun({ ...place, check_run_id: Number(id) });
  expect((await ask(mine.id)).status).toBe(201);
  await expect(ask(theirs.id)).rejects.toMatchObject({ status: 403 });
  const { data } = await octokit.rest.checks.listSuitesForRef({ ...place, ref: "feat/b" });
  const suite = data.check_suites.find(({ app }) => app?.slug === "detoil");
  expect((await octokit.rest.checks.rerequestSuite({ ...place, check_suite_id: suite?.id ?? 0 })).status).toBe(201);
  expect(await suites("feat/b")).toMatchObject([{ status: "queued" }, { app: "ci", status: "completed" }]);
});

test("suites and preferences are written and read back as they were", () => {
  const { simulator, act, repo } = queueWorld();
  act("push", { branch: "feat/b", commits: [{ message: "one" }] });
  act("complete-check", own("Detoil / release"));
  act("rerequest-check", own("Detoil / release"));
  repo().auto_trigger_checks.set(7, false);
  const world = worldOf(simulator.state);
  expect(world.repos?.[0]?.check_suites).toMatchObject([{ app: "detoil", rerequested: ["Detoil / release"] }]);
  expect(worldOf(parseWorld(JSON.parse(JSON.stringify(world)), "again"))).toEqual(world);
});

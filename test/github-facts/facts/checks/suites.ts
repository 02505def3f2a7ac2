import assert from "node:assert/strict";
import { at, type Fact, listAt, type Scratch, type Stage } from "../../fact.ts";
import { madeBranch, madeCommit } from "../../made.ts";
import { found, shown } from "../../read.ts";

const RUNS = "/repos/{owner}/{repo}/check-runs";
const HANGING = "NousResearch/hermes-agent#52311; REST: Update repository preferences for check suites";
const PRESSED = "somebody who presses Re-run";

async function pushed(scratch: Scratch): Promise<string> {
  const branch = await madeBranch(scratch, scratch.head);
  return madeCommit(scratch, branch, { path: scratch.name("fact.txt"), text: "1\n" });
}

/** The App's own suites on a commit. */
async function suitesOn(scratch: Scratch, ref: string): Promise<readonly unknown[]> {
  const data = await found(scratch, "GET /repos/{owner}/{repo}/commits/{ref}/check-suites", { ref });
  return listAt(data, "check_suites").filter((suite) => `${at(suite, "app", "slug")}[bot]` === scratch.bot);
}

const stateOn = async (scratch: Scratch, ref: string) => {
  const [suite] = await suitesOn(scratch, ref);
  return [at(suite, "status"), at(suite, "conclusion")];
};

const isState = async (scratch: Scratch, ref: string, wanted: readonly unknown[]) =>
  JSON.stringify(await stateOn(scratch, ref)) === JSON.stringify(wanted);

async function madeRun(scratch: Scratch, head_sha: string, name: string, conclusion = "success"): Promise<unknown> {
  const { status, data } = await scratch.rest(`POST ${RUNS}`, { name, head_sha, conclusion });
  assert.equal(status, 201);
  return at(data, "id");
}

async function appId(scratch: Scratch): Promise<number> {
  return Number(at((await scratch.rest("GET /app", {}, "jwt")).data, "id"));
}

/** Another App's check, and ours, on the scratch repository's head. */
async function twoOn(stage: Stage): Promise<{ readonly mine: unknown; readonly theirs: unknown }> {
  const mine = await madeRun(stage, stage.head, "ours");
  return { mine, theirs: at(await stage.act("complete-check", { sha: "main", name: "test", app: "ci" }), "id") };
}

export const suites: readonly Fact[] = [
  {
    id: "checks/empty-suite",
    says: "An App with `checks: write` gets an empty queued suite on every push, until the repository's preferences turn that off; `checkName` finds no such suite.",
    source: HANGING,
    seen: async (scratch) => {
      const sha = await pushed(scratch);
      await scratch.until(() => isState(scratch, sha, ["queued", null]));
      const fields = `object(expression: "${sha}") { ... on Commit {
        checkSuites(first: 5, filterBy: { appId: ${await appId(scratch)} }) { nodes { status conclusion checkRuns(first: 5) { totalCount } } }
        named: checkSuites(first: 5, filterBy: { checkName: "Detoil / release" }) { totalCount } } }`;
      assert.deepEqual(at(await shown(scratch, fields), "object"), {
        checkSuites: { nodes: [{ status: "QUEUED", conclusion: null, checkRuns: { totalCount: 0 } }] },
        named: { totalCount: 0 },
      });
      return "queued, without runs";
    },
  },
  {
    id: "checks/empty-suite-told",
    says: "The App learns of such a suite: `check_suite.requested`, with its id and its App.",
    source: "docs.github.com: check_suite, action requested",
    takes: "a server that gets the App's webhooks",
    seen: async (stage) => {
      const head_sha = await pushed(stage);
      const body = (await stage.deliveries()).findLast(({ name }) => name === "check_suite.requested")?.body;
      const suite = at(body, "check_suite");
      assert.deepEqual([at(suite, "head_sha"), at(suite, "latest_check_runs_count")], [head_sha, 0]);
      assert.equal(`${at(suite, "app", "slug")}[bot]`, stage.bot);
      assert.equal(typeof at(suite, "id"), "number");
      return "told";
    },
  },
  {
    id: "checks/preferences-permission",
    says: "`checks: write` is enough for those preferences, though the description asks for an administrator; afterwards a push creates no suite and reports none.",
    source: `@octokit/app-permissions (unproven); ${HANGING}`,
    takes: "a setting of the repository's, which the run leaves alone",
    seen: async (stage) => {
      const auto_trigger_checks = [{ app_id: await appId(stage), setting: false }];
      const route = "PATCH /repos/{owner}/{repo}/check-suites/preferences";
      const { status, data } = await stage.rest(route, { auto_trigger_checks });
      assert.equal(status, 200);
      assert.deepEqual(at(data, "preferences"), { auto_trigger_checks });
      assert.deepEqual(await suitesOn(stage, await pushed(stage)), []);
      const names = (await stage.deliveries()).map(({ name }) => name);
      assert.deepEqual(names, ["create", "push", "push"]);
      return "200, and no suite";
    },
  },
  {
    id: "checks/no-suite",
    says: "An App without `checks: write` gets none.",
    source: HANGING,
    takes: "an App that reads checks only",
    world: { app: { permissions: { metadata: "read", contents: "read", checks: "read" } } },
    seen: async (stage) => {
      assert.deepEqual(await suitesOn(stage, await pushed(stage)), []);
      return "none";
    },
  },
  {
    id: "checks/rerequested",
    says: "Re-run sets the suite back to queued without a conclusion and leaves the run as it was: the App must write.",
    source: "docs.github.com: check_run and check_suite, action rerequested; REST: Rerequest a check run",
    seen: async (scratch) => {
      const sha = await pushed(scratch);
      const check_run_id = await madeRun(scratch, sha, scratch.name("fact"), "failure");
      const run = () => found(scratch, `GET ${RUNS}/{check_run_id}`, { check_run_id });
      const before = await run();
      await scratch.until(() => isState(scratch, sha, ["completed", "failure"]));
      assert.equal((await scratch.rest(`POST ${RUNS}/{check_run_id}/rerequest`, { check_run_id })).status, 201);
      await scratch.until(() => isState(scratch, sha, ["queued", null]));
      for (const key of ["status", "conclusion", "completed_at"]) assert.equal(at(await run(), key), at(before, key));
      await scratch.rest(`PATCH ${RUNS}/{check_run_id}`, { check_run_id, conclusion: "success" });
      await scratch.until(() => isState(scratch, sha, ["completed", "success"]));
      return "queued, until it was written";
    },
  },
  {
    id: "checks/rerequested-told",
    says: "A person's Re-run reaches the App that created the run: `check_run.rerequested`, or `check_suite.rerequested` for all.",
    source: "docs.github.com: check_run and check_suite, action rerequested",
    takes: PRESSED,
    seen: async (stage) => {
      const id = await madeRun(stage, stage.head, "Detoil / release");
      await stage.act("rerequest-check", { sha: "main", name: "Detoil / release" });
      const one = (await stage.deliveries()).at(-1);
      assert.deepEqual([one?.name, at(one?.body, "check_run", "id")], ["check_run.rerequested", id]);
      await stage.act("rerequest-suite", { sha: "main" });
      const all = (await stage.deliveries()).at(-1);
      assert.equal(all?.name, "check_suite.rerequested");
      const suite = at(all?.body, "check_suite");
      assert.deepEqual([at(suite, "status"), at(suite, "conclusion")], ["queued", null]);
      assert.equal(`${at(suite, "app", "slug")}[bot]`, stage.bot);
      return "told of one, and of all";
    },
  },
  {
    // That GitHub waits for every run is the stricter reading: it does not say when such a suite counts as completed
    // again.
    id: "checks/rerequested-all",
    says: "After Re-run of all checks the suite stays queued until each of its runs was updated, or created again.",
    source: "unsourced",
    takes: PRESSED,
    seen: async (stage) => {
      const check_run_id = await madeRun(stage, stage.head, "Detoil / release");
      await madeRun(stage, stage.head, "Detoil / config");
      await stage.act("rerequest-suite", { sha: "main" });
      await stage.rest(`PATCH ${RUNS}/{check_run_id}`, { check_run_id, conclusion: "success" });
      assert.deepEqual(await stateOn(stage, stage.head), ["queued", null]);
      await madeRun(stage, stage.head, "Detoil / config");
      assert.deepEqual(await stateOn(stage, stage.head), ["completed", "success"]);
      return "queued until both";
    },
  },
  {
    id: "checks/rerequest-suite",
    says: "Over the API an App re-requests its own runs and suites, but not another App's (403), and changes no other App's run (403).",
    source: "REST: Rerequest a check run, Rerequest a check suite, Update a check run",
    takes: "another App's checks",
    seen: async (stage) => {
      const { mine, theirs } = await twoOn(stage);
      const ask = async (id: unknown) =>
        (await stage.rest(`POST ${RUNS}/{check_run_id}/rerequest`, { check_run_id: id })).status;
      assert.deepEqual([await ask(mine), await ask(theirs)], [201, 403]);
      const change = { check_run_id: theirs, conclusion: "failure" };
      assert.equal((await stage.rest(`PATCH ${RUNS}/{check_run_id}`, change)).status, 403);
      await stage.rest(`PATCH ${RUNS}/{check_run_id}`, { check_run_id: mine, conclusion: "success" });
      const [suite] = await suitesOn(stage, stage.head);
      const route = "POST /repos/{owner}/{repo}/check-suites/{check_suite_id}/rerequest";
      assert.equal((await stage.rest(route, { check_suite_id: at(suite, "id") })).status, 201);
      const data = await found(stage, "GET /repos/{owner}/{repo}/commits/{ref}/check-suites", { ref: "main" });
      const states = listAt(data, "check_suites").map((one) => [at(one, "app", "slug"), at(one, "status")]);
      assert.deepEqual(states, [
        [stage.bot.replace("[bot]", ""), "queued"],
        ["ci", "completed"],
      ]);
      return "201 for its own, 403 for others'";
    },
  },
  {
    id: "checks/actions-suite",
    says: "GitHub Actions has a suite for a workflow before its first job has a run; the suite is not over between two jobs, and one that cannot start ends without a run.",
    source:
      "docs.github.com: Workflow run statuses; REST: check suites (status queued, conclusion startup_failure); unproven",
    takes: "a workflow",
    seen: async (stage) => {
      const sha = stage.head;
      const suite = async () => {
        const data = await found(stage, "GET /repos/{owner}/{repo}/commits/{ref}/check-suites", { ref: "main" });
        const one = listAt(data, "check_suites").find((each) => at(each, "app", "slug") === "github-actions");
        return [at(one, "status"), at(one, "conclusion"), at(one, "latest_check_runs_count")];
      };
      await stage.act("start-suite", { sha });
      assert.deepEqual(await suite(), ["queued", null, 0]);
      await stage.act("complete-check", { sha, name: "build", app: "github-actions" });
      await stage.act("start-suite", { sha });
      assert.deepEqual(await suite(), ["in_progress", null, 1]);
      await stage.act("complete-suite", { sha });
      assert.deepEqual(await suite(), ["completed", "success", 1]);
      await stage.act("complete-suite", { sha, conclusion: "startup_failure" });
      assert.deepEqual((await suite()).slice(0, 2), ["completed", "startup_failure"]);
      return "queued, between jobs, and without any";
    },
  },
  {
    id: "checks/others-told",
    says: "An App that reads checks learns when another App's run and suite end: `check_run.completed`, `check_suite.completed` with `head_branch`; its statuses come as `status`, with the branches whose tip the commit is.",
    source: "docs.github.com: check_run, check_suite, status; Azure/azure-sdk-tools#3245 (one suite for each App)",
    takes: "another App's checks",
    seen: async (stage) => {
      await stage.act("complete-check", { sha: "main", name: "test", app: "ci" });
      await stage.act("set-status", {
        sha: "main",
        context: "ci/old",
        state: "failure",
        target_url: "https://ci.example.com/1",
      });
      const told = (await stage.deliveries()).slice(-3);
      assert.deepEqual(
        told.map(({ name }) => name),
        ["check_run.completed", "check_suite.completed", "status"],
      );
      const [run, suite, status] = told.map(({ body }) => body);
      assert.equal(at(run, "check_run", "check_suite", "head_branch"), stage.branch);
      assert.equal(at(suite, "check_suite", "head_branch"), stage.branch);
      assert.equal(at(status, "branches", 0, "name"), stage.branch);
      assert.equal(at(status, "target_url"), "https://ci.example.com/1");
      return "three webhooks";
    },
  },
];

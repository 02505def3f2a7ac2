import assert from "node:assert/strict";
import { at, type Fact, listAt, type Scratch } from "../../fact.ts";
import { madeBranch, madeCommit } from "../../made.ts";
import { shown } from "../../read.ts";

const RUNS = "POST /repos/{owner}/{repo}/check-runs";
const RUN = "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}";

function annotations(count: number): object[] {
  return Array.from({ length: count }, (_, line) => ({
    path: "README.md",
    start_line: line + 1,
    end_line: line + 1,
    annotation_level: "notice",
    message: "a fact is being tried",
  }));
}

async function madeRun(scratch: Scratch, fields: object = {}): Promise<{ readonly id: number; readonly name: string }> {
  const name = scratch.name("fact");
  const { status, data } = await scratch.rest(RUNS, { name, head_sha: scratch.head, ...fields });
  assert.equal(status, 201, JSON.stringify(data));
  const id = Number(at(data, "id"));
  // A check run cannot be deleted; a neutral one blocks nothing.
  scratch.afterwards(() => scratch.rest(RUN, { check_run_id: id, conclusion: "neutral" }));
  return { id, name };
}

export const runs: readonly Fact[] = [
  {
    id: "checks/conclusion",
    says: "Giving a conclusion completes a run.",
    source: "REST: Create a check run",
    seen: async (scratch) => {
      const { id } = await madeRun(scratch, { status: "in_progress" });
      const { data } = await scratch.rest(RUN, { check_run_id: id, conclusion: "success" });
      assert.deepEqual([at(data, "status"), at(data, "conclusion")], ["completed", "success"]);
      return "completed";
    },
  },
  {
    id: "checks/annotations",
    says: "One request takes 50 annotations, 51 are refused with 422; an update adds its own to the existing ones.",
    source: "REST: Create a check run",
    invalid: true,
    seen: async (scratch) => {
      const output = { title: "t", summary: "s" };
      const many = await scratch.rest(RUNS, {
        name: scratch.name("fact"),
        head_sha: scratch.head,
        conclusion: "neutral",
        output: { ...output, annotations: annotations(51) },
      });
      assert.equal(many.status, 422);
      const { id } = await madeRun(scratch, { output: { ...output, annotations: annotations(50) } });
      const update = { check_run_id: id, output: { ...output, annotations: annotations(2) } };
      const { data } = await scratch.rest(RUN, update);
      assert.equal(at(data, "output", "annotations_count"), 52);
      const route = "GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations";
      const listed = await scratch.rest(route, { check_run_id: id, per_page: 100 });
      assert.equal(listAt(listed.data).length, 52);
      return "51 refused, 50 + 2 = 52";
    },
  },
  {
    id: "checks/long",
    says: "An output's summary or text longer than 65,535 characters is refused with 422.",
    source: "REST: Create a check run",
    invalid: true,
    seen: async (scratch) => {
      const output = { title: "t", summary: "s".repeat(65_536) };
      const made = { name: scratch.name("fact"), head_sha: scratch.head, conclusion: "neutral", output };
      const { status } = await scratch.rest(RUNS, made);
      assert.equal(status, 422);
      return "422";
    },
  },
  {
    id: "checks/unknown-commit",
    says: "A run on a nonexistent commit is refused with 422.",
    source: "many reports of 'No commit found for SHA'",
    seen: async (scratch) => {
      const { status, data } = await scratch.rest(RUNS, { name: "fact", head_sha: "f".repeat(40) });
      assert.equal(status, 422);
      return `422 ${at(data, "message")}`;
    },
  },
  {
    id: "checks/latest",
    says: "Of two runs with one name on a commit a list shows the newest, and both with `filter=all`.",
    source: "REST: List check runs for a Git reference",
    seen: async (scratch) => {
      const first = await madeRun(scratch, { conclusion: "failure" });
      const second = await scratch.rest(RUNS, { name: first.name, head_sha: scratch.head, conclusion: "success" });
      const ids = async (filter: string) => {
        const asked = { ref: scratch.head, check_name: first.name, filter };
        const { data } = await scratch.rest("GET /repos/{owner}/{repo}/commits/{ref}/check-runs", asked);
        return listAt(data, "check_runs").map((run) => at(run, "id"));
      };
      await scratch.until(async () => (await ids("all")).length === 2);
      assert.deepEqual(await ids("latest"), [at(second.data, "id")]);
      return "the newest";
    },
  },
  {
    id: "checks/by-id",
    says: "A run that was just created is found by its id at once, with its `external_id` and its App.",
    source: "REST: Get a check run",
    seen: async (scratch) => {
      const { id, name } = await madeRun(scratch, { external_id: "x", conclusion: "failure" });
      const { status, data } = await scratch.rest("GET /repos/{owner}/{repo}/check-runs/{check_run_id}", {
        check_run_id: id,
      });
      assert.equal(status, 200);
      assert.deepEqual([at(data, "name"), at(data, "external_id"), at(data, "conclusion")], [name, "x", "failure"]);
      assert.equal(`${at(data, "app", "slug")}[bot]`, scratch.bot);
      return "found";
    },
  },
  {
    id: "checks/suite",
    says: "A check suite is read by its id, with its commit, its App and its status; it is queued or in progress while a run of it is, and its newest runs are listed under it.",
    source: "REST: Get a check suite; List check runs in a check suite",
    seen: async (scratch) => {
      const { id } = await madeRun(scratch, { status: "in_progress" });
      const run = await scratch.rest("GET /repos/{owner}/{repo}/check-runs/{check_run_id}", { check_run_id: id });
      const asked = { check_suite_id: Number(at(run.data, "check_suite", "id")) };
      const { data } = await scratch.rest("GET /repos/{owner}/{repo}/check-suites/{check_suite_id}", asked);
      assert.equal(at(data, "head_sha"), scratch.head);
      assert.equal(`${at(data, "app", "slug")}[bot]`, scratch.bot);
      assert.notEqual(at(data, "status"), "completed");
      const runs = "GET /repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs";
      await scratch.until(async () => {
        const listed = await scratch.rest(runs, { ...asked, filter: "latest", per_page: 100 });
        return listAt(listed.data, "check_runs").some((one) => at(one, "id") === id);
      });
      return String(at(data, "status"));
    },
  },
  {
    id: "checks/rollup",
    says: "`checkSuites(filterBy:)` finds an App's suite by `appId` or `checkName`, its runs by name, `LATEST` alone; the rollup has runs of all.",
    source: "GraphQL: Commit.checkSuites, CheckSuite.checkRuns, StatusCheckRollup",
    seen: async (scratch) => {
      const branch = await madeBranch(scratch, scratch.head);
      const head_sha = await madeCommit(scratch, branch, { path: "fact.txt", text: "1\n" });
      const name = scratch.name("fact");
      const make = (conclusion: string, external_id: string) =>
        scratch.rest(RUNS, { name, head_sha, conclusion, external_id, output: { title: "t", summary: "s" } });
      await make("success", "first");
      const id = at((await make("failure", "second")).data, "id");
      const appId = at((await scratch.rest("GET /app", {}, "jwt")).data, "id");
      const named = "nodes { name databaseId conclusion externalId title summary }";
      const fields = `object(expression: "${head_sha}") { ... on Commit {
        byApp: checkSuites(first: 5, filterBy: { appId: ${appId} }) { nodes { status conclusion app { slug databaseId }
          checkRuns(first: 5, filterBy: { checkName: "${name}", checkType: LATEST }) { ${named} }
          all: checkRuns(first: 5, filterBy: { checkName: "${name}", checkType: ALL }) { totalCount } } }
        byName: checkSuites(first: 5, filterBy: { checkName: "${name}" }) { totalCount }
        none: checkSuites(first: 5, filterBy: { checkName: "no-such-check" }) { totalCount }
        statusCheckRollup { state contexts(first: 9) { nodes { ... on CheckRun { name } } } } } }`;
      const commit = async () => at(await shown(scratch, fields), "object");
      await scratch.until(async () => at(await commit(), "byApp", "nodes", 0, "all", "totalCount") === 2);
      const data = await commit();
      const suite = at(data, "byApp", "nodes", 0);
      assert.deepEqual([at(suite, "status"), at(suite, "conclusion")], ["COMPLETED", "FAILURE"]);
      assert.deepEqual(at(suite, "app"), { slug: scratch.bot.replace("[bot]", ""), databaseId: appId });
      const latest = { name, databaseId: id, conclusion: "FAILURE", externalId: "second", title: "t", summary: "s" };
      assert.deepEqual(listAt(suite, "checkRuns", "nodes"), [latest]);
      assert.deepEqual([at(data, "byName", "totalCount"), at(data, "none", "totalCount")], [1, 0]);
      assert.equal(at(data, "statusCheckRollup", "state"), "FAILURE");
      assert.ok(listAt(data, "statusCheckRollup", "contexts", "nodes").some((one) => at(one, "name") === name));
      return "one suite, the latest of two runs";
    },
  },
  {
    id: "checks/neutral",
    says: "A required check that is neutral or skipped counts as passed.",
    source: "docs.github.com: About protected branches",
    takes: "a protected branch",
  },
];

import assert from "node:assert/strict";
import { at, type Fact, listAt, type Scratch } from "../fact.ts";

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
  // A check run cannot be deleted; a neutral one holds nothing up.
  scratch.afterwards(() => scratch.rest(RUN, { check_run_id: id, conclusion: "neutral" }));
  return { id, name };
}

export const checks: readonly Fact[] = [
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
    says: "One request takes 50 annotations, 51 are refused with 422; an update adds its own to those before.",
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
    says: "A run on a commit that is not there is refused with 422.",
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
    id: "checks/merge-queue",
    says: "A merge queue asks for required checks on the merge group's commit (`merge_group`, `checks_requested`); one that never reports there holds the entry until its time-out, then drops it.",
    source: "docs.github.com: Managing a merge queue; webhook merge_group",
    takes: "a branch with a merge queue",
  },
  {
    id: "checks/rerequested",
    says: "Re-run sets the suite back to queued without a conclusion and leaves the run as it was: the App must write.",
    source: "docs.github.com: check_run and check_suite, action rerequested",
    takes: "somebody who presses Re-run",
  },
  {
    id: "checks/empty-suite",
    says: "An App with `checks: write` gets an empty queued suite on every push, until the repository's preferences turn that off.",
    source: "NousResearch/hermes-agent#52311; REST: Update repository preferences for check suites",
    takes: "a push",
  },
  {
    id: "checks/preferences-permission",
    says: "`checks: write` is enough for those preferences, though the description asks for an administrator.",
    source: "@octokit/app-permissions; unproven",
    takes: "a setting of the repository's, which the run leaves alone",
  },
  {
    id: "checks/neutral",
    says: "A required check that is neutral or skipped counts as passed.",
    source: "docs.github.com: About protected branches",
    takes: "a protected branch",
  },
];

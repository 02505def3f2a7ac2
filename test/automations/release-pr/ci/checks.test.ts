import { expect, test } from "vitest";
import {
  checksOf,
  type RunNode,
  type StatusNode,
  type SuiteNode,
} from "../../../../src/automations/release-pr/ci/checks.ts";

const url = "https://github.com/acme/shop/runs/1";

const BEGAN = "2026-11-20T00:50:00Z";

function run(name: string, conclusion: string | null, app = "ci", status = "COMPLETED", createdAt = BEGAN): RunNode {
  const completedAt = conclusion === null ? null : "2026-11-20T01:00:00Z";
  const checkSuite = { createdAt, app: { slug: app } };
  return { __typename: "CheckRun", name, status, conclusion, completedAt, url, checkSuite };
}

function status(context: string, state: string): StatusNode {
  return { __typename: "StatusContext", context, state, createdAt: "2026-11-20T01:00:00Z", targetUrl: null };
}

function suite(
  app: string | null,
  state: string,
  conclusion: string | null = null,
  runs = 0,
  createdAt = BEGAN,
): SuiteNode {
  const slug = app === null ? null : { slug: app };
  return {
    ...{ status: state, conclusion, createdAt, updatedAt: "2026-11-20T01:00:00Z", url, app: slug },
    checkRuns: { totalCount: runs },
  };
}

test.each<[string, (RunNode | StatusNode)[], SuiteNode[], string[]]>([
  ["nothing", [], [], []],
  ["Detoil's own runs and suite", [run("Detoil / release", "FAILURE", "detoil")], [suite("detoil", "QUEUED")], []],
  ["another App's suite without a run", [], [suite("netlify", "QUEUED")], []],
  ["a queued suite of Actions", [], [suite("github-actions", "QUEUED")], ["null running"]],
  ["one that waits for a deployment's approval", [], [suite("github-actions", "WAITING")], ["null running"]],
  [
    "jobs that come after a job",
    [run("build", "SUCCESS", "github-actions")],
    [suite("github-actions", "IN_PROGRESS", null, 1)],
    ["build passed success", "null running"],
  ],
  [
    "somebody chose Re-run",
    [run("test", "FAILURE")],
    [suite("ci", "QUEUED", null, 1)],
    ["test failed failure", "null running"],
  ],
  ["a suite that is over", [run("test", "SUCCESS")], [suite("ci", "COMPLETED", "SUCCESS", 1)], ["test passed success"]],
  [
    "a workflow that cannot start, or needs approval",
    [],
    [suite("github-actions", "COMPLETED", "STARTUP_FAILURE"), suite("github-actions", "COMPLETED", "ACTION_REQUIRED")],
    ["null failed startup_failure", "null failed action_required"],
  ],
  ["a workflow without a job to do", [], [suite("github-actions", "COMPLETED", "SKIPPED")], []],
  ["a failed suite of another App without a run", [], [suite("netlify", "COMPLETED", "FAILURE")], []],
  [
    "every conclusion",
    [
      ...["SUCCESS", "NEUTRAL", "SKIPPED", "FAILURE", "TIMED_OUT", "CANCELLED", "ACTION_REQUIRED", "STALE"].map(
        (word) => run(word.slice(0, 3), word),
      ),
      run("new", null, "ci", "QUEUED"),
    ],
    [],
    [
      ...["SUC passed success", "NEU passed neutral", "SKI skipped skipped", "FAI failed failure"],
      ...["TIM failed timed_out", "CAN failed cancelled", "ACT failed action_required", "STA failed stale"],
      "new running",
    ],
  ],
  [
    "every state",
    ["SUCCESS", "FAILURE", "ERROR", "PENDING", "EXPECTED"].map((word) => status(word.slice(0, 2), word)),
    [],
    ["SU passed success", "FA failed failure", "ER failed error", "PE running", "EX running"],
  ],
  ["an App that is gone", [], [suite(null, "QUEUED")], []],
  [
    "a workflow that an edited title started again: the latest run of a name counts",
    [
      run("title", "FAILURE", "github-actions"),
      run("title", "SUCCESS", "github-actions", "COMPLETED", "2026-11-20T00:55:00Z"),
      run("lint", "SUCCESS", "github-actions", "COMPLETED", "2026-11-20T00:45:00Z"),
      run("lint", "CANCELLED", "github-actions"),
    ],
    [],
    ["title passed success", "lint failed cancelled"],
  ],
  [
    "a job that skips the later event",
    [
      run("test", "FAILURE", "github-actions"),
      run("test", "SKIPPED", "github-actions", "COMPLETED", "2026-11-20T00:55:00Z"),
    ],
    [],
    ["test failed failure", "test skipped skipped"],
  ],
  [
    "one that runs again",
    [
      run("title", "CANCELLED", "github-actions"),
      run("title", null, "github-actions", "QUEUED", "2026-11-20T00:50:06Z"),
    ],
    [],
    ["title running"],
  ],
  [
    "two workflows of one push, and two Apps, with the same name",
    [
      run("test", "FAILURE", "github-actions"),
      run("test", "SUCCESS", "github-actions", "COMPLETED", "2026-11-20T00:50:01Z"),
      run("test", "SUCCESS", "ci", "COMPLETED", "2026-11-20T00:58:00Z"),
    ],
    [],
    ["test failed failure", "test passed success", "test passed success"],
  ],
  [
    "a workflow that was cancelled before its first job, because it was started again",
    [],
    [
      suite("github-actions", "COMPLETED", "CANCELLED"),
      suite("github-actions", "COMPLETED", "SUCCESS", 1, "2026-11-20T00:50:06Z"),
    ],
    [],
  ],
  [
    "one that a person cancelled, beside another App's",
    [],
    [suite("github-actions", "COMPLETED", "CANCELLED"), suite("ci", "COMPLETED", "SUCCESS", 1, "2026-11-20T00:50:06Z")],
    ["null failed cancelled"],
  ],
])("what a commit waits for: %s", (_name, contexts, suites, wanted) => {
  const checks = checksOf(contexts, suites, "detoil");
  expect(
    checks.map(({ name, state, conclusion }) => [name ?? "null", state, conclusion ?? ""].join(" ").trim()),
  ).toEqual(wanted);
});

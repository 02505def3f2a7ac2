import { expect, test } from "vitest";
import { planCheckRun, type WantedCheck, worstOf } from "../../src/managed/check-run.ts";

const check: WantedCheck = {
  name: "Detoil / config",
  headOid: "a".repeat(40),
  conclusion: "success",
  title: "fine",
  summary: "All is well.",
  because: "somebody changed sre.yml",
};
const { title, summary } = check;
const shown = { id: 5, conclusion: "success", title, summary, rerequested: false };
const written = {
  action: "set-check-run",
  name: check.name,
  head_sha: check.headOid,
  conclusion: "success",
  output: { title, summary },
  because: check.because,
};

test("nothing is written if GitHub already shows the same", () => {
  expect(planCheckRun(shown, check, "update")).toEqual([]);
});

test.each([
  ["no run", null, {}],
  ["another title", { ...shown, title: "1 problem" }, { check_run_id: 5 }],
  ["another summary", { ...shown, summary: "Line 3." }, { check_run_id: 5 }],
  ["another conclusion", { ...shown, conclusion: "failure" }, { check_run_id: 5 }],
  ["a run that has not ended", { ...shown, conclusion: null }, { check_run_id: 5 }],
])("%s: it is written", (_name, current, run) => {
  expect(planCheckRun(current, check, "update")).toEqual([{ ...written, ...run }]);
  expect(planCheckRun(current, check, "new run")).toEqual([written]);
});

test("annotations are written with it", () => {
  const annotation = {
    path: "sre.yml",
    start_line: 1,
    end_line: 1,
    annotation_level: "failure",
    message: "No.",
  } as const;
  const [action] = planCheckRun(null, { ...check, annotations: [annotation] }, "new run");
  expect(action?.output).toEqual({ title, summary, annotations: [annotation] });
  expect(planCheckRun(null, { ...check, annotations: [] }, "new run")).toEqual([written]);
});

// GitHub resets the suite to queued and leaves the run as it was (docs.github.com, "Rerequest a check run"). The same
// run may have been written a moment ago, and the store knows that: `rerequested` says that this write is not a
// duplicate.
test("Re-run: the same is written again, and marked as rerequested", () => {
  expect(planCheckRun({ ...shown, rerequested: true }, check, "update")).toEqual([
    { ...written, check_run_id: 5, rerequested: true, because: "somebody asked for the check again" },
  ]);
});

test("Re-run with another result: it is marked as rerequested too", () => {
  expect(planCheckRun({ ...shown, title: "1 problem", rerequested: true }, check, "update")).toEqual([
    { ...written, check_run_id: 5, rerequested: true },
  ]);
});

test("of several on one commit the first that is not green decides, or else the first", () => {
  const [green, red, grey] = [check, { ...check, conclusion: "failure" }, { ...check, conclusion: "neutral" }] as const;
  expect(worstOf([green, red, grey])).toBe(red);
  expect(worstOf([green, grey, red])).toBe(grey);
  expect(worstOf([green, { ...green }])).toBe(green);
  expect(worstOf([])).toBeUndefined();
});

import { expect, test } from "vitest";
import { checkIfDue } from "../../src/automations/check-if-due.ts";

const check = {
  name: "Detoil / config",
  head_sha: "a".repeat(40),
  conclusion: "success",
  output: { title: "fine", summary: "All is well." },
  because: "somebody changed sre.yml",
} as const;
const shown = { id: 5, conclusion: "success", ...check.output, rerequested: false };

test("nothing is written if GitHub already shows the same", () => {
  expect(checkIfDue(shown, check)).toEqual([]);
});

test.each([
  ["no run", null],
  ["another title", { ...shown, title: "1 problem" }],
  ["another conclusion", { ...shown, conclusion: "failure" }],
  ["a run that has not ended", { ...shown, conclusion: null }],
])("%s: it is written", (_name, current) => {
  expect(checkIfDue(current, check)).toEqual([{ action: "set-check-run", ...check }]);
});

// GitHub resets the suite to queued and leaves the run as it was (docs.github.com, "Rerequest a check run"). The same
// run may have been written a moment ago, and the store knows that: `rerequested` says that this write is not a
// duplicate.
test("Re-run: the same is written again, and marked as rerequested", () => {
  expect(checkIfDue({ ...shown, rerequested: true }, check)).toEqual([
    { action: "set-check-run", ...check, rerequested: true, because: "somebody asked for the check again" },
  ]);
});

test("Re-run with another result: it is marked as rerequested too", () => {
  expect(checkIfDue({ ...shown, title: "1 problem", rerequested: true }, check)).toEqual([
    { action: "set-check-run", ...check, rerequested: true },
  ]);
});

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

test("what GitHub shows already is not written again", () => {
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

// GitHub resets the suite to queued and leaves the run as it was (docs.github.com, "Rerequest a check run"). The same run may
// have been written a moment ago, which the store remembers: `rerequested` says that this one is no repetition.
test("Re-run: the same is written again, and said to be asked for", () => {
  expect(checkIfDue({ ...shown, rerequested: true }, check)).toEqual([
    { action: "set-check-run", ...check, rerequested: true, because: "somebody asked for the check again" },
  ]);
});

test("Re-run where something else is to be said: it is asked for, too", () => {
  expect(checkIfDue({ ...shown, title: "1 problem", rerequested: true }, check)).toEqual([
    { action: "set-check-run", ...check, rerequested: true },
  ]);
});

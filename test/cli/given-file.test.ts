import { expect, test } from "vitest";
import { CommandError } from "../../src/cli/command-error.ts";
import { fileProblem } from "../../src/cli/given-file.ts";

test.each([
  ["ENOENT", "There is no file a.yml."],
  ["EISDIR", "a.yml is a folder: name a file."],
  ["EACCES", "a.yml may not be read by this user."],
  ["EIO", "a.yml cannot be read (EIO)."],
])("%s", (code, sentence) => {
  expect(fileProblem(Object.assign(new Error(code), { code }), "a.yml")).toEqual(new CommandError(sentence));
});

test.each([new Error("a fault"), Object.assign(new Error("a fault"), { code: "ERR_INVALID_STATE" })])(
  "a fault is not the file's: %o",
  (error) => {
    expect(fileProblem(error, "a.yml")).toBe(error);
  },
);

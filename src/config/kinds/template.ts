import { templateProblem } from "../../markdown/template.ts";
import { checked } from "./checked.ts";

/** A template that uses these names only: Mustache's values, sections and comments. */
export const template = (names: readonly string[], longest = 10_000) =>
  checked((value) => {
    const problem = templateProblem(value, names);
    return problem && { kind: "not-a-template", value, names, problem };
  }).max(longest);

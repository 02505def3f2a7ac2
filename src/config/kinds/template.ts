import { templateProblem } from "../../markdown/template.ts";
import { checked } from "./checked.ts";

/** A Mustache template that uses these names only. */
export const template = (names: readonly string[], longest = 10_000) =>
  checked((value) => {
    return templateProblem(value, names) === null ? null : { kind: "not-a-template", value, names };
  }).max(longest);

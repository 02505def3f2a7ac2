import { templateProblem } from "../../markdown/template.ts";
import { checked } from "./checked.ts";

/** A Mustache template that uses these names only. */
export const template = (names: readonly string[], longest = 10_000) =>
  checked((value) => {
    const reason = templateProblem(value, names);
    return reason === null ? null : { kind: "not-a-template", value, reason, names };
  }).max(longest);

import { examine } from "../../src/config/examine.ts";
import type { Problem } from "../../src/config/problem.ts";
import type { Language } from "../../src/config/schema.ts";
import { singleFindings } from "../../src/config/single.ts";
import { problemOf } from "../../src/config/text/index.ts";

/** The problems of one text, as people read them. */
export function problemsOf(
  text: string,
  language: Language = "en",
): (Omit<Problem, "message"> & { readonly message: string })[] {
  return singleFindings(examine(text), "sre.yml")
    .map((finding) => problemOf(finding))
    .map(({ message, ...rest }) => ({ ...rest, message: message[language] }));
}

/** `line:column path message`, and `warning` before the message where it is one. */
export function linesOf(text: string): string[] {
  return problemsOf(text).map(
    ({ line, column, path, message, severity }) =>
      `${line}:${column} ${path}: ${severity === "warning" ? "warning: " : ""}${message}`,
  );
}

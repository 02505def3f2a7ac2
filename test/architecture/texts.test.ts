import { expect, test } from "vitest";
import { type Node, nodesIn, sources } from "./sources.ts";

/** What a person at a terminal or a browser reads is in files of texts, which docs/texts.md shows all of. */
const SPEAKING = /^(cli|web|store)\/|^(environment|main)\.ts$|^engine\/connect\.ts$/;
const OF_TEXTS = /(^|[/-])text\.ts$|^cli\/help\.ts$/;

const speaking = sources.filter(({ file }) => SPEAKING.test(file) && !OF_TEXTS.test(file));

/** A literal's text, with `…` for what is filled in. */
function textOf({ type, value, quasis }: Node): string | null {
  if (type === "Literal") return typeof value === "string" ? value : null;
  if (type !== "TemplateLiteral") return null;
  return (quasis as { value: { cooked: string } }[]).map((part) => part.value.cooked).join("…");
}

const textsIn = (node: unknown) => nodesIn(node).flatMap((one) => textOf(one) ?? []);

test("no sentence, and no word of a page, outside of the files of texts", () => {
  const isSentence = (text: string) => /^\S+( \S+){2,}[.:]$/s.test(text) || /<\w+[^>]*>\s*[A-Za-z]/.test(text);
  expect(speaking.length).toBeGreaterThan(50);
  expect(isSentence("… is not there, or … may not see it.") && isSentence("<p>Next: …</p>")).toBe(true);
  const found = speaking.flatMap(({ file, program }) =>
    textsIn(program)
      .filter(isSentence)
      .map((text) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});

const PROBLEMS = ["CommandError", "UsageError", "EnvironmentProblem", "StoreProblem", "StartProblem", "SetupProblem"];

test("problems for people, and findings of doctor, are made of texts", () => {
  const nameOf = ({ callee }: Node) => (callee as { name?: string } | undefined)?.name ?? "";
  const made = speaking.flatMap(({ file, program }) =>
    nodesIn(program)
      .filter((node) => node.type === "NewExpression" && PROBLEMS.includes(nameOf(node)))
      .map((node) => ({ file, words: textsIn(node.arguments).filter((text) => /[A-Za-z]{2} [A-Za-z]{2}/.test(text)) })),
  );
  expect(made.length).toBeGreaterThan(30);
  expect(made.filter(({ words }) => words.length > 0)).toEqual([]);
  const findings = speaking.flatMap(({ file, program }) =>
    nodesIn(program).flatMap((node) =>
      node.type === "ImportSpecifier" && ["ok", "fix"].includes((node.imported as { name: string }).name) ? [file] : [],
    ),
  );
  expect(findings).toEqual([]);
});

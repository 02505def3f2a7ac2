import type { Diagnostic } from "../diagnostic.ts";
import type { Finding } from "../finding.ts";
import { type Path, pathText } from "../path.ts";
import type { Problem } from "../problem.ts";
import { everySection, type RuleDiagnostic } from "../sections/every.ts";
import { fileSentences, foreignProblem } from "./file.ts";
import { laterSentences } from "./later.ts";
import { misleadingSentence } from "./look-alike.ts";
import type { Sentence, Sentences, Subject } from "./sentence.ts";
import { shapeSentences } from "./shape.ts";
import { valueSentences } from "./value.ts";
import { yamlSentences } from "./yaml.ts";

const sentences: Sentences<Diagnostic> = {
  ...yamlSentences,
  ...shapeSentences,
  ...valueSentences,
  ...ruleSentences(),
  ...laterSentences,
  ...fileSentences,
};

function ruleSentences(): Sentences<RuleDiagnostic> {
  // the types of the sections hold each to have a sentence for what it finds
  return Object.assign({}, ...everySection.map(([, { rules }]) => rules?.sentences)) as Sentences<RuleDiagnostic>;
}

/** A finding as people read it. */
export function problemOf({ file, location, path, severity, diagnostic }: Finding): Problem {
  const sentence = sentenceOf(diagnostic, subjectOf(path));
  const hint = hintOn(diagnostic);
  const message = hint === null ? sentence : joined(sentence, hint);
  return { file, line: location.line, column: location.column, path: pathText(path), message, severity };
}

/** A finding in another repository's file: its position without any content. Readers here may not be allowed to read it there. */
export function foreignProblemOf({ file, location, severity }: Finding): Problem {
  return { file, line: location.line, column: location.column, path: "", message: foreignProblem, severity };
}

function sentenceOf<C extends Diagnostic>(diagnostic: C, subject: Subject): Sentence {
  // the table has one function per kind, each taking just that kind
  const sentence = sentences[diagnostic.kind] as (diagnostic: C, subject: Subject) => Sentence;
  return sentence(diagnostic, subject);
}

function joined(sentence: Sentence, hint: Sentence): Sentence {
  // An example at the end has no full stop.
  const stop = sentence.ja.endsWith("。") ? "" : "。";
  return { en: `${sentence.en} ${hint.en}`, ja: `${sentence.ja}${stop}${hint.ja}` };
}

/** A template's text is prose, where any character may stand; the others name the character themselves. */
const PROSE: ReadonlySet<Diagnostic["kind"]> = new Set([
  "not-a-template",
  "dollar-braces",
  "typographic-quotes",
  "needs-quotes",
]);

function hintOn(diagnostic: Diagnostic): Sentence | null {
  if (PROSE.has(diagnostic.kind)) return null;
  if (diagnostic.kind === "unknown-key") return misleadingSentence(diagnostic.key);
  return "value" in diagnostic && diagnostic.value !== null ? misleadingSentence(diagnostic.value) : null;
}

function subjectOf(path: Path): Subject {
  const key = path.findLast((part) => typeof part === "string") ?? "";
  return { key, inList: typeof path.at(-1) === "number" };
}

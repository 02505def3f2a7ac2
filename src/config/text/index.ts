import type { Complaint } from "../complaint.ts";
import type { Finding, Path } from "../finding.ts";
import { pathText } from "../finding.ts";
import type { Problem } from "../problem.ts";
import type { Language } from "../schema.ts";
import { fileSentences, foreignProblem } from "./file.ts";
import { laterSentences } from "./later.ts";
import { misleadingSentence } from "./look-alike.ts";
import { ruleSentences } from "./rule.ts";
import type { Sentence, Sentences, Subject } from "./sentence.ts";
import { shapeSentences } from "./shape.ts";
import { valueSentences } from "./value.ts";
import { yamlSentences } from "./yaml.ts";

const sentences: Sentences<Complaint> = {
  ...yamlSentences,
  ...shapeSentences,
  ...valueSentences,
  ...ruleSentences,
  ...laterSentences,
  ...fileSentences,
};

/** A finding as people read it. */
export function problemOf({ file, place, path, severity, complaint }: Finding, language: Language): Problem {
  const sentence = sentenceOf(complaint, subjectOf(path))[language];
  const hint = hintOn(complaint)?.[language] ?? null;
  const message = hint === null ? sentence : joined(sentence, hint, language);
  return { file, line: place.line, column: place.column, path: pathText(path), message, severity };
}

/** A finding in another repository's file: where it is, and nothing out of it. Readers here may not read it there. */
export function foreignProblemOf({ file, place, severity }: Finding, language: Language): Problem {
  const message = foreignProblem[language];
  return { file, line: place.line, column: place.column, path: "", message, severity };
}

function sentenceOf<C extends Complaint>(complaint: C, subject: Subject): Sentence {
  // the table has one function per kind, each taking just that kind
  const sentence = sentences[complaint.kind] as (complaint: C, subject: Subject) => Sentence;
  return sentence(complaint, subject);
}

function joined(sentence: string, hint: string, language: Language): string {
  if (language === "en") return `${sentence} ${hint}`;
  // An example at the end has no full stop.
  return `${sentence}${sentence.endsWith("。") ? "" : "。"}${hint}`;
}

/** A template's text is prose, where any character may stand. */
const PROSE: ReadonlySet<Complaint["kind"]> = new Set(["not-a-template", "dollar-braces", "needs-quotes"]);

function hintOn(complaint: Complaint): Sentence | null {
  if (PROSE.has(complaint.kind)) return null;
  if (complaint.kind === "unknown-key") return misleadingSentence(complaint.key);
  return "value" in complaint && complaint.value !== null ? misleadingSentence(complaint.value) : null;
}

function subjectOf(path: Path): Subject {
  const key = path.findLast((part) => typeof part === "string") ?? "";
  return { key, inList: typeof path.at(-1) === "number" };
}

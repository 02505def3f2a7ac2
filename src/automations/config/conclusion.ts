import { behaviorChanges } from "../../config/behavior.ts";
import type { Evaluation } from "../../config/evaluate.ts";
import { CONFIG_PATH } from "../../config/files.ts";
import type { Finding } from "../../config/finding.ts";
import type { Language } from "../../config/schema.ts";
import { foreignProblemOf, problemOf } from "../../config/text/index.ts";
import type { Annotation, SetCheckRun } from "../../github/actions.ts";
import { code } from "../../markdown/escape.ts";
import type { ReconcileContext } from "../automation.ts";
import type { PullFacts } from "./facts.ts";
import { inForceSince } from "./in-force.ts";
import { isReportedHere } from "./reported-here.ts";
import { messages } from "./text.ts";

export interface Conclusion {
  readonly conclusion: SetCheckRun["conclusion"];
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  readonly because: string;
}

type Changes = ReturnType<typeof behaviorChanges>;

/** More than anybody reads at once; the title has the full count. */
const MOST_LINES = 50;

/** The conclusion of the check on a pull request that touches sre.yml. */
export function conclusionOf(pull: PullFacts, context: ReconcileContext): Conclusion {
  const { evaluation } = pull;
  if (pull.misnamed !== null) return misnamedConclusion(pull.misnamed, context);
  if (evaluation === null) return untouchedConclusion(context);
  const language = evaluation.config?.language ?? context.loaded.config?.language ?? evaluation.language ?? "en";
  const errors = evaluation.findings.filter(({ severity }) => severity === "error");
  // a broken extended file with a good last version is not this pull request's problem
  const count = errors.length + (evaluation.config === null ? evaluation.foreignErrors : 0);
  const parts = {
    conclusion: count > 0 ? ("failure" as const) : ("success" as const),
    annotations: evaluation.findings.slice(0, 3 * MOST_LINES).map((finding) => annotationOf(finding, language)),
  };
  if (count > 0) {
    return {
      ...parts,
      title: messages(language).broken(count),
      summary: redSummary(pull, evaluation, context, language),
      because: "its sre.yml has problems, and nobody would see them before they count",
    };
  }
  const changes = changesBy(pull, evaluation, context, language);
  return {
    ...parts,
    title: pull.touched === "deleted" ? messages(language).deleted : greenTitle(changes, language),
    summary: greenSummary(pull, evaluation, context, language, changes),
    because: "its sre.yml is valid, and this says what will be different",
  };
}

function misnamedConclusion(path: string, context: ReconcileContext): Conclusion {
  const text = messages(context.config.language);
  return {
    conclusion: "failure",
    title: text.misnamed(path),
    summary: joined([text.misnamedRemedy(code(path)), footer(context, context.config.language)]),
    annotations: [],
    because: "its sre.yml has a name that nobody reads",
  };
}

/** A pull request that no longer touches the file must not stay red because of it. */
export function untouchedConclusion(context: ReconcileContext): Conclusion {
  const text = messages(context.config.language);
  return {
    conclusion: "success",
    title: text.untouched,
    summary: text.untouched,
    annotations: [],
    because: "it no longer touches sre.yml",
  };
}

function redSummary(pull: PullFacts, evaluation: Evaluation, context: ReconcileContext, language: Language): string {
  const text = messages(language);
  const errors = evaluation.findings.filter(({ severity }) => severity === "error");
  const hidden = pull.fromFork && evaluation.foreignErrors > 0 ? [text.hiddenErrors] : [];
  return joined([
    list(errors, pull, context, language),
    list(evaluation.foreign, pull, context, language, text.beneath),
    ...hidden,
    list(warningsOf(evaluation), pull, context, language, text.warnings),
    inForceSince(context, language),
    unreportedElsewhere(pull, context, language),
    footer(context, language),
  ]);
}

/** For the file on the default branch: where there are no issues, people look here. */
function unreportedElsewhere({ hasIssues }: PullFacts, { loaded }: ReconcileContext, language: Language): string {
  const problems = hasIssues ? [] : loaded.problems.filter(isReportedHere);
  if (problems.length === 0) return "";
  return messages(language).noIssue(code(loaded.defaultBranch), problems.length);
}

function greenSummary(
  pull: PullFacts,
  evaluation: Evaluation,
  context: ReconcileContext,
  language: Language,
  changes: Changes | null,
): string {
  const text = messages(language);
  const deleted = evaluation.config === null ? text.offAfterDeletion : text.orgAfterDeletion;
  const { defaultBranch } = context.loaded;
  return joined([
    ...(pull.touched === "deleted" ? [pull.fromFork ? text.deletion : deleted] : []),
    ...(pull.touched === "deleted" && (changes === null || changes.told.length === 0)
      ? []
      : [behaviorText(changes, language)]),
    list(warningsOf(evaluation), pull, context, language, text.warnings),
    list(evaluation.foreign, pull, context, language, text.beneath),
    isForDefault(pull, defaultBranch) ? "" : text.onceOn(code(defaultBranch)),
    unreportedElsewhere(pull, context, language),
    footer(context, language),
  ]);
}

function greenTitle(changes: Changes | null, language: Language): string {
  const text = messages(language);
  if (changes !== null && changes.told.length === 0 && changes.later.length > 0) return text.validLater;
  return text.valid(changes?.told.length ?? null);
}

/** What will be different. What is not available yet is named where nothing else changes; the warnings name the rest. */
function behaviorText(changes: Changes | null, language: Language): string {
  const text = messages(language);
  if (changes === null) return text.notCompared;
  if (changes.told.length > 0) return bullets(changes.told);
  return changes.later.length > 0 ? text.later(changes.later.map(code).join(", ")) : text.nothingChanges;
}

/** Into the default branch, or out of it (a release pull request brings what is already in force there). */
function isForDefault(pull: PullFacts, defaultBranch: string): boolean {
  return defaultBranch === "" || pull.base === defaultBranch || (!pull.fromFork && pull.head === defaultBranch);
}

/** null: comparing would reveal other files' content to a fork. */
function changesBy(
  pull: PullFacts,
  evaluation: Evaluation,
  context: ReconcileContext,
  language: Language,
): Changes | null {
  if (pull.fromFork && (!evaluation.comparable || context.loaded.state === "broken")) return null;
  if (evaluation.config === null && pull.touched !== "deleted") return null;
  return behaviorChanges(context.loaded.config, evaluation.config, language, {
    milestones: pull.milestones,
    inherited: { before: context.loaded.inherited, after: evaluation.inherited },
  });
}

function warningsOf(evaluation: Evaluation): Finding[] {
  return evaluation.findings.filter(({ severity }) => severity === "warning");
}

function list(
  findings: readonly Finding[],
  pull: PullFacts,
  context: ReconcileContext,
  language: Language,
  heading: string | null = null,
): string {
  if (findings.length === 0) return "";
  const lines = findings.slice(0, MOST_LINES).map((finding) => {
    const isOwn = finding.file === CONFIG_PATH;
    const { file, line, message } = isOwn ? problemOf(finding) : foreignProblemOf(finding);
    return `${file === CONFIG_PATH ? locationLink(pull, context, line) : code(`${file}:${line}`)} ${message[language]}`;
  });
  const more = findings.length - lines.length;
  if (more > 0) lines.push(messages(language).more(more));
  return `${heading === null ? "" : `${heading}\n`}${bullets(lines)}`;
}

function locationLink({ headOid }: PullFacts, { repository, webUrl }: ReconcileContext, line: number): string {
  const { owner, name } = repository;
  return `[${CONFIG_PATH}:${line}](${webUrl}/${owner}/${name}/blob/${headOid}/${CONFIG_PATH}#L${line})`;
}

function annotationOf(finding: Finding, language: Language): Annotation {
  const { location, severity } = finding;
  const { path, message } = problemOf(finding);
  const oneLine = location.line === location.endLine;
  const columns = { start_column: location.column, end_column: Math.max(location.column, location.endColumn - 1) };
  return {
    path: CONFIG_PATH,
    start_line: location.line,
    // for a value over many lines the first one: the annotation belongs beside what has to change
    end_line: location.line,
    ...(oneLine ? columns : {}),
    annotation_level: severity === "error" ? "failure" : "warning",
    ...(path === "" ? {} : { title: path }),
    message: message[language],
  };
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}

function footer({ repository, webUrl, loaded }: ReconcileContext, language: Language): string {
  const { owner, name } = repository;
  const origin = loaded.origin?.repository ?? `${owner}/${name}`;
  return messages(language).footer(`${webUrl}/${origin}/blob/HEAD/${CONFIG_PATH}`);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}

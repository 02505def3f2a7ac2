import { MOST_ASSIGNEES } from "../../../github-limits.ts";
import { sortByAssignable } from "../../../managed/assignable.ts";
import { sameNames } from "../../../managed/names.ts";
import { code, escapeText } from "../../../markdown/escape.ts";
import { cut } from "../../../markdown/length.ts";
import { assignedTo, presentOwners } from "./owners.ts";
import type { CommandContext, Outcome, TaskStatus, TaskVerb } from "./verb.ts";

/** The pattern of logins in sre.yml. */
const LOGIN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}(?:\[bot\])?$/;
const LONGEST_QUOTE = 60;

/** Replaces the assignees by the named people. */
export const assign: TaskVerb = {
  word: "assign",
  usage: "/sre assign @who",
  also: ["assignee"],
  about: {
    en: "assigns these people in place of the present ones",
    ja: "担当者を指定した人に替えます",
  },
  execute,
  present: presentOwners,
};

function execute(argument: string, { assignees }: TaskStatus, { assignable, text }: CommandContext): Outcome {
  const named = namesIn(argument);
  if (named.length === 0) return { change: null, line: text.nobodyNamed, rejected: true };
  const logins = named.filter((name) => LOGIN.test(name));
  const { possible, refused } = sortByAssignable(logins, assignable);
  const quoted = (names: readonly string[]) => names.map((name) => code(cut(name, LONGEST_QUOTE)));
  const noLogins = quoted(named.filter((name) => !LOGIN.test(name)));
  const leftOut = [
    ...(noLogins.length === 0 ? [] : [text.noLogins(noLogins)]),
    ...(refused.length === 0 ? [] : [text.unassignable(quoted(refused))]),
  ];
  if (possible.length === 0) return { change: null, line: leftOut.join(text.gap), rejected: true };
  if (possible.length > MOST_ASSIGNEES) return { change: null, line: text.tooMany(MOST_ASSIGNEES), rejected: true };
  if (sameNames(possible, assignees)) {
    return { change: null, line: [text.assignedAlready(possible.map(escapeText)), ...leftOut].join(text.gap) };
  }
  return assignedTo(possible, leftOut, text);
}

/** Those of the names in `@alice, bob` that a login can be. */
export function loginsIn(argument: string): string[] {
  return namesIn(argument).filter((name) => LOGIN.test(name));
}

/** The names in `@alice, bob`, each once. */
function namesIn(argument: string): string[] {
  const names = argument.split(/[\s,、，]+/).map((name) => name.replace(/^[@＠]/, ""));
  const once = new Map(names.filter((name) => name !== "").map((name) => [name.toLowerCase(), name]));
  return [...once.values()];
}

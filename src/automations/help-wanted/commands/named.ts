import type { Assignable } from "../../../managed/assignable.ts";
import { code } from "../../../markdown/escape.ts";
import { cut } from "../../../markdown/length.ts";
import { isSame } from "../picking/login.ts";
import type { CommandContext } from "./verb.ts";

/** The pattern of logins in sre.yml. */
const LOGIN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;
const LONGEST_QUOTE = 60;

/** The one person whom a command names, in GitHub's spelling, or why it cannot be that one. */
export type Named = { readonly login: string } | { readonly problem: string };

export function personIn(argument: string, { facts: { item, assignable }, text }: CommandContext): Named {
  return nameIn(argument, { author: item.author, assignable, text });
}

interface Among extends Pick<CommandContext, "text"> {
  /** Who asks for help. */
  readonly author: string | null;
  readonly assignable: Assignable | null;
}

export function nameIn(argument: string, { author, assignable, text }: Among): Named {
  const names = argument.split(/[\s,、，]+/).filter((name) => name !== "");
  const [first] = names;
  if (first === undefined) return { problem: text.nobodyNamed };
  if (names.length > 1) return { problem: text.onePerson };
  const login = first.replace(/^[@＠]/, "");
  const quoted = code(cut(login, LONGEST_QUOTE));
  if (!LOGIN.test(login)) return { problem: text.noLogin(quoted) };
  if (isSame(login, author)) return { problem: text.author(quoted) };
  if (assignable === null) return { login };
  const known = assignable.get(login.toLowerCase());
  return known === undefined ? { problem: text.unassignable(quoted) } : { login: known };
}

import type { AddReaction, CreateComment } from "../github/actions.ts";
import { code } from "../markdown/escape.ts";
import { cut } from "../markdown/length.ts";
import { marker } from "../markdown/marker.ts";
import { type Page, signature } from "../markdown/signature.ts";
import { type CommentFacts, REPLY } from "./pending.ts";
import type { Command } from "./read-commands.ts";

/** The answer to one command. */
export interface Answer {
  readonly command: Command;
  /** Markdown, one line or several: people's text is already escaped. */
  readonly line: string;
  /** What it says was created. */
  readonly needs?: CreateComment["needs"];
}

const LONGEST_QUOTE = 60;

/** 👀, if it is missing: the command was read. */
export function receipt({ id, receipted }: CommentFacts): AddReaction[] {
  if (receipted) return [];
  return [
    {
      action: "add-reaction",
      comment_id: id,
      content: "eyes",
      because: "the author sees that the command was read",
      answers: true,
    },
  ];
}

/** Only 😕: polite, once, and nobody is notified. */
export function refusal({ id, refused }: CommentFacts): AddReaction[] {
  if (refused) return [];
  const because = "its author may give no commands here";
  return [{ action: "add-reaction", comment_id: id, content: "confused", because, answers: true }];
}

/** The last line of a reply: the page that explains the commands, and what it says. */
interface ReplyFooter {
  readonly page: Page;
  readonly says: string;
}

/** One reply to all commands of a comment, in order; if there are several, each answer names its command. */
export function reply(
  number: number,
  { id }: CommentFacts,
  answers: readonly Answer[],
  { page, says }: ReplyFooter,
): CreateComment {
  const lines = answers.length === 1 ? answers.map(({ line }) => line) : answers.map(quoting);
  const body = [...lines, signature(page, says, null), marker(REPLY, { to: id })].join("\n\n");
  const needs = answers.flatMap((answer) => answer.needs ?? []);
  return {
    action: "create-comment",
    number,
    identity: `${REPLY}/${id}`,
    once: true,
    body,
    ...(needs.length === 0 ? {} : { needs }),
    because: "a command was given, and nobody has answered it yet",
    answers: true,
  };
}

function quoting({ command, line }: Answer): string {
  const quote = code(cut(command.line, LONGEST_QUOTE));
  if (line.startsWith(quote)) return line;
  return `${quote}:${line.includes("\n") ? "\n\n" : " "}${line}`;
}

import type { Language } from "../config/schema.ts";
import type { AddReaction, CreateComment } from "../github/actions.ts";
import { code } from "../markdown/escape.ts";
import { cut } from "../markdown/length.ts";
import { marker } from "../markdown/marker.ts";
import { type CommentFacts, MOST_COMMANDS, type Pending, REPLY } from "./pending.ts";
import type { Command } from "./read-commands.ts";
import { textOf } from "./text.ts";

/** What is said to one command. */
export interface Answer {
  readonly command: Command;
  /** Markdown: everything that people typed is escaped already. */
  readonly text: string;
}

const LONGEST_QUOTE = 60;

/** 👀, where it is missing: the command was read. */
export function receipt({ id, receipted }: CommentFacts): AddReaction[] {
  if (receipted) return [];
  return [
    { action: "add-reaction", comment_id: id, content: "eyes", because: "whoever wrote it sees that it is heard" },
  ];
}

/** 😕 and nothing else: polite, once, and nobody is notified. */
export function refusal({ id, refused }: CommentFacts): AddReaction[] {
  if (refused) return [];
  const because = "its author may give no commands here";
  return [{ action: "add-reaction", comment_id: id, content: "confused", because }];
}

/** The one reply to all commands of a comment, in order; where there are several, each answer names its command. */
export function reply(
  number: number,
  { comment, left }: Pending,
  answers: readonly Answer[],
  language: Language,
): CreateComment {
  const text = textOf(language);
  const lines = answers.map((answer) =>
    answers.length === 1 ? answer.text : text.quoted(code(cut(answer.command.line, LONGEST_QUOTE)), answer.text),
  );
  if (left > 0) lines.push(text.notRead(left, MOST_COMMANDS));
  const body = [...lines, marker(REPLY, { to: comment.id })].join("\n\n");
  return { action: "create-comment", number, body, because: "a command was given, and nobody answered it yet" };
}

import { hideSecrets } from "../secrets.ts";

/**
 * A text from a file as inline code: on one line, short, without backticks, control or invisible characters, and without
 * anything that looks like a secret, so that it is safe in a terminal, in an annotation and in Markdown.
 */
export function quote(value: string, longest = 80): string {
  return `\`${shownText(value, longest).replaceAll("`", "'") || " "}\``;
}

/** The same as plain text, for where its markup cannot be misread: nothing is left of what cannot be seen. */
export function shownText(value: string, longest = 80): string {
  const shown = hideSecrets(value)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "")
    .trim();
  const characters = [...shown];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : shown;
}

/** Several, with commas. */
export function quotes(values: readonly string[]): string {
  return values.map((value) => quote(value)).join(", ");
}

/** What people are told to write is at most so long. */
export const LONGEST_ADVICE = 200;

/** Whether a text can be shown as it is: what people are told to write must not come out as something else. */
export function isShownWhole(value: string): boolean {
  return quote(value, LONGEST_ADVICE) === `\`${value}\``;
}

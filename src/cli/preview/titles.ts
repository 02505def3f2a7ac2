import { shownText } from "../../config/text/quote.ts";

/** Titles of pull requests and issues by number. */
export type Titles = ReadonlyMap<number, string>;

/** The titles that facts bring: of everything with a number and a title but milestones, whose numbers are their own. */
export function titlesIn(facts: unknown): Titles {
  const titles = new Map<number, string>();
  const read = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { number, title } = value as { readonly number?: unknown; readonly title?: unknown };
    if (typeof number === "number" && typeof title === "string")
      titles.set(number, shownText(title).replaceAll(/ +/g, " "));
    for (const [key, part] of Object.entries(value)) if (!/milestone/.test(key)) read(part);
  };
  read(facts);
  return titles;
}

/** A list item that begins with a reference, as checklists do: `- [ ] #12`. */
const ITEM = /^([ \t]*[-*+] (?:\[[ xX]\] )?)#(\d{1,10})(?!\w)(.*)$/gm;

/** A text with the title before each reference that a list item begins with, as GitHub shows it. */
export function withTitles(text: string, titles: Titles): string {
  return text.replaceAll(ITEM, (line, opening: string, number: string, rest: string) => {
    const title = titles.get(Number(number));
    return title === undefined || rest.includes(title) ? line : `${opening}${title} #${number}${rest}`;
  });
}

/** Characters that look like YAML's own, or are invisible, by the punctuation that they resemble. */
const BLANK = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/;
const INVISIBLE = /[\u00AD\u061C\u200B-\u200F\u2060-\u2064\uFEFF]/;
const DASH = /[\u2010-\u2015\u2212\u30FC\uFE63\uFF0D]/;
const COLON = /[\uFE13\uFE55\uFF1A\uA789\u2236]/;

export const isBlank = (character: string): boolean => BLANK.test(character);
export const isInvisible = (character: string): boolean => INVISIBLE.test(character);
export const isDash = (character: string): boolean => DASH.test(character);
export const isColon = (character: string): boolean => COLON.test(character);

/** `U+3000`, the form that people search for. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Columns on the screen of a fixed-width font. */
export function widthOf(character: string): number {
  if (isInvisible(character)) return 0;
  return character === "\u3000" ? 2 : 1;
}

const QUOTES = /[\u2018-\u201F\u00AB\u00BB\u300C-\u300F]/;

/** Quotes of prose: word processors and chats put them in place of YAML's. */
const TYPOGRAPHIC = /[\u2018-\u201F]/;

export const isTypographicQuote = (character: string): boolean => TYPOGRAPHIC.test(character);

/** The first character of a value that is easily mistaken: a blank, an invisible one, or the full-width form of ASCII. */
export function misleadingIn(value: string): string | null {
  for (const character of value) {
    const isFullWidth = character >= "\uFF01" && character <= "\uFF5E";
    const isOdd = isBlank(character) || isInvisible(character) || QUOTES.test(character);
    // Japanese words have the prolonged sound mark
    if (isFullWidth || isOdd || (isDash(character) && character !== "\u30FC")) return character;
  }
  return null;
}

/** The same with plain characters, and without quotes that were meant for YAML. */
export function plainCharacters(value: string): string {
  let plain = "";
  for (const character of value) {
    if (isInvisible(character) || isTypographicQuote(character)) continue;
    if (isBlank(character)) plain += " ";
    else if (isDash(character) && character !== "\u30FC") plain += "-";
    else plain += character >= "\uFF01" && character <= "\uFF5E" ? character.normalize("NFKC") : character;
  }
  return plain;
}

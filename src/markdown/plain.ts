// Emoji flags of England, Scotland and Wales are spelled with tag characters, which anywhere else only hide text.
const TAG_FLAG = /(\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F})|[\u{E0000}-\u{E007F}]/gu;

// Controls and everything Unicode draws as nothing: soft hyphen, bidirectional controls, zero-width characters. Variation
// selectors and U+200C, U+200D stay, because emoji and whole scripts need them; line ends become spaces below.
const INVISIBLE =
  /[[\p{Cc}\p{Default_Ignorable_Code_Point}\u{FFF9}-\u{FFFB}]--[\t-\r\u{85}\u{200C}\u{200D}\u{FE00}-\u{FE0F}\u{E0000}-\u{E007F}\u{E0100}-\u{E01EF}]]/gv;

/** One line of visible text: line breaks and runs of spaces become one space; characters that hide or reorder text are removed. */
export function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(TAG_FLAG, "$1")
    .replace(INVISIBLE, "")
    .replace(/[\s\u0085]+/g, " ")
    .trim();
}

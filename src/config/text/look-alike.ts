import { codePoint, isBlank, isInvisible, isTypographicQuote, misleadingIn } from "../characters.ts";
import type { YamlDiagnostic } from "../diagnostic.ts";
import type { LookAlikeRole } from "../look-alikes.ts";
import type { Sentence } from "./sentence.ts";

const NAMES: Readonly<Record<string, Sentence>> = {
  "\u00A0": { en: "non-breaking space", ja: "ノーブレークスペース" },
  "\u3000": { en: "ideographic space", ja: "全角スペース" },
  "\u200B": { en: "zero-width space", ja: "ゼロ幅スペース" },
  "\uFEFF": { en: "byte order mark", ja: "バイトオーダーマーク(BOM)" },
  "\uFF1A": { en: "full-width colon", ja: "全角コロン" },
  "\uFF0D": { en: "full-width hyphen", ja: "全角ハイフン" },
  "\uFF03": { en: "full-width number sign", ja: "全角シャープ" },
  "\u30FC": { en: "prolonged sound mark", ja: "長音記号" },
  "\u2010": { en: "hyphen", ja: "ハイフン(全角)" },
  "\u2011": { en: "non-breaking hyphen", ja: "ノーブレークハイフン" },
  "\u2013": { en: "en dash", ja: "エヌダッシュ" },
  "\u2014": { en: "em dash", ja: "エムダッシュ" },
  "\u2212": { en: "minus sign", ja: "マイナス記号" },
};

/** The name of a character with its code point, because it cannot be recognized by sight. */
function characterName(character: string): Sentence {
  const known = NAMES[character] ?? kindOf(character);
  const code = codePoint(character);
  return { en: `${known.en} (${code})`, ja: `${known.ja}(${code})` };
}

function kindOf(character: string): Sentence {
  if (isBlank(character)) return { en: "special space", ja: "特殊な空白" };
  if (isInvisible(character)) return { en: "invisible character", ja: "見えない文字" };
  if (isTypographicQuote(character)) return { en: "typographic quotation mark", ja: "YAML の引用符ではない引用符" };
  const plain = character.normalize("NFKC");
  if (plain !== character && plain !== "`") return { en: `full-width "${plain}"`, ja: `全角の「${plain}」` };
  return { en: `character "${character}"`, ja: `文字「${character}」` };
}

const ROLES: Readonly<Record<LookAlikeRole, (name: Sentence, key: string) => Sentence>> = {
  indent: ({ en, ja }) => ({
    en: `This line is indented with ${plural(en)}, which look like spaces but are not spaces in YAML. Use ordinary spaces.`,
    ja: `この行の字下げに${ja}があります。YAML では空白と見なされません。半角の空白を使ってください。`,
  }),
  space: ({ en, ja }) => ({
    en: `Here is ${article(en)}, which looks like a space but is not one in YAML. Use an ordinary space.`,
    ja: `ここに${ja}があります。YAML では空白と見なされません。半角の空白を使ってください。`,
  }),
  dash: ({ en, ja }) => ({
    en: `This line begins with ${article(en)}, which does not begin a list item in YAML. Write \`- \`, with an ordinary space.`,
    ja: `この行は${ja}で始まっていますが、YAML のリストのハイフンではありません。半角で \`- \` と書いてください。`,
  }),
  colon: ({ en, ja }, key) => ({
    en: `${key === "" ? "Here is" : `\`${key}\` is followed by`} ${article(en)}, which is not a colon in YAML. Write \`${key}: \`, with an ordinary colon and a space.`,
    ja: `\`${key}\` の後が${ja}になっています。半角のコロンと空白で \`${key}: \` と書いてください。`,
  }),
  comment: ({ en, ja }) => ({
    en: `This line begins with ${article(en)}, which does not begin a comment in YAML. Write \`#\`.`,
    ja: `この行は${ja}で始まっていますが、YAML のコメントにはなりません。半角の \`#\` を使ってください。`,
  }),
};

/** For a wrong value with a character that is invisible or mistaken for another. */
export function misleadingSentence(value: string): Sentence | null {
  const character = misleadingIn(value);
  if (character === null) return null;
  const { en, ja } = characterName(character);
  if (isTypographicQuote(character)) {
    return {
      en: `It contains ${article(en)}: write \`"\`, or none.`,
      ja: `${ja}が含まれています。半角の \`"\` にするか、外してください。`,
    };
  }
  return { en: `It contains ${article(en)}.`, ja: `${ja}が含まれています。` };
}

export function lookAlikeSentence({
  character,
  role,
  key,
}: Extract<YamlDiagnostic, { readonly kind: "look-alike" }>): Sentence {
  return ROLES[role](characterName(character), key);
}

/** `non-breaking spaces (U+00A0)`. */
function plural(name: string): string {
  return name.replace(/ \(/, "s (");
}

function article(name: string): string {
  return /^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`;
}

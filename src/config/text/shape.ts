import type { Expected, Given, ShapeDiagnostic } from "../diagnostic.ts";
import type { Elsewhere } from "../elsewhere.ts";
import { sectionLabels } from "../section-labels.ts";
import { quote, quotes } from "./quote.ts";
import type { Sentence, Sentences, Subject } from "./sentence.ts";

const EXPECTED: Readonly<Record<Expected, Sentence>> = {
  text: { en: "text", ja: "文字列" },
  number: { en: "a number", ja: "数" },
  "whole-number": { en: "a whole number", ja: "整数" },
  boolean: { en: "`true` or `false`", ja: "`true` か `false`" },
  list: { en: "a list", ja: "リスト" },
  mapping: { en: "a mapping (`key: value`)", ja: "キーと値の組" },
  "list-or-mapping": { en: "a list or a mapping (`key: value`)", ja: "リスト、またはキーと値の組" },
};

const GIVEN: Readonly<Record<Given, Sentence>> = {
  text: { en: "text", ja: "文字列" },
  number: { en: "a number", ja: "数" },
  boolean: { en: "true or false", ja: "真偽値" },
  null: { en: "empty", ja: "空" },
  list: { en: "a list", ja: "リスト" },
  mapping: { en: "a mapping (`key: value`)", ja: "キーと値の組" },
};

const REMEDY: Readonly<Record<"quotes" | "no-quotes" | "example", Sentence>> = {
  quotes: { en: "Put it in quotes", ja: "引用符で囲んでください" },
  "no-quotes": { en: "Write it without quotes", ja: "引用符を外してください" },
  example: { en: "Write for example", ja: "例" },
};

export const shapeSentences: Sentences<ShapeDiagnostic> = {
  "unknown-key": ({ key, sectionLabel: thing, near, elsewhere, options, more }) => {
    if (near === null && elsewhere !== null) return elsewhereSentence(key, elsewhere);
    const { en } = sectionLabels[thing];
    const ja = spaced(sectionLabels[thing].ja);
    const list = quotes(options);
    return near === null
      ? {
          en: `${quote(key)} is not a setting of ${en}. It has: ${list}${more === 0 ? "" : ` and ${more} more`}.`,
          ja: `${quote(key)} は${ja}の設定にありません。使えるもの: ${list}${more === 0 ? "" : ` など(ほか${more}個)`}。`,
        }
      : {
          en: `${quote(key)} is not a setting of ${en}. Did you mean ${quote(near)}?`,
          ja: `${quote(key)} は${ja}の設定にありません。${quote(near)} のことですか?`,
        };
  },
  "missing-key": ({ key, sectionLabel: thing, example }) => ({
    en: `${quote(key)} is missing: ${sectionLabels[thing].en} needs it. Write for example ${quote(example, 200)}.`,
    ja: `${quote(key)} がありません。${spaced(sectionLabels[thing].ja).trimStart()}に必要です。例: ${quote(example, 200)}`,
  }),
  "left-to-extends": ({ key, sectionLabel: thing }) => ({
    en: `${quote(key)} is not here: ${sectionLabels[thing].en} needs it, so the file that \`_extends\` names must have it.`,
    ja: `${quote(key)} がここにありません。${spaced(sectionLabels[thing].ja).trimStart()}に必要なので、\`_extends\` のファイルに書かれている必要があります。`,
  }),
  "merge-key": () => ({
    en: "Merge keys (`<<`) are not supported. Write the settings out here. An alias for a single value works.",
    ja: "マージキー(`<<`)には対応していません。ここに設定を書き出してください。値ひとつのエイリアスは使えます。",
  }),
  "hash-comment-for-value": ({ value, example }, { key }) => ({
    en: `${quote(key)} is empty, because ${quote("#")} begins a comment: ${quote(value)} is not read. Write for example: ${quote(example, 200)}.`,
    ja: `${quote("#")} から後はコメントなので、${quote(value)} は読まれず、${quote(key)} が空になっています。例: ${quote(example, 200)}`,
  }),
  "needs-no-quotes": ({ example }) => ({
    en: `This must be a number, not text. Write it without quotes: ${quote(example)}.`,
    ja: `ここは文字列ではなく数です。引用符を外してください: ${quote(example)}`,
  }),
  "wrong-type": ({ given, value, expected, example, remedy }, { key, inList }) => {
    const { en, ja } = REMEDY[remedy];
    const what = value === null || given === "null" ? null : value;
    if (given === "number" && expected === "whole-number")
      return {
        en: `${inItem(key, inList, what, "en")} must be a whole number, without a fraction. ${en}: ${quote(example, 200)}.`,
        ja: `${inItem(key, inList, what, "ja")} は小数のない整数でなければなりません。${ja}: ${quote(example, 200)}`,
      };
    return {
      en: `${inItem(key, inList, what, "en")} must be ${EXPECTED[expected].en}, but is ${GIVEN[given].en}. ${en}: ${quote(example, 200)}.`,
      ja: `${inItem(key, inList, what, "ja")} は${spaced(EXPECTED[expected].ja)}でなければなりませんが、${GIVEN[given].ja}です。${ja}: ${quote(example, 200)}`,
    };
  },
  "not-one-of": ({ value, options, near }, { key }) => {
    const given = value === "" ? quote(key) : quote(`${key}: ${value}`);
    const one = options.length === 1;
    return {
      en: `${given} is not known. ${near === null ? `Write ${one ? "" : "one of "}${quotes(options)}.` : `Did you mean ${quote(near)}?${one ? "" : ` There are ${quotes(options)}.`}`}`,
      ja: `${given} という値はありません。${near === null ? "" : `${quote(near)} のことですか? `}指定できる値: ${quotes(options)}。`,
    };
  },
  "empty-text": ({ example }, { key }) => ({
    en: `${quote(key)} is empty. Write for example ${quote(example, 200)}.`,
    ja: `${quote(key)} が空です。例: ${quote(example, 200)}`,
  }),
  "too-long": ({ limit }, { key }) => ({
    en: `${quote(key)} is longer than ${limit} characters. Shorten it.`,
    ja: `${quote(key)} が${limit}文字を超えています。短くしてください。`,
  }),
  "empty-list": ({ example }, { key }) => ({
    en: `${quote(key)} is an empty list and needs at least one entry. Write for example ${quote(example, 200)}.`,
    ja: `${quote(key)} が空のリストです。1件以上必要です。例: ${quote(example, 200)}`,
  }),
  "too-many": ({ limit }, { key }) => ({
    en: `${quote(key)} has more than ${limit} entries. Keep at most ${limit}.`,
    ja: `${quote(key)} が${limit}件を超えています。${limit}件以下にしてください。`,
  }),
  "out-of-range": ({ value, lowest, highest }, { key }) => ({
    en: `${quote(`${key}: ${value}`)} is too ${lowest === null ? `large. Write at most ${highest}` : `small. Write at least ${lowest}`}.`,
    ja: `${quote(`${key}: ${value}`)} は${lowest === null ? `大きすぎます。${highest} 以下` : `小さすぎます。${lowest} 以上`}にしてください。`,
  }),
};

/** Where the setting is; what another tool's own file does is left to it. */
function elsewhereSentence(key: string, { tool, here }: Elsewhere): Sentence {
  const [en, ja] = [
    new Intl.ListFormat("en", { type: "disjunction" }).format(here.map((one) => quote(one))),
    quotes(here),
  ];
  if (tool === null)
    return {
      en: `${quote(key)} does not belong here. Write it as ${en}.`,
      ja: `${quote(key)} はここには書けません。書く場所: ${ja}。`,
    };
  if (tool === "Detoil")
    return {
      en: `${quote(key)} is not a setting of sre.yml. Its section is ${en}.`,
      ja: `${quote(key)} は sre.yml の設定にありません。対応するセクションは ${ja} です。`,
    };
  const whose = { en: `${quote(key)} is a setting of ${tool}.`, ja: `${quote(key)} は ${tool} の設定です。` };
  if (here.length > 0)
    return { en: `${whose.en} Detoil's name for it is ${en}.`, ja: `${whose.ja}Detoil では ${ja} です。` };
  return tool === "Renovate" || tool === "Dependabot"
    ? {
        en: `${whose.en} Keep it in ${tool}'s own file: Detoil only reads the pull requests.`,
        ja: `${whose.ja}${tool} 自身の設定ファイルに書いてください。Detoil はプルリクエストを読むだけです。`,
      }
    : {
        en: `${whose.en} Detoil has nothing like it, so remove it.`,
        ja: `${whose.ja}Detoil には当たるものがないので、削除してください。`,
      };
}

/** With the space that separates Latin letters and code from Japanese text. */
function spaced(label: string): string {
  const latin = /[\w`-]/;
  const [before, after] = [label.at(0), label.at(-1)].map((end) => (latin.test(end ?? "") ? " " : ""));
  return `${before}${label}${after}`;
}

function inItem(key: string, inList: boolean, value: string | null, language: "en" | "ja"): string {
  if (key === "") return language === "en" ? "The file" : "ファイル";
  if (!inList) return value === null ? quote(key) : quote(`${key}: ${value}`);
  if (value === null) return language === "en" ? `An entry of ${quote(key)}` : `${quote(key)} の項目`;
  return language === "en" ? `${quote(value)} in ${quote(key)}` : `${quote(key)} の ${quote(value)}`;
}

/** `due: -3 busines days`, or for an item of a list: `2026-13-01` in `freeze`. */
export function written(value: string, { key, inList }: Subject): Sentence {
  return { en: inItem(key, inList, value, "en"), ja: inItem(key, inList, value, "ja") };
}

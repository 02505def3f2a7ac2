import { quote } from "../../config/text/quote.ts";
import type { Sentence, Sentences } from "../../config/text/sentence.ts";
import type { RecordProblem } from "./problem.ts";

const WANTED = {
  text: { en: "text", ja: "文字列" },
  id: { en: "text or a whole number", ja: "文字列または整数" },
  number: { en: "a whole number", ja: "整数" },
  texts: { en: "a list of texts", ja: "文字列のリスト" },
  time: { en: "a time such as `2026-11-20T01:00:00Z`", ja: "日時(例: `2026-11-20T01:00:00Z`)" },
} as const;

const TYPES = "`commit`, `change`, `deployment`, `incident`";

/** One sentence for each problem, and what to do. */
const recordSentences: Sentences<RecordProblem> = {
  "not-utf8": () => ({
    en: "This line is not UTF-8. Save the file as UTF-8.",
    ja: "この行は UTF-8 ではありません。ファイルを UTF-8 で保存してください。",
  }),
  "not-json": () => ({
    en: "This line is not JSON. Write one record as one JSON object on each line.",
    ja: "この行は JSON ではありません。1行に1件ずつ、JSON のオブジェクトを書いてください。",
  }),
  "not-an-object": () => ({
    en: "A record is a JSON object, and this is not one.",
    ja: "レコードは JSON のオブジェクトで書いてください。",
  }),
  "no-type": () => ({
    en: `\`type\` is missing. Write one of ${TYPES}.`,
    ja: `\`type\` がありません。次のうち1つを書いてください: ${TYPES}。`,
  }),
  "unknown-type": ({ value, near }) =>
    near === null
      ? {
          en: `There is no type ${quote(value)}. Write one of ${TYPES}.`,
          ja: `${quote(value)} という type はありません。次のうち1つを書いてください: ${TYPES}。`,
        }
      : {
          en: `There is no type ${quote(value)}. Did you mean \`${near}\`?`,
          ja: `${quote(value)} という type はありません。\`${near}\` のことですか。`,
        },
  missing: ({ key, type }) => ({
    en: `\`${key}\` is missing, which every ${type} needs.`,
    ja: `\`${key}\` がありません。${type} には必ず必要です。`,
  }),
  nameless: () => ({
    en: "`pull` and `sha` are missing, and every change needs one of them.",
    ja: "`pull` も `sha` もありません。change にはどちらかが必要です。",
  }),
  "wrong-kind": ({ key, wanted }) => ({
    en: `\`${key}\` must be ${WANTED[wanted].en}.`,
    ja: `\`${key}\` には${WANTED[wanted].ja}を書いてください。`,
  }),
  "not-a-status": ({ value }) => ({
    en: `\`status\` must be \`success\` or \`failure\`, not ${quote(value)}.`,
    ja: `\`status\` に ${quote(value)} は使えません。\`success\` または \`failure\` を書いてください。`,
  }),
  "not-a-time": ({ key, value }) => ({
    en: `\`${key}\` is not a time: ${quote(value)}. Write for example \`2026-11-20T01:00:00Z\`.`,
    ja: `\`${key}\` の ${quote(value)} は日時ではありません。例: \`2026-11-20T01:00:00Z\``,
  }),
  "no-zone": ({ key, value }) => ({
    en: `\`${key}\` has no zone: ${quote(value)}. Add \`Z\`, or an offset such as \`+09:00\`.`,
    ja: `\`${key}\` の ${quote(value)} にタイムゾーンがありません。\`Z\` または \`+09:00\` などを付けてください。`,
  }),
  backwards: ({ start, end }) => ({
    en: `\`${end}\` is before \`${start}\`. An end cannot come before its start.`,
    ja: `\`${end}\` が \`${start}\` より前です。終わりは始まりより後になります。`,
  }),
  cycle: ({ sha }) => ({
    en: `Commit ${quote(sha)} is its own ancestor. Parents of commits cannot form a cycle.`,
    ja: `コミット ${quote(sha)} の親をたどると、自分自身に戻ります。コミットの親は循環しません。`,
  }),
};

export function recordSentence(problem: RecordProblem): Sentence {
  // Each kind has the function of its own sentence; the table's type holds that, a lookup by union cannot.
  const sentence = recordSentences[problem.kind] as (problem: RecordProblem) => Sentence;
  return sentence(problem);
}

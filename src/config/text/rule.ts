import type { RuleDiagnostic } from "../diagnostic.ts";
import { quote, quotes } from "./quote.ts";
import type { Sentences } from "./sentence.ts";

export const ruleSentences: Sentences<RuleDiagnostic> = {
  "lane-to-itself": ({ branch }) => ({
    en: `The lane goes from ${quote(branch)} to itself. Name two different branches.`,
    ja: `レーンの from と to が同じ ${quote(branch)} です。別々のブランチを書いてください。`,
  }),
  "lane-twice": ({ from, to, first }) => ({
    en: `Lane ${first} already goes from ${quote(from)} to ${quote(to)}. Keep one of the two.`,
    ja: `${quote(from)} から ${quote(to)} へのレーンは${first}番目に既にあります。どちらか一方だけにしてください。`,
  }),
  "not-exactly-one": ({ given, options }) =>
    given.length === 0
      ? {
          en: `\`deployments\` does not say what a deployment is. Write exactly one of ${quotes(options)}.`,
          ja: `\`deployments\` に、何をデプロイとみなすかが書かれていません。次のうち1つを書いてください: ${quotes(options)}。`,
        }
      : {
          en: `\`deployments\` has ${quotes(given)}, and exactly one can count. Keep one.`,
          ja: `\`deployments\` に ${quotes(given)} があります。使えるのは1つだけなので、1つにしてください。`,
        },
  "task-key-twice": ({ key, first }) => ({
    en: `Task ${first} already has the key ${quote(key)}. Give each task its own.`,
    ja: `キー ${quote(key)} は${first}番目のタスクで使われています。タスクごとに別のキーにしてください。`,
  }),
  "task-without-title": () => ({
    en: "The task has no title. Write a `title`, or name a `template` that gives one.",
    ja: "タスクにタイトルがありません。`title` を書くか、タイトルを持つ `template` を指定してください。",
  }),
  "after-unknown": ({ key, near }) => ({
    en: `No task has the key ${quote(key)}. ${near === null ? "Name the `key` of a task in this list." : `Did you mean ${quote(near)}?`}`,
    ja: `キーが ${quote(key)} のタスクはありません。${near === null ? "このリストにあるタスクの `key` を書いてください。" : `${quote(near)} のことですか?`}`,
  }),
  "after-cycle": ({ keys }) => ({
    en: `These tasks wait for each other: ${keys.map((key) => quote(key)).join(" → ")}. Take one \`after\` away.`,
    ja: `タスクが互いに待ち合っています: ${keys.map((key) => quote(key)).join(" → ")}。\`after\` を1つ外してください。`,
  }),
  "dates-backwards": ({ from, to }) => ({
    en: `${quote(`to: ${to}`)} lies before ${quote(`from: ${from}`)}. Write the earlier date in \`from\`.`,
    ja: `${quote(`to: ${to}`)} が ${quote(`from: ${from}`)} より前です。早い日付を \`from\` に書いてください。`,
  }),
  "empty-condition": () => ({
    en: "This route has no condition, so those below it are never reached. Give it `labels` or `paths`, or move it to the end.",
    ja: "この規則には条件がないので、下の規則に届きません。`labels` か `paths` を書くか、最後に移してください。",
  }),
};

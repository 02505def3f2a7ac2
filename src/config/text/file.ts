import type { FileDiagnostic } from "../diagnostic.ts";
import { quote } from "./quote.ts";
import type { Sentence, Sentences } from "./sentence.ts";

export const fileSentences: Sentences<FileDiagnostic> = {
  "extends-other-owner": ({ value, owner }) => ({
    en: `${quote(`_extends: ${value}`)} belongs to another owner. Only files of ${quote(owner)} can be extended.`,
    ja: `${quote(`_extends: ${value}`)} は別の所有者のものです。継承できるのは ${quote(owner)} のファイルだけです。`,
  }),
  "extends-missing": ({ value, path }) => ({
    en: `${quote(`_extends: ${value}`)}: there is no ${quote(path)} that Detoil can see. Check the name, and that Detoil is installed there.`,
    ja: `${quote(`_extends: ${value}`)}: Detoil から見える ${quote(path)} がありません。名前と、そのリポジトリに Detoil がインストールされていることを確認してください。`,
  }),
  "extends-forbidden": ({ value }) => ({
    en: `${quote(`_extends: ${value}`)}: Detoil may not read it. Give the installation access to that repository's contents.`,
    ja: `${quote(`_extends: ${value}`)}: Detoil に読む権限がありません。そのリポジトリの内容へのアクセスを許可してください。`,
  }),
  "extends-private": ({ value }) => ({
    en: `${quote(`_extends: ${value}`)} is private, and this repository is public. A public repository extends public ones only.`,
    ja: `${quote(`_extends: ${value}`)} は非公開ですが、このリポジトリは公開です。公開リポジトリが継承できるのは公開リポジトリだけです。`,
  }),
  "extends-loop": ({ value }) => ({
    en: `${quote(`_extends: ${value}`)} leads back to a file that is already extended. Remove one \`_extends\`.`,
    ja: `${quote(`_extends: ${value}`)} は既に継承したファイルに戻っています。\`_extends\` を1つ外してください。`,
  }),
  "extends-too-long": ({ limit }) => ({
    en: `\`_extends\` leads through more than ${limit} files. Shorten the chain.`,
    ja: `\`_extends\` が${limit}段を超えて続いています。減らしてください。`,
  }),
  "extends-from-fork": ({ value }) => ({
    en: `${quote(`_extends: ${value}`)} is new and comes from a fork, so it is read only once it is merged.`,
    ja: `${quote(`_extends: ${value}`)} はフォークからの新しい指定なので、マージされるまで読み込みません。`,
  }),
  "extends-unchecked": ({ value }) => ({
    en: `It inherits from ${quote(value)}, which cannot be checked for you: it is not there, or you may not read it. Ask somebody who may read it to propose this.`,
    ja: `${quote(value)} を継承していますが、あなたの権限では確認できません(存在しないか、読む権限がありません)。読める人に提案してもらってください。`,
  }),
  "extends-torn": ({ value }) => ({
    en: `${quote(`_extends: ${value}`)} names a file whose own \`_extends\` cannot be followed to its end. Fix it there, or extend another file.`,
    ja: `${quote(`_extends: ${value}`)} のファイルの \`_extends\` を最後までたどれません。そちらを修正するか、別のファイルを継承してください。`,
  }),
  "extended-broken": ({ value }) => ({
    en: `${quote(`_extends: ${value}`)} names a file that has problems. Fix that file; until then its last good version applies.`,
    ja: `${quote(`_extends: ${value}`)} のファイルに問題があります。そちらを修正してください。それまでは最後の正しいバージョンを使います。`,
  }),
};

/** For a problem in another repository's file, which only its own readers may see. */
export const foreignProblem: Sentence = {
  en: "There is a problem here, which is shown in that repository only. Run `detoil check` on the file there.",
  ja: "ここに問題があります。内容はそのリポジトリでだけ示します。そちらのファイルを `detoil check` で確認してください。",
};

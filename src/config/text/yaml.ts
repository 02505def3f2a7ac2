import type { YamlDiagnostic } from "../diagnostic.ts";
import type { SecretKind } from "../secrets.ts";
import { lookAlikeSentence } from "./look-alike.ts";
import { quote } from "./quote.ts";
import type { Sentence, Sentences } from "./sentence.ts";

const SECRETS: Readonly<Record<SecretKind, Sentence>> = {
  "slack-token": { en: "a Slack token", ja: "Slack のトークン" },
  "slack-webhook": { en: "a Slack webhook URL", ja: "Slack の Webhook URL " },
  "github-token": { en: "a GitHub token", ja: "GitHub のトークン" },
  "private-key": { en: "a private key", ja: "秘密鍵" },
  token: { en: "an access token", ja: "アクセストークン" },
  password: { en: "a URL with a password", ja: "パスワードを含む URL " },
};

export const yamlSentences: Sentences<YamlDiagnostic> = {
  "too-large": ({ limit }) => ({
    en: `The file is larger than ${limit / 1024} kB. Keep it smaller; shared parts can go to another file with \`_extends\`.`,
    ja: `ファイルが ${limit / 1024} kB を超えています。小さくしてください。共通部分は \`_extends\` で別のファイルに分けられます。`,
  }),
  "too-deep": ({ limit }) => ({
    en: `The values are nested more than ${limit} levels deep. Use fewer; no setting needs that many.`,
    ja: `値の入れ子が${limit}段を超えています。そこまで必要な設定はないので、減らしてください。`,
  }),
  "too-many-values": ({ limit }) => ({
    en: `The file stands for more than ${limit.toLocaleString("en-US")} values, once its aliases are followed. Use fewer aliases.`,
    ja: `エイリアスを展開すると値が${limit.toLocaleString("en-US")}個を超えます。エイリアスを減らしてください。`,
  }),
  "too-slow": () => ({
    en: "The file takes more than 2 seconds to read. Make it simpler: no setting needs that much.",
    ja: "ファイルの読み込みに2秒以上かかります。もっと簡潔にしてください。そこまで複雑な書き方が必要な設定はありません。",
  }),
  "empty-file": () => ({
    en: "The file is empty. Begin with `version: 1`, or delete it.",
    ja: "ファイルが空です。`version: 1` から書き始めるか、ファイルを削除してください。",
  }),
  "not-a-mapping": () => ({
    en: "The file must hold settings: on each line a key, a colon, a space and a value. Begin with `version: 1`.",
    ja: "ファイルには設定を書いてください。1行ごとに、キー、コロン、空白、値の順です。`version: 1` から始めます。",
  }),
  "key-twice": ({ key }) => ({
    en: `${quote(key)} is here a second time. Keep one of the two.`,
    ja: `${quote(key)} が2回書かれています。どちらか一方だけにしてください。`,
  }),
  "odd-key": () => ({
    en: "A key must be plain text, with a colon, a space and its value after it.",
    ja: "キーはただの文字列にし、その後にコロン、空白、値を書いてください。",
  }),
  "unknown-alias": ({ alias, quoted }) => ({
    en: `${quote(`*${alias}`)} stands for an anchor that is not set above it. ${quoted === null ? "Set it, or write the value out" : `For a text that begins with a star, use quotes: ${quote(quoted, 200)}`}.`,
    ja: `${quote(`*${alias}`)} に対応するアンカーがそれより前にありません。${quoted === null ? "アンカーを定義するか、値を直接書いてください" : `星印で始まる文字列は引用符で囲んでください: ${quote(quoted, 200)}`}。`,
  }),
  "unknown-tag": ({ tag }) => ({
    en: `The tag ${quote(tag)} means nothing here and is ignored. Remove it.`,
    ja: `タグ ${quote(tag)} には意味がなく、無視されます。削除してください。`,
  }),
  tab: () => ({
    en: "The line is indented with a tab, which YAML does not allow. Use spaces.",
    ja: "タブで字下げされていますが、YAML では使えません。空白を使ってください。",
  }),
  "needs-quotes": ({ value, quoted, bare }) => ({
    en: `${quote(value)} begins with a character that means something else in YAML${orBare(quoted, bare, "@").en}`,
    ja: `${quote(value)} は YAML で特別な意味を持つ文字で始まっています${orBare(quoted, bare, "@").ja}`,
  }),
  "dash-space": ({ quoted }) => ({
    en: `A space is missing after the dash. ${quoted === null ? "Put one there" : `Write ${quote(quoted, 200)}`}.`,
    ja: `ハイフンの後に空白がありません。${quoted === null ? "空白を入れてください" : `${quote(quoted, 200)} と書いてください`}。`,
  }),
  "hash-comment": ({ quoted, bare }) => ({
    en: `\`#\` begins a comment here, so the rest of the line is not read${orBare(quoted, bare, "#").en}`,
    ja: `ここの \`#\` から後はコメントになり、読まれません${orBare(quoted, bare, "#").ja}`,
  }),
  "look-alike": (diagnostic) => lookAlikeSentence(diagnostic),
  secret: ({ secret }) => ({
    en: `This looks like ${SECRETS[secret].en}. Remove it, and replace it with a new one where it was made: whoever reads this repository has seen it.`,
    ja: `${SECRETS[secret].ja}と思われる文字列があります。削除し、発行元で新しいものに替えてください。このリポジトリを読める人には既に見られています。`,
  }),
  "wrong-encoding": ({ encoding }) => ({
    en: `The file is not in UTF-8${encoding === null ? "" : ` but in ${encoding}`}, so its characters cannot be read. Save it as UTF-8.`,
    ja: `ファイルの文字コードが UTF-8 ではない${encoding === null ? "" : `(${encoding})`}ため、読めない文字があります。UTF-8 で保存してください。`,
  }),
  unclosed: ({ character }) => ({
    en: `Something opened before this is not closed: ${quote(character)} is missing.`,
    ja: `ここより前に開いたものが閉じられていません。${quote(character)} が足りません。`,
  }),
  "nested-on-one-line": ({ quoted }) => ({
    en: `There is a second \`: \` on this line. Put the value in quotes${quoted === null ? "" : `: ${quote(quoted, 200)}`}.`,
    ja: `1行に \`: \` が2つあります。値を引用符で囲んでください${quoted === null ? "。" : `: ${quote(quoted, 200)}`}`,
  }),
  "bad-indent": () => ({
    en: "The line does not fit the lines above it. Indent it as its neighbors, with spaces.",
    ja: "前の行と字下げが合っていません。同じ階層の行に空白の数を揃えてください。",
  }),
  "several-documents": () => ({
    en: "A second YAML document begins here (`---`). Keep one.",
    ja: "ここから2つ目の YAML 文書が始まっています(`---`)。1つだけにしてください。",
  }),
  "missing-colon": ({ value }) => ({
    en: `There is no value after ${quote(value)}. Write a colon, a space and the value after it.`,
    ja: `${quote(value)} に値がありません。その後にコロン、空白、値を書いてください。`,
  }),
  "not-yaml": () => ({
    en: "This line cannot be read as YAML. Check its quotes, brackets and indentation.",
    ja: "この行は YAML として読めません。引用符、括弧、字下げを確認してください。",
  }),
};

/** How to write it instead: in quotes, without its first character, or either; where neither may stand there, that it needs quotes. */
function orBare(quoted: string | null, bare: string | null, character: string): Sentence {
  const [inQuotes, without] = [quoted, bare].map((text) => (text === null ? null : quote(text, 200)));
  if (inQuotes !== null) {
    return {
      en: `. Put it in quotes: ${inQuotes}${bare === null ? "" : `, or leave out the \`${character}\``}.`,
      ja: `。引用符で囲んでください: ${inQuotes}${bare === null ? "" : `(\`${character}\` を外しても構いません)`}。`,
    };
  }
  return without === null
    ? { en: ": such a value needs quotes.", ja: "。このような値には引用符が必要です。" }
    : {
        en: `. Leave out the \`${character}\`: ${without}.`,
        ja: `。\`${character}\` を外してください: ${without}。`,
      };
}

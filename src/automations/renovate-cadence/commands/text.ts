import type { ClaimText } from "../../../commands/declaration.ts";
import type { Language } from "../../../config/schema.ts";
import { signature } from "../../../markdown/signature.ts";
import { textsIn } from "../../texts.ts";

const PAGE = "dependency-cadence.md";

/** Replies to `/sre cadence`, and the pull request that it opens. Quotes and links are Markdown already. */
interface CadenceCommandText {
  /** Between two sentences of a line. */
  readonly gap: string;
  /** `quoted`: what was asked for; null: nothing. */
  notACadence(quoted: string | null, words: readonly string[]): string;
  /** `open`: the pull request that would change it. */
  already(cadence: string, open: string | null): string;
  proposed(pull: string, from: string, to: string): string;
  readonly mayNotWrite: string;
  refused(reason: string): string;
  /** The lines to change follow. */
  byHand(editor: string): string;
  /** A file of `holder`, which sre.yml extends, holds the key; what would go into sre.yml follows. */
  extended(holder: string, editor: string): string;
  /** The organization's sre.yml is in force here; a file of one's own follows. */
  organizations(file: string): string;
  unclear(editor: string, cadence: string): string;
  title(cadence: string): string;
  body(from: string, to: string, who: string, issue: number, configUrl: string | null): string;
}

const eitherEn = new Intl.ListFormat("en", { type: "disjunction" });
const ticked = (words: readonly string[]) => words.map((word) => `\`${word}\``);

const en: CadenceCommandText = {
  gap: " ",
  notACadence(quoted, words) {
    const possible = `A cadence is ${eitherEn.format([...ticked(words), "a number of days"])}`;
    return `${quoted === null ? "Which one?" : `${quoted} is not a cadence.`} ${possible}, for example \`/sre cadence 45 days\`.`;
  },
  already: (cadence, open) =>
    `The promise is \`${cadence}\` already.${open === null ? "" : ` ${open} would change it: close it if it is not wanted any more.`}`,
  proposed: (pull, from, to) =>
    `${pull} changes the promise from \`${from}\` to \`${to}\`. It is in force once that is merged.`,
  mayNotWrite: "Detoil may not write files here (**Contents: Read and write** is not granted).",
  refused: (reason) => `GitHub refused Detoil's pull request: ${reason}.`,
  byHand: (editor) => `Change it yourself: [open sre.yml in the editor](${editor}), change this, and propose it.`,
  extended: (holder, editor) =>
    `\`cadence\` comes from a file of ${holder}, which sre.yml extends. Change it there for every repository that extends it, or [add this to sre.yml](${editor}) for this one:`,
  organizations: (file) =>
    `\`cadence\` comes from the organization's ${file}. Change it there for every repository, or create \`.github/sre.yml\` here for this one:`,
  unclear: (editor, cadence) =>
    `sre.yml does not hold \`cadence\` as a plain value that Detoil could change. [Open it in the editor](${editor}) and set it to \`${cadence}\`.`,
  title: (cadence) => `Promise dependency updates: ${cadence}`,
  body: (from, to, who, issue, configUrl) =>
    `**Changes the promise for dependency updates from \`${from}\` to \`${to}\`.** ${who} asked for it in #${issue}.\n\nMerge it to put it in force, or close it. \`/sre cadence …\` there changes this pull request.\n\n${signature(PAGE, "what you write around this text stays", configUrl)}`,
};

const ja: CadenceCommandText = {
  gap: "",
  notACadence(quoted, words) {
    const possible = `${ticked(words).join("、")}、または日数(例: \`/sre cadence 45 days\`)を指定してください。`;
    return `${quoted === null ? "更新ペースが指定されていません。" : `${quoted} は更新ペースではありません。`}${possible}`;
  },
  already: (cadence, open) =>
    `更新ペースはすでに \`${cadence}\` です。${open === null ? "" : `変更が不要になった場合は、${open} をクローズしてください。`}`,
  proposed: (pull, from, to) =>
    `${pull} で更新ペースを \`${from}\` から \`${to}\` に変更します。マージすると有効になります。`,
  mayNotWrite: "Detoil はこのリポジトリのファイルを変更できません(**Contents: Read and write** が許可されていません)。",
  refused: (reason) => `GitHub が Detoil のプルリクエストを拒否しました: ${reason}。`,
  byHand: (editor) => `[sre.yml をエディターで開き](${editor})、次のように変更してください。`,
  extended: (holder, editor) =>
    `\`cadence\` は、sre.yml の継承元である ${holder} のファイルにあります。継承元を変更すると、継承しているすべてのリポジトリに反映されます。このリポジトリだけを変更するには、[sre.yml に次の内容を追加](${editor})してください。`,
  organizations: (file) =>
    `\`cadence\` は Organization の ${file} にあります。そちらを変更すると、すべてのリポジトリに反映されます。このリポジトリだけを変更するには、次の内容で \`.github/sre.yml\` を作成してください。`,
  unclear: (editor, cadence) =>
    `sre.yml の \`cadence\` は Detoil が変更できる書き方ではありません。[エディターで開き](${editor})、\`${cadence}\` に変更してください。`,
  title: (cadence) => `依存関係の更新ペースを ${cadence} に変更`,
  body: (from, to, who, issue, configUrl) =>
    `**依存関係の更新ペースを \`${from}\` から \`${to}\` に変更します。** #${issue} で ${who} さんが依頼しました。\n\nマージすると有効になります。不要な場合はクローズしてください。#${issue} で \`/sre cadence …\` とコメントすると、このプルリクエストが変わります。\n\n${signature(PAGE, "この文章の前後に書いた内容は残ります", configUrl)}`,
};

// For the samples.
const EDITOR = "https://github.com/acme/shop/edit/main/.github/sre.yml";

export const commandText = textsIn<CadenceCommandText>({
  seen: "`/sre cadence`: the replies, and the pull request",
  en,
  ja,
  samples: ({ configUrl }) => ({
    notACadence: [
      ["`soon`", ["weekly", "monthly"]],
      [null, ["weekly", "monthly"]],
    ],
    already: [
      ["monthly", null],
      ["monthly", "#12"],
    ],
    proposed: [["#12", "monthly", "quarterly"]],
    refused: [["`Repository rule violations found`"]],
    byHand: [[EDITOR]],
    extended: [["[acme/.github](https://github.com/acme/.github)", EDITOR]],
    organizations: [["[sre.yml](https://github.com/acme/.github/blob/HEAD/.github/sre.yml)"]],
    unclear: [[EDITOR, "quarterly"]],
    title: [["quarterly"]],
    body: [["monthly", "quarterly", "alice", 5, configUrl]],
  }),
});

/** Where this command works. */
export const claimText: Readonly<Record<Language, ClaimText>> = {
  en: {
    place: "the issue about the dependency cadence",
    places: "the issue about the dependency cadence",
    subject: "The cadence",
    switchOn: (file) => `The cadence is off here: add a \`renovate\` section to ${file} to switch it on.`,
  },
  ja: {
    place: "依存関係の更新ペースの Issue",
    places: "依存関係の更新ペースの Issue",
    subject: "更新ペース",
    switchOn: (file) =>
      `依存関係の更新の約束は無効です。有効にするには、${file} に \`renovate\` セクションを追加してください。`,
  },
};

import { signature } from "../../markdown/signature.ts";
import { textsIn } from "../texts.ts";

const PAGE = "onboarding.md";
const RECIPES = "https://github.com/detoil/detoil/blob/main/docs/recipes.md";

/** `file`, `branch`: as code. */
interface Texts {
  readonly title: string;
  readonly lead: string;
  readonly orgLead: string;
  /** Between sentences. */
  readonly gap: string;
  /** Above the file. */
  fits(days: number): string;
  readonly begins: string;
  readonly ofOrg: string;
  /** Nothing shows how the team releases. */
  readonly unclear: string;
  readonly empty: string;
  open(url: string): string;
  /** The editor opens without the file. */
  openAndPaste(url: string): string;
  readonly commit: string;
  readonly more: string;
  readonly no: string;
  readonly asked: string;
  inForce(branch: string): string;
  readonly orgInForce: string;
  readonly signature: string;
  readonly command: {
    readonly place: string;
    readonly about: string;
    present(file: string): string;
    adds(edit: string): string;
    readonly addsNothing: string;
    broken(file: string): string;
    misnamed(path: string): string;
    readonly orgs: string;
    readonly above: string;
  };
}

const en: Texts = {
  gap: " ",
  title: "Detoil is installed here: a sre.yml to begin with",
  lead: "**Detoil is installed here and does nothing yet:** it waits for a `.github/sre.yml` that tells it what to do.",
  orgLead:
    "**Detoil is installed on all repositories and does nothing yet:** it waits for a `.github/sre.yml` in each of them, or for one here that speaks for several.",
  fits: (days) => `The one below fits what GitHub shows of the last ${days} days.`,
  begins: "The one below is to begin with.",
  ofOrg:
    "In every other repository `/sre setup`, as a comment in any issue, answers with a file that fits there. The one below is for here.",
  unclear: `Nothing here shows yet how you release: [the recipes](${RECIPES}) have whole files for usual ways to work.`,
  empty: `This repository has no commit yet, so there is nothing to suggest from: [the recipes](${RECIPES}) have whole files for usual ways to work.`,
  open: (url) => `**[Open it in GitHub's editor](${url})**, change what you like, and propose it as a pull request.`,
  openAndPaste: (url) =>
    `**[Open GitHub's editor](${url})**, paste the file into it, change what you like, and propose it as a pull request.`,
  commit: "Commit it as `.github/sre.yml`.",
  more: "The check on the pull request says what Detoil will do, before anybody merges it. Once it is on the default branch, Detoil closes this issue.",
  no: "**Not wanted?** Close this issue: Detoil does not ask again. `/sre setup`, in any issue, answers whenever you like.",
  asked: "The check on the pull request says what Detoil will do, before anybody merges it.",
  inForce: (branch) =>
    `**sre.yml is on ${branch}, thank you.** Detoil works by it from now on; the check on each pull request that changes it says what will be different.`,
  orgInForce: "**The organization's sre.yml speaks for this repository now.** Nothing is left to do here.",
  signature: signature(PAGE, "asked once; what you write above or below this part stays", null),
  command: {
    place: "any issue or pull request",
    about: "answers with a sre.yml that fits this repository",
    present: (file) => `**${file} is there already.**`,
    adds: (edit) => `What GitHub shows of the last 90 days would add this ([open it in the editor](${edit})):`,
    addsNothing: "It has a section for everything that GitHub shows of the last 90 days.",
    broken: (file) => `**${file} is there already, with errors:** fix them first. Detoil's issue about it lists them.`,
    misnamed: (path) => `**${path} is not read**, so nothing in it happens. Rename it to \`.github/sre.yml\`.`,
    orgs: "The organization's sre.yml speaks for this repository; a file of its own takes its place.",
    above: "As above.",
  },
};

const ja: Texts = {
  gap: "",
  title: "Detoil の設定: このリポジトリに合わせた sre.yml の案",
  lead: "**Detoil がインストールされましたが、まだ何もしていません。** 何をするかを書いた `.github/sre.yml` が必要です。",
  orgLead:
    "**Detoil がすべてのリポジトリにインストールされましたが、まだ何もしていません。** 各リポジトリの `.github/sre.yml`、または複数のリポジトリに適用するこのリポジトリの `.github/sre.yml` が必要です。",
  fits: (days) => `以下は、GitHub に表示されている直近${days}日間の状況に合わせた案です。`,
  begins: "以下は最小限の内容です。",
  ofOrg:
    "他のリポジトリでは、任意の Issue に `/sre setup` とコメントすると、そのリポジトリに合わせた案を返信します。以下はこのリポジトリ用です。",
  unclear: `リリースの方法を示す情報がまだありません。よくある運用ごとの設定例は[レシピ](${RECIPES})にあります。`,
  empty: `まだコミットがないため、案を作成できません。よくある運用ごとの設定例は[レシピ](${RECIPES})にあります。`,
  open: (url) => `**[GitHub のエディターで開き](${url})**、必要に応じて変更して、プルリクエストを作成してください。`,
  openAndPaste: (url) =>
    `**[GitHub のエディターを開き](${url})**、この内容を貼り付け、必要に応じて変更して、プルリクエストを作成してください。`,
  commit: "`.github/sre.yml` としてコミットしてください。",
  more: "マージする前に、Detoil が何をするかをチェックで確認できます。デフォルトブランチに追加されると、Detoil はこの Issue をクローズします。",
  no: "**不要な場合は、この Issue をクローズしてください。** 再度お知らせすることはありません。`/sre setup` は任意の Issue でいつでも使えます。",
  asked: "マージする前に、Detoil が何をするかをチェックで確認できます。",
  inForce: (branch) =>
    `**${branch} に sre.yml が追加されました。ありがとうございます。** 今後はこの内容に従って動作します。変更するプルリクエストでは、何が変わるかをチェックで確認できます。`,
  orgInForce: "**このリポジトリには Organization の sre.yml が適用されています。** ここで必要な作業はありません。",
  signature: signature(PAGE, "お知らせは一度だけです。この部分の上や下に書いた内容はそのまま残ります", null),
  command: {
    place: "任意の Issue やプルリクエスト",
    about: "このリポジトリに合わせた sre.yml の案を返信します",
    present: (file) => `**${file} はすでにあります。**`,
    adds: (edit) =>
      `GitHub に表示されている直近90日間の状況から、次の内容を追加できます([エディターで開く](${edit}))。`,
    addsNothing: "GitHub に表示されている直近90日間の状況に対応する項目は、すべて設定済みです。",
    broken: (file) =>
      `**${file} はすでにありますが、エラーがあります。** 先に修正してください。エラーの一覧は Detoil の Issue にあります。`,
    misnamed: (path) => `**${path} は読み込まれません。** \`.github/sre.yml\` に名前を変更してください。`,
    orgs: "このリポジトリには Organization の sre.yml が適用されています。専用のファイルを作成すると、そちらに置き換わります。",
    above: "上記のとおりです。",
  },
};

// For the samples.
const EDITOR = "https://github.com/acme/shop/new/main?filename=.github/sre.yml";
const FILE = "[`.github/sre.yml`](https://github.com/acme/shop/blob/HEAD/.github/sre.yml)";

export const messages = textsIn<Texts>({
  seen: "The issue that offers a first sre.yml, and the reply to `/sre setup`",
  en,
  ja,
  samples: () => ({
    fits: [[90]],
    open: [[EDITOR]],
    openAndPaste: [[EDITOR]],
    inForce: [["`main`"]],
    command: {
      present: [[FILE]],
      adds: [["https://github.com/acme/shop/edit/main/.github/sre.yml"]],
      broken: [[FILE]],
      misnamed: [["`sre.yml`"]],
    },
  }),
});

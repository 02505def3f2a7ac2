import { textsIn } from "../../texts.ts";

interface Texts {
  /** No open pull request has the commit as its head. */
  readonly goneTitle: string;
  readonly gone: string;
  /** An open pull request does, and sre.yml no longer asks for this check there. */
  readonly offTitle: string;
  readonly off: string;
  /** GitHub created an empty suite. */
  readonly emptyTitle: string;
  readonly empty: string;
}

const en: Texts = {
  goneTitle: "This commit is no longer checked",
  gone: "Nothing to fix: Detoil checks the latest commit of open pull requests, and this is not one of them. Push to the pull request or reopen it; its latest commit is then checked on its own.",
  offTitle: "sre.yml does not ask for this check here",
  off: "Nothing to fix: sre.yml, as it is today, does not ask for this check here.",
  emptyTitle: "Nothing to check on this commit",
  empty: "Nothing to fix: GitHub waits for an answer of every App, and Detoil has nothing to check here.",
};

const ja: Texts = {
  goneTitle: "このコミットはもうチェックの対象ではありません",
  gone: "対応は不要です。チェックするのはオープンなプルリクエストの最新のコミットで、このコミットは該当しません。プルリクエストにプッシュするか再オープンすると、最新のコミットを自動でチェックします。",
  offTitle: "sre.yml の設定では、このチェックは対象外です",
  off: "対応は不要です。現在の sre.yml では、このチェックを行いません。",
  emptyTitle: "このコミットに確認する項目はありません",
  empty: "対応は不要です。GitHub はすべての App の応答を待ちますが、このコミットで Detoil が確認する項目はありません。",
};

export const messages = textsIn<Texts>({
  seen: "A check that was asked for again, or that nobody else answers",
  en,
  ja,
  samples: () => ({}),
});

import type { Language } from "../../config/schema.ts";

/** Replies where no other automation answers. `remedy` is `switchOn`, or null where milestone tasks are on. */
interface Texts {
  help(remedy: string | null): string;
  /** On a task's issue that was created before milestone tasks were switched off. */
  off(remedy: string): string;
  /** On a task's issue that the reconciliation of no milestone covers. */
  readonly orphaned: string;
  elsewhere(command: string, remedy: string | null): string;
  switchOn(url: string | null): string;
}

const file = (url: string | null) => (url === null ? "`.github/sre.yml`" : `[sre.yml](${url})`);

const en: Texts = {
  help: (remedy) =>
    remedy === null
      ? "There is nothing to ask for here. In the issue of a milestone task, `/sre help` lists what is."
      : `There is nothing to ask for here: commands are for the issues of milestone tasks. ${remedy}`,
  off: (remedy) => `Nothing was changed. ${remedy}`,
  orphaned:
    "Nothing was changed: this task is in no milestone that Detoil looks at. Put it into one that `milestones.match` in sre.yml matches, or use GitHub's own buttons.",
  elsewhere: (command, remedy) =>
    `${command} is for the issue of a milestone task, and this is none.${remedy === null ? "" : ` ${remedy}`}`,
  switchOn: (url) => `Milestone tasks are off here: add a \`milestones\` section to ${file(url)} to switch them on.`,
};

const ja: Texts = {
  help: (remedy) =>
    remedy === null
      ? "ここで使えるコマンドはありません。マイルストーンタスクの Issue では、`/sre help` で一覧を表示できます。"
      : `ここで使えるコマンドはありません。コマンドはマイルストーンタスクの Issue で使います。${remedy}`,
  off: (remedy) => `何も変更していません。${remedy}`,
  orphaned:
    "何も変更していません。このタスクは Detoil が扱うマイルストーンに入っていません。sre.yml の `milestones.match` に合うマイルストーンに入れるか、GitHub の画面で操作してください。",
  elsewhere: (command, remedy) =>
    `${command} はマイルストーンタスクの Issue で使うコマンドです。ここでは使えません。${remedy ?? ""}`,
  switchOn: (url) =>
    `マイルストーンタスクは無効です。有効にするには、${file(url)} に \`milestones\` セクションを追加してください。`,
};

const texts: Readonly<Record<Language, Texts>> = { en, ja };

export function messages(language: Language): Texts {
  return texts[language];
}

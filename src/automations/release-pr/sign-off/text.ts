import { code } from "../../../markdown/escape.ts";
import { textsIn } from "../../texts.ts";

interface BoxText {
  readonly number: number | null;
  /** Plain text, for a title. */
  readonly words: string;
}

interface SignOffText {
  /** In the first lines of the description, and of the check while it is red. */
  rule(configUrl: string | null): string;
  /** The check's title. */
  title(open: readonly BoxText[]): string;
  open(count: number, all: number): string;
  quoted(words: string): string;
  /** Instead of a box. */
  readonly noBox: string;
  more(count: number): string;
  all(count: number): string;
  /** `list`: each box, with who ticked it. */
  ticked(list: readonly string[]): string;
  by(box: string, login: string, moment: string): string;
}

const KEY = "sign-off";

const inSreYml = (url: string | null, words: string) => {
  const shown = words.replace(KEY, code(KEY));
  return url === null ? shown : `[${shown}](${url})`;
};

/** The first three, or the first two and how many others. */
function named(list: readonly string[]): { readonly shown: readonly string[]; readonly others: number } {
  return list.length < 4 ? { shown: list, others: 0 } : { shown: list.slice(0, 2), others: list.length - 2 };
}

function wordsIn(open: readonly BoxText[], quote: (words: string) => string): readonly string[] {
  return open.map(({ number, words }) => (number === null ? quote(words) : `#${number}`));
}

const en: SignOffText = {
  rule: (url) =>
    `**Every box must be ticked** before this is merged (${inSreYml(url, `${KEY} in sre.yml`)}). The check then turns green on its own.`,
  title(open) {
    const { shown, others } = named(wordsIn(open, (words) => `“${words}”`));
    const are = open.length === 1 ? "is" : "are";
    if (others > 0) return `${shown.join(", ")} and ${others} others ${are} not ticked`;
    return `${shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`} ${are} not ticked`;
  },
  open: (count, all) => `Open: ${count} of ${all}.`,
  quoted: (words) => `“${words}”`,
  noBox: "has no box yet: the list is not up to date",
  more: (count) => `and ${count} more`,
  all(count) {
    if (count === 0) return "No box has to be ticked.";
    return count === 1 ? "**The only box is ticked.**" : `**All ${count} boxes are ticked.**`;
  },
  ticked: (list) => `Ticked: ${list.join(", ")}.`,
  by: (box, login, moment) => `${box} by ${login} (${moment})`,
};

const ja: SignOffText = {
  rule: (url) =>
    `マージの前に**本文のチェックボックスをすべてオンにしてください**(${inSreYml(url, `sre.yml の ${KEY}`)})。すべてオンになると、チェックは自動で緑になります。`,
  title(open) {
    const { shown, others } = named(wordsIn(open, (words) => `「${words}」`));
    return `${shown.join("、")}${others === 0 ? "" : ` ほか${others}件`}が未確認です`;
  },
  open: (count, all) => `未確認: ${all}件中${count}件`,
  quoted: (words) => `「${words}」`,
  noBox: "チェックボックスはまだありません(一覧が最新ではありません)",
  more: (count) => `ほか${count}件`,
  all: (count) =>
    count === 0 ? "確認が必要なチェックボックスはありません。" : `**チェックボックス${count}件をすべて確認しました。**`,
  ticked: (list) => `確認済み: ${list.join("、")}`,
  by: (box, login, moment) => `${box}(${login}、${moment})`,
};

export const signOffText = textsIn<SignOffText>({
  seen: "Where every box has to be ticked: the description, and the check",
  en,
  ja,
  samples: ({ configUrl, moment }) => ({
    rule: [[configUrl]],
    title: [
      [[{ number: 3631, words: "" }]],
      [
        [
          { number: 3631, words: "" },
          { number: null, words: "Look at the dashboards" },
        ],
      ],
      [[1, 2, 3, 4, 5].map((number) => ({ number, words: "" }))],
    ],
    open: [[2, 5]],
    quoted: [["Look at the dashboards"]],
    more: [[37]],
    all: [[0], [1], [5]],
    ticked: [[["#3631", "#3632"]]],
    by: [["#3631", "hakobe", moment]],
  }),
});

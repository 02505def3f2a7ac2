import { LONGEST_BODY } from "../../github-limits.ts";
import { code } from "../../markdown/escape.ts";
import { signature } from "../../markdown/signature.ts";
import { textsIn } from "../texts.ts";
import { samples } from "./samples.ts";

/** The start of the waiting time: a linked tag or none, and the day. */
interface SinceText {
  readonly tag: { readonly name: string; readonly url: string } | null;
  readonly day: string;
}

/** A pull request that a label holds, and the people it concerns. */
export interface HeldText {
  readonly number: number;
  readonly label: string;
  /** Logins. */
  readonly people: readonly string[];
}

/** All texts of this automation in one language. Counts are whole numbers, days are formatted for people. */
export interface ReleaseText {
  /** A template, for a lane without a `title`. */
  readonly defaultTitle: string;
  // The body
  waiting(count: number, to: string, since: SinceText | null): string;
  /** `closes`: Detoil closes the pull request. */
  nothingWaits(to: string, closes: boolean): string;
  readonly diff: string;
  reverted(by: string): string;
  also(direct: number, setApart: readonly number[], compareUrl: string): string | null;
  revertedInBase(list: readonly number[], to: string): string;
  more(count: number, compareUrl: string): string;
  cut(commits: number): string;
  readonly mergeHint: string;
  /** Where merge commits are switched off. */
  readonly squashHint: string;
  /** GitHub deletes the branch at the merge. */
  deletesHead(from: string, settingsUrl: string): string;
  signature(configUrl: string | null): string;
  /** `moment`: when it was merged. */
  releasedOn(moment: string): string;
  // Reasons for a red check: its title, and the words in its summary and in the body
  heldTitle(numbers: readonly number[]): string;
  held(list: readonly HeldText[]): string;
  frozenTitle(end: string): string;
  frozen(end: string, configUrl: string | null): string;
  // The check
  clearTitle(count: number): string;
  clear(count: number, to: string): string;
  noRoomTitle(number: string): string;
  noRoom(number: string): string;
  outsiderTitle(number: number): string;
  readonly refusedTitle: string;
  readonly ordinaryTitle: string;
  ordinary(): string;
  ordinaryBeside(number: number): string;
  // After a squash or rebase
  rewritten(from: string, to: string, configUrl: string | null): string;
}

const numbers = (list: readonly number[], comma: string) => list.map((number) => `#${number}`).join(comma);

/** `#1`, `#1 and #2`, `#1, #2 and #3` */
function enumerated(list: readonly number[]): string {
  return list.length < 2 ? numbers(list, "") : `${numbers(list.slice(0, -1), ", ")} and #${list.at(-1)}`;
}

const inSreYml = (key: string, url: string | null, words: string) =>
  url === null ? words.replace(key, code(key)) : `[${words.replace(key, code(key))}](${url})`;

const MOST = LONGEST_BODY.toLocaleString("en-US");

const en: ReleaseText = {
  defaultTitle: "Release {{date}}",
  waiting(count, to, since) {
    const [head, are] = count === 1 ? ["**1 pull request**", "is"] : [`**${count} pull requests**`, "are"];
    if (since === null) return `${head} ${are} waiting for ${code(to)}`;
    const name = since.tag === null ? "the last release" : `[${since.tag.name}](${since.tag.url})`;
    return `${head} merged since ${name} (${since.day}) ${are} waiting for ${code(to)}`;
  },
  nothingWaits: (to, closes) =>
    `**Nothing is waiting** for ${code(to)}. ${
      closes
        ? "Detoil closes this and opens a new one when something is merged."
        : "Close this, or leave it open: the next merge fills it."
    }`,
  diff: "diff",
  reverted: (by) => `reverted by ${by}`,
  also(direct, setApart, compareUrl) {
    const parts = [
      ...(direct === 0 ? [] : [`[${direct} commit${direct === 1 ? "" : "s"}](${compareUrl}) without a pull request`]),
      ...(setApart.length === 0 ? [] : [`not listed because of their label: ${numbers(setApart, ", ")}`]),
    ];
    return parts.length === 0 ? null : `Also in this release: ${parts.join(" · ")}`;
  },
  revertedInBase(list, to) {
    const [were, are] = list.length === 1 ? ["was", "is"] : ["were", "are"];
    return `${enumerated(list)} ${were} reverted on ${code(to)} and ${are} not in this release.`;
  },
  more: (count, compareUrl) => `…and ${count} more: [all changes](${compareUrl}). Their ticks and notes are kept.`,
  cut: (commits) =>
    `Only the first ${commits.toLocaleString("en-US")} commits were read: there are more than one list can hold. Release in smaller steps to see them all.`,
  mergeHint: "Merge it with **Create a merge commit**: after a squash Git cannot tell what was released.",
  squashHint:
    "This repository allows no merge commits, so Git cannot tell afterwards what was released; Detoil counts all of it as released.",
  deletesHead: (from, url) =>
    `**Merging this deletes ${code(from)}**, because [this repository](${url}) has **Automatically delete head branches** on. Switch it off before you merge, or restrict deletions of ${code(from)} in a ruleset.`,
  signature: (url) => signature("release-pr.md", "ticks, notes and what you write outside this list stay", url),
  releasedOn: (moment) => `**Released** on ${moment}`,
  heldTitle(list) {
    if (list.length === 1) return `#${list[0]} is on hold`;
    if (list.length < 4) return `${enumerated(list)} are on hold`;
    return `${numbers(list.slice(0, 2), ", ")} and ${list.length - 2} more are on hold`;
  },
  held(list) {
    const each = list.map(
      ({ number, label, people }, index) =>
        `**${index === 0 ? "On hold: " : ""}#${number}** (${[`label ${code(label)}`, ...at(people)].join(", ")})`,
    );
    const remedy = list.length === 1 ? "Remove the label or revert it" : "Remove the labels or revert them";
    return `${each.join(", ")}. ${remedy}; the check then turns green on its own.`;
  },
  frozenTitle: (end) => `Frozen until ${end}`,
  frozen: (end, url) =>
    `**Frozen until ${end}** (${inSreYml("freeze", url, "freeze in sre.yml")}). The check then turns green on its own; this list stays up to date. Cannot wait? Comment \`/sre unfreeze\` with the reason.`,
  clearTitle(count) {
    if (count === 0) return "Nothing is waiting";
    return count === 1 ? "1 pull request, not on hold" : `${count} pull requests, none on hold`;
  },
  clear: (count, to) =>
    count === 0
      ? `Nothing is waiting for ${code(to)}.`
      : `Merging this brings ${count} pull request${count === 1 ? "" : "s"} to ${code(to)}.`,
  noRoomTitle: (number) => `${number} has no room for the list`,
  noRoom: (number) =>
    `What people wrote in ${number} leaves no room for the list: GitHub takes ${MOST} characters. Detoil has changed nothing. Shorten it, and Detoil writes the list on its own.`,
  outsiderTitle: (number) => `#${number} is not the release pull request`,
  refusedTitle: "GitHub refuses to open the release pull request",
  ordinaryTitle: "Nothing to check: this pull request is not a release",
  ordinary: () => "The release pull requests are the ones that `release.lanes` in sre.yml names.",
  ordinaryBeside: (number) => `#${number} has the same head and is not a release.`,
  rewritten: (from, to, url) =>
    [
      `**This release was squashed or rebased, so Git cannot tell that ${code(to)} has what ${code(from)} has.**`,
      "",
      `Detoil counts everything in it as released and does not list it again. GitHub still shows those commits as unreleased, and the next release may conflict.`,
      `To fix this, merge ${code(to)} back into ${code(from)} with a merge commit. Next time, choose **Create a merge commit**; a ruleset on ${code(to)} can allow only that.`,
      "",
      signature("release-pr.md", "said once", url),
    ].join("\n"),
};

const ja: ReleaseText = {
  defaultTitle: "リリース {{date}}",
  waiting(count, to, since) {
    const head = `**${count}件**のプルリクエストが ${code(to)} への反映を待っています`;
    if (since === null) return head;
    const name = since.tag === null ? "前回のリリース" : `前回: [${since.tag.name}](${since.tag.url})`;
    return `${head}(${name}、${since.day})`;
  },
  nothingWaits: (to, closes) =>
    `${code(to)} への反映を待つプルリクエストは**ありません**。${
      closes
        ? "このプルリクエストをクローズし、次にマージされたときに新しく作成します。"
        : "クローズしても、このまま開いておいてもかまいません。次にマージされたものから一覧に載ります。"
    }`,
  diff: "差分",
  reverted: (by) => `${by} でリバート`,
  also(direct, setApart, compareUrl) {
    const parts = [
      ...(direct === 0 ? [] : [`プルリクエストのない[コミット${direct}件](${compareUrl})`]),
      ...(setApart.length === 0 ? [] : [`ラベルにより一覧に載せないもの: ${numbers(setApart, "、")}`]),
    ];
    return parts.length === 0 ? null : `ほかに含まれるもの: ${parts.join("・")}`;
  },
  revertedInBase: (list, to) =>
    `${numbers(list, "、")} は ${code(to)} でリバートされたため、このリリースには含まれません。`,
  more: (count, compareUrl) =>
    `…ほか${count}件: [すべての差分](${compareUrl})。チェックボックスとメモは保存されています。`,
  cut: (commits) =>
    `コミットが多いため、最初の${commits.toLocaleString("en-US")}件だけを読みました。小さく分けてリリースすると、すべて表示できます。`,
  mergeHint:
    "マージには **Create a merge commit** を使ってください。スカッシュすると、何がリリース済みかを Git が判断できなくなります。",
  squashHint:
    "このリポジトリではマージコミットが許可されていないため、何がリリース済みかを Git は判断できません。Detoil はすべてリリース済みとして扱います。",
  deletesHead: (from, url) =>
    `**マージすると ${code(from)} が削除されます。**[このリポジトリ](${url})で **Automatically delete head branches** がオンになっているためです。マージする前にオフにするか、ルールセットで ${code(from)} の削除を制限してください。`,
  signature: (url) =>
    signature("release-pr.md", "チェックボックスとメモ、この一覧の外に書いた内容はそのまま残ります", url),
  releasedOn: (moment) => `${moment} に**リリースされました**。`,
  heldTitle(list) {
    if (list.length < 4) return `${numbers(list, "、")} は保留中です`;
    return `${numbers(list.slice(0, 2), "、")} ほか${list.length - 2}件は保留中です`;
  },
  held(list) {
    const each = list.map(
      ({ number, label, people }, index) =>
        `**${index === 0 ? "保留中: " : ""}#${number}**(${[`ラベル ${code(label)}`, ...at(people)].join("、")})`,
    );
    return `${each.join("、")}。ラベルを外すかリバートすると、チェックは自動で緑になります。`;
  },
  frozenTitle: (end) => `${end} まで凍結中です`,
  frozen: (end, url) =>
    `**${end} まで凍結中です**(${inSreYml("freeze", url, "sre.yml の freeze")})。その後、チェックは自動で緑になります。一覧の更新は続けます。待てない場合は、\`/sre unfreeze\` に理由を添えてコメントしてください。`,
  clearTitle: (count) => (count === 0 ? "待っているものはありません" : `プルリクエスト${count}件、保留なし`),
  clear: (count, to) =>
    count === 0
      ? `${code(to)} への反映を待つプルリクエストはありません。`
      : `マージすると、プルリクエスト${count}件が ${code(to)} に反映されます。`,
  noRoomTitle: (number) => `${number} の本文に一覧を書く余地がありません`,
  noRoom: (number) =>
    `${number} の本文が長く、一覧を書く余地がありません(GitHub の上限は ${MOST} 文字)。本文には手を加えていません。短くすると、一覧を自動で書きます。`,
  outsiderTitle: (number) => `#${number} はリリースのプルリクエストではありません`,
  refusedTitle: "リリースのプルリクエストの作成を GitHub が拒否しました",
  ordinaryTitle: "確認することはありません(リリースのプルリクエストではありません)",
  ordinary: () => "リリースのプルリクエストは、sre.yml の `release.lanes` で決まります。",
  ordinaryBeside: (number) => `#${number} は head が同じですが、リリースのプルリクエストではありません。`,
  rewritten: (from, to, url) =>
    [
      `**このリリースはスカッシュまたはリベースでマージされたため、${code(from)} の内容が ${code(to)} にあることを Git が判断できません。**`,
      "",
      "Detoil はすべてリリース済みとして扱い、一覧に再び載せません。ただし GitHub では未リリースのコミットとして表示され、次のリリースで競合することがあります。",
      `直すには、${code(to)} を ${code(from)} にマージコミットで取り込んでください。次回からは **Create a merge commit** を選んでください。${code(to)} のルールセットで、それだけを許可することもできます。`,
      "",
      signature("release-pr.md", "このお知らせは一度だけです", url),
    ].join("\n"),
};

function at(people: readonly string[]): string[] {
  return people.map((login) => `@${login}`);
}

/** The texts of one language. */
export const messages = textsIn<ReleaseText>({
  seen: "The pull request, its check, and a comment after a squash",
  en,
  ja,
  samples,
});

import type { Language } from "../../config/schema.ts";
import { code } from "../../markdown/escape.ts";
import type { TakenBackBy } from "./reverts.ts";

/** Since when things wait: a linked tag or none, and the day. */
interface SinceText {
  readonly tag: { readonly name: string; readonly url: string } | null;
  readonly day: string;
}

/** Everything that people read of this automation, in one language. Counts are whole numbers, days as people read them. */
export interface ReleaseText {
  /** A template, for a lane without a `title`. */
  readonly defaultTitle: string;
  // The body
  waiting(count: number, to: string, since: SinceText | null): string;
  nothingWaits(to: string): string;
  readonly whatChanges: string;
  takenBack(by: TakenBackBy): string;
  also(direct: number, setApart: readonly number[]): string | null;
  revertedInBase(list: readonly number[], to: string): string;
  more(count: number, compareUrl: string): string;
  cut(commits: number): string;
  frozenBody(last: string): string;
  readonly mergeHint: string;
  signature(configUrl: string | null): string;
  // The check
  frozenTitle(last: string): string;
  heldTitle(count: number): string;
  clearTitle(count: number): string;
  readonly signOffTitle: string;
  readonly noRoomTitle: string;
  readonly ordinaryTitle: string;
  frozen(last: string): string;
  held(number: number, label: string): string;
  readonly heldRemedy: string;
  clear(count: number, to: string): string;
  readonly signOff: string;
  noRoom(number: string): string;
  ordinary(): string;
  ordinaryBeside(number: number): string;
  // After a squash or rebase
  rewritten(from: string, to: string): string;
  // A lane whose branch is missing
  missingTitle(lanes: number): string;
  missingIntro(lanes: number): string;
  missingLine(from: string, to: string, branches: readonly string[]): string;
  missingRemedy(configUrl: string | null): string;
  readonly missingMended: string;
}

const numbers = (list: readonly number[]) => list.map((number) => `#${number}`).join(", ");

/** `#1`, `#1 and #2`, `#1, #2 and #3` */
function enumerated(list: readonly number[]): string {
  const last = list.at(-1);
  return list.length < 2 ? numbers(list) : `${numbers(list.slice(0, -1))} and #${last}`;
}

const en: ReleaseText = {
  defaultTitle: "Release {{date}}",
  waiting(count, to, since) {
    const head = `**${count} pull request${count === 1 ? "" : "s"}** wait${count === 1 ? "s" : ""} for ${code(to)}`;
    if (since === null) return head;
    const name = since.tag === null ? "the last release" : `[${since.tag.name}](${since.tag.url})`;
    return `${head} since ${name} (${since.day})`;
  },
  nothingWaits: (to) => `**Nothing waits** for ${code(to)} any more.`,
  whatChanges: "what changes",
  takenBack: (by) => `taken back by ${"pull" in by ? `#${by.pull}` : by.commit.slice(0, 7)}`,
  also(direct, setApart) {
    const parts = [
      ...(direct === 0 ? [] : [`${direct} commit${direct === 1 ? "" : "s"} pushed without a pull request`]),
      ...(setApart.length === 0 ? [] : [`set apart by label: ${numbers(setApart)}`]),
    ];
    return parts.length === 0 ? null : `Also in it: ${parts.join(" · ")}`;
  },
  revertedInBase(list, to) {
    const [were, are] = list.length === 1 ? ["was", "is"] : ["were", "are"];
    return `${enumerated(list)} ${were} reverted on ${code(to)} and ${are} not in this release.`;
  },
  more: (count, compareUrl) => `…and ${count} more: [all changes](${compareUrl}). Their ticks and notes are kept.`,
  cut: (commits) =>
    `Only the first ${commits} commits were read: there are more than one list can hold. Release in smaller steps to see them all.`,
  frozenBody: (last) =>
    `**Frozen through ${last}.** The check turns green by itself after that; the list goes on being kept.`,
  mergeHint: "Merge it with **Create a merge commit**. After a squash, Git can no longer tell what was released.",
  signature: (url) =>
    `<sub>Detoil · release · ticks, notes and anything you write outside this list stay${url === null ? "" : ` · [sre.yml](${url})`}</sub>`,
  frozenTitle: (last) => `Frozen through ${last}`,
  heldTitle: (count) => `${count} pull request${count === 1 ? " is" : "s are"} held`,
  clearTitle: (count) =>
    count === 0
      ? "Nothing waits"
      : `${count} pull request${count === 1 ? "" : "s"}, nothing holds ${count === 1 ? "it" : "them"}`,
  signOffTitle: "Sign-off is not available yet",
  noRoomTitle: "The list has no room",
  ordinaryTitle: "Not a release pull request",
  frozen: (last) => `A freeze is on through ${last} (\`freeze\` in sre.yml). This turns green by itself after that.`,
  held: (number, label) => `#${number} has the label ${code(label)}.`,
  heldRemedy: "Take the label off, or revert the pull request; this turns green by itself.",
  clear: (count, to) =>
    count === 0
      ? `Nothing waits for ${code(to)}.`
      : `It brings ${count} pull request${count === 1 ? "" : "s"} to ${code(to)}, and nothing holds ${count === 1 ? "it" : "them"}.`,
  signOff:
    "sre.yml asks that every box is ticked (`sign-off: true`). This version of Detoil cannot vouch for that, so the check stays red. To release without it, set `sign-off: false`.",
  noRoom: (number) =>
    `What people wrote in ${number} leaves no room for the list: GitHub takes 65,536 characters. Nothing of it was touched. Shorten it, and Detoil writes the list.`,
  ordinary: () =>
    "Detoil has nothing to say about it. Release pull requests are the ones that `release.lanes` in sre.yml names.",
  ordinaryBeside: (number) => `#${number} has the same head, and is not a release pull request.`,
  rewritten: (from, to) =>
    [
      `This release was squashed or rebased, so Git cannot tell that ${code(to)} has what ${code(from)} has.`,
      "",
      `Detoil counts everything in it as released and does not list it again. But GitHub still shows those commits as unreleased, and the next release may conflict.`,
      `To mend it, merge ${code(to)} back into ${code(from)} with a merge commit. Next time, choose **Create a merge commit**; a ruleset on ${code(to)} can allow only that.`,
      "",
      "<sub>Detoil · release · said once</sub>",
    ].join("\n"),
  missingTitle: (lanes) =>
    lanes === 1
      ? "A release lane names a branch that does not exist"
      : `${lanes} release lanes name branches that do not exist`,
  missingIntro: (lanes) =>
    `**${lanes === 1 ? "1 release lane stands" : `${lanes} release lanes stand`} still**: no release pull request is opened there.`,
  missingLine: (from, to, branches) =>
    `- ${code(from)} → ${code(to)}: there is no branch ${branches.map(code).join(" and no branch ")}.`,
  missingRemedy: (url) =>
    `Create the branch, or mend \`release.lanes\` in ${url === null ? "sre.yml" : `[sre.yml](${url})`}. Detoil looks again by itself and then closes this issue.`,
  missingMended: "**Every release lane has its branches again.** Nothing is left to do here.",
};

const ja: ReleaseText = {
  defaultTitle: "リリース {{date}}",
  waiting(count, to, since) {
    const head = `**${count}件**のプルリクエストが ${code(to)} への反映を待っています`;
    if (since === null) return head;
    return since.tag === null
      ? `${head}(前回のリリース、${since.day}以降)`
      : `${head}([${since.tag.name}](${since.tag.url}) 以降、${since.day}から)`;
  },
  nothingWaits: (to) => `${code(to)} への反映を待っているものは**ありません**。`,
  whatChanges: "差分",
  takenBack: (by) => ("pull" in by ? `#${by.pull} でリバート` : `${by.commit.slice(0, 7)} でリバート`),
  also(direct, setApart) {
    const parts = [
      ...(direct === 0 ? [] : [`プルリクエストなしで push されたコミット ${direct}件`]),
      ...(setApart.length === 0 ? [] : [`ラベルにより別扱い: ${numbers(setApart)}`]),
    ];
    return parts.length === 0 ? null : `ほかに含まれるもの: ${parts.join("・")}`;
  },
  revertedInBase: (list, to) =>
    `${list.map((number) => `#${number}`).join("、")} は ${code(to)} でリバートされたため、このリリースには含まれません。`,
  more: (count, compareUrl) => `…ほか ${count}件: [すべての差分](${compareUrl})。チェックとメモは保存されています。`,
  cut: (commits) =>
    `コミットが多いため、最初の ${commits}件だけを読みました。小さく分けてリリースすると、すべて表示できます。`,
  frozenBody: (last) =>
    `**${last}までリリースを凍結しています。** その後、チェックは自動で緑になります。一覧は引き続き更新します。`,
  mergeHint:
    "マージには **Create a merge commit** を使ってください。スカッシュすると、何がリリース済みかを Git が判断できなくなります。",
  signature: (url) =>
    `<sub>Detoil · release · チェックとメモ、この一覧の外に書いた内容はそのまま残ります${url === null ? "" : ` · [sre.yml](${url})`}</sub>`,
  frozenTitle: (last) => `${last}まで凍結中`,
  heldTitle: (count) => `${count}件のプルリクエストが保留されています`,
  clearTitle: (count) => (count === 0 ? "待っているものはありません" : `プルリクエスト ${count}件、保留なし`),
  signOffTitle: "sign-off はまだ使えません",
  noRoomTitle: "一覧を書く余地がありません",
  ordinaryTitle: "リリースのプルリクエストではありません",
  frozen: (last) => `${last}までリリースを凍結しています(sre.yml の \`freeze\`)。その後、自動で緑になります。`,
  held: (number, label) => `#${number} にラベル ${code(label)} が付いています。`,
  heldRemedy: "ラベルを外すか、プルリクエストをリバートしてください。自動で緑になります。",
  clear: (count, to) =>
    count === 0
      ? `${code(to)} への反映を待っているものはありません。`
      : `プルリクエスト ${count}件を ${code(to)} に反映します。保留はありません。`,
  signOff:
    "sre.yml はすべてのチェックを求めています(`sign-off: true`)。このバージョンの Detoil では確認できないため、赤のままにします。確認なしでリリースするには `sign-off: false` にしてください。",
  noRoom: (number) =>
    `${number} の本文が長く、一覧を書く余地がありません(GitHub の上限は 65,536 文字)。本文には手を加えていません。短くすると一覧を書きます。`,
  ordinary: () =>
    "Detoil からお伝えすることはありません。リリースのプルリクエストは、sre.yml の `release.lanes` で決まります。",
  ordinaryBeside: (number) => `#${number} は head が同じですが、リリースのプルリクエストではありません。`,
  rewritten: (from, to) =>
    [
      `このリリースはスカッシュまたはリベースでマージされたため、${code(from)} の内容が ${code(to)} にあることを Git が判断できません。`,
      "",
      "Detoil はすべてリリース済みとして扱い、一覧に再び載せません。ただし GitHub では未リリースのコミットとして表示され、次のリリースで競合することがあります。",
      `直すには、${code(to)} を ${code(from)} にマージコミットで取り込んでください。次回からは **Create a merge commit** を選んでください。${code(to)} のルールセットで、それだけを許可することもできます。`,
      "",
      "<sub>Detoil · release · このお知らせは一度だけです</sub>",
    ].join("\n"),
  missingTitle: (lanes) => `リリースレーン ${lanes}件のブランチが見つかりません`,
  missingIntro: (lanes) =>
    `**リリースレーン ${lanes}件が止まっています**。そのレーンではリリースのプルリクエストを作りません。`,
  missingLine: (from, to, branches) =>
    `- ${code(from)} → ${code(to)}: ブランチ ${branches.map(code).join("、")} がありません。`,
  missingRemedy: (url) =>
    `ブランチを作るか、${url === null ? "sre.yml" : `[sre.yml](${url})`} の \`release.lanes\` を直してください。Detoil が自動で確かめ、この Issue を閉じます。`,
  missingMended: "**すべてのリリースレーンのブランチがそろいました。** 対応は不要です。",
};

const texts: Readonly<Record<Language, ReleaseText>> = { en, ja };

/** The texts of one language. */
export function textOf(language: Language): ReleaseText {
  return texts[language];
}

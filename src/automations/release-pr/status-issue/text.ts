import { code } from "../../../markdown/escape.ts";
import { signature } from "../../../markdown/signature.ts";
import { textsIn } from "../../texts.ts";
import type { RefusedOpening } from "./refused-opening.ts";

/** The two branches of a release pull request. */
interface Ends {
  readonly from: string;
  readonly to: string;
}

/** The issue about release pull requests that cannot be opened, and the check on an outsider's pull request. */
export interface NoticeText {
  title(stopped: readonly Ends[]): string;
  intro(count: number): string;
  missing(branches: readonly string[], configUrl: string | null): string;
  unrelated(configUrl: string | null): string;
  /** The summary of the check uses it too. */
  outsider(number: number, author: string): string;
  /** `scheduled`: the lane opens its pull request at set times. */
  refused(refusal: RefusedOpening, scheduled: boolean, configUrl: string | null): string;
  readonly outlook: string;
  /** `opened`: what can be opened now. */
  over(opened: readonly string[]): string;
  signature(configUrl: string | null): string;
}

const FORBIDDEN = 403;

/** "The develop branch has no history in common with main" (many reports of this 422). */
const isUnrelated = (reason: string) => /history in common/i.test(reason);

const sreYml = (url: string | null) => (url === null ? "sre.yml" : `[sre.yml](${url})`);

const en: NoticeText = {
  title: ([only, ...more]) =>
    more.length === 0
      ? `No release pull request can be opened from ${only?.from} to ${only?.to}`
      : `${more.length + 1} release pull requests cannot be opened`,
  intro: (count) =>
    count === 1
      ? "**1 release pull request cannot be opened:**"
      : `**${count} release pull requests cannot be opened:**`,
  missing: (branches, url) =>
    `There is no branch ${branches.map(code).join(" and no branch ")}. Create the branch, or change \`release.lanes\` in ${sreYml(url)}.`,
  unrelated: (url) =>
    `The two branches have no commit in common, so GitHub cannot compare them. Merge one into the other once (\`git merge --allow-unrelated-histories\`), or change \`release.lanes\` in ${sreYml(url)}.`,
  outsider: (number, author) =>
    `#${number} is not the release pull request, because ${code(author)}, who opened it, may not write to this repository. While it is open, GitHub refuses another one. Close it; Detoil then opens its own.`,
  refused({ status, reason }, scheduled, url) {
    if (isUnrelated(reason)) return en.unrelated(url);
    const again = `Detoil tries again ${scheduled ? "at the next time of its `schedule`" : "with the next merge, and about once a day"}.`;
    return status === FORBIDDEN
      ? `GitHub does not let Detoil open it: ${code(reason)}. Check in the installation's settings that Detoil has **Pull requests: Read and write**, and that no rule of the organization keeps it out. ${again}`
      : `GitHub refuses to open it: ${code(reason)}. Fix what GitHub names, or change \`release.lanes\` in ${sreYml(url)}. ${again}`;
  },
  outlook: "Detoil checks again on its own and closes this issue when nothing is left to do.",
  over: (opened) =>
    opened.length === 0
      ? "**Release pull requests can be opened again.** Nothing is left to do here."
      : `**${opened.join(" and ")} ${opened.length === 1 ? "is" : "are"} open.** Nothing is left to do here.`,
  signature: (url) => signature("release-pr.md", "what you write above or below this part stays", url),
};

const ja: NoticeText = {
  title: ([only, ...more]) =>
    more.length === 0
      ? `${only?.from} → ${only?.to} のリリースのプルリクエストを作成できません`
      : `リリースのプルリクエスト${more.length + 1}件を作成できません`,
  intro: (count) => `**リリースのプルリクエスト${count}件を作成できません。**`,
  missing: (branches, url) =>
    `ブランチ ${branches.map(code).join("、")} がありません。ブランチを作成するか、${sreYml(url)} の \`release.lanes\` を修正してください。`,
  unrelated: (url) =>
    `2つのブランチに共通のコミットがないため、GitHub で比較できません。一度マージするか(\`git merge --allow-unrelated-histories\`)、${sreYml(url)} の \`release.lanes\` を修正してください。`,
  outsider: (number, author) =>
    `#${number} は、このリポジトリへの書き込み権限がない ${code(author)} が作成したため、リリースのプルリクエストとして扱いません。これが開いている間、GitHub は新しいプルリクエストを受け付けません。クローズすると、Detoil が作成します。`,
  refused({ status, reason }, scheduled, url) {
    if (isUnrelated(reason)) return ja.unrelated(url);
    const again = scheduled
      ? "次の `schedule` の時刻に Detoil が再試行します。"
      : "次のマージのとき、またおよそ1日に1回、Detoil が再試行します。";
    return status === FORBIDDEN
      ? `GitHub が Detoil によるプルリクエストの作成を許可していません: ${code(reason)}。インストール設定で **Pull requests: Read and write** が許可されていること、Organization のルールで制限されていないことを確認してください。${again}`
      : `GitHub がプルリクエストの作成を拒否しました: ${code(reason)}。GitHub が示す原因を取り除くか、${sreYml(url)} の \`release.lanes\` を修正してください。${again}`;
  },
  outlook: "Detoil が自動で確認し、対応が不要になるとこの Issue をクローズします。",
  over: (opened) =>
    opened.length === 0
      ? "**リリースのプルリクエストを再び作成できます。** 対応は不要です。"
      : `**${opened.join("、")} を作成しました。** 対応は不要です。`,
  signature: (url) => signature("release-pr.md", "この部分の上や下に書いた内容はそのまま残ります", url),
};

/** The texts of one language. */
export const statusIssueText = textsIn<NoticeText>({
  seen: "The issue about release pull requests that cannot be opened",
  en,
  ja,
  samples: ({ configUrl }) => ({
    title: [
      [[{ from: "develop", to: "main" }]],
      [
        [
          { from: "develop", to: "staging" },
          { from: "staging", to: "main" },
        ],
      ],
    ],
    intro: [[1], [2]],
    missing: [[["develop"], configUrl]],
    unrelated: [[configUrl]],
    outsider: [[12, "mallory"]],
    refused: [
      [{ status: 422, reason: "Validation Failed" }, false, configUrl],
      [{ status: 403, reason: "Resource not accessible by integration" }, true, configUrl],
    ],
    over: [[["#12"]], [[]]],
    signature: [[configUrl]],
  }),
});

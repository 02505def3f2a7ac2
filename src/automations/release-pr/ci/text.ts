import { permissionName } from "../../../github/permission-name.ts";
import { code } from "../../../markdown/escape.ts";
import { signature } from "../../../markdown/signature.ts";
import { textsIn } from "../../texts.ts";

const PAGE = "release-pr.md#the-notice-about-ci";

interface CiText {
  /** `names`: with or without @; the beginning of the first line. */
  to(names: readonly string[]): string;
  /** `commit`: a link. */
  green(passed: number, skipped: number, commit: string): string;
  readonly greenNext: string;
  red(failed: number, all: number, commit: string): string;
  /** GitHub's word for how a check ended, in lower case. */
  how(conclusion: string): string;
  /** In place of a name. */
  readonly workflow: string;
  more(count: number, checksUrl: string): string;
  /** `pulls`: links, and how many more there are. */
  since(commit: string, pulls: readonly string[], more: number): string;
  redNext(from: string): string;
  readonly noStatuses: string;
  moved(wasGreen: boolean, commit: string, from: string): string;
  signature(configUrl: string | null): string;
}

const STATUSES = `**${permissionName("statuses", "read")}**`;

const en: CiText = {
  to: (names) => (names.length === 0 ? "" : `${names.join(" ")}: `),
  green(passed, skipped, commit) {
    if (passed === 0) return `**No check failed** on ${commit}: all ${skipped} were skipped.`;
    const all = passed === 1 ? "**The only check passed**" : `**All ${passed} checks passed**`;
    return `${all} on ${commit}${skipped === 0 ? "" : `; ${skipped} ${skipped === 1 ? "was" : "were"} skipped`}.`;
  },
  greenNext: "The check `Detoil / release` says whether anything else holds the release.",
  red: (failed, all, commit) =>
    `${all === 1 ? "**The only check failed**" : `**${failed} of ${all} checks failed**`} on ${commit}.`,
  how(conclusion) {
    switch (conclusion) {
      case "timed_out":
        return "timed out";
      case "cancelled":
        return "was cancelled";
      case "action_required":
        return "waits for somebody to act";
      case "startup_failure":
        return "could not start";
      case "stale":
        return "never ended";
      default:
        return "failed";
    }
  },
  workflow: "a workflow",
  more: (count, checksUrl) => `and ${count} more: [all checks](${checksUrl})`,
  since: (commit, pulls, more) =>
    `Merged since ${commit}, the last commit that passed: ${pulls.join(", ")}${more === 0 ? "" : ` and ${more} more`}.`,
  redNext: (from) => `Fix it on ${code(from)} or re-run what failed: Detoil says here how that ends.`,
  noStatuses: `Commit statuses are not counted: Detoil may not read them (${STATUSES} is not granted).`,
  moved: (wasGreen, commit, from) =>
    `**The checks on ${commit} ${wasGreen ? "passed" : "failed"}**, and ${code(from)} has moved on since. How its checks end, Detoil says in a new comment.`,
  signature: (url) => signature(PAGE, "said once for each commit and result", url),
};

const ja: CiText = {
  to: (names) => (names.length === 0 ? "" : `${names.join(" ")} `),
  green(passed, skipped, commit) {
    if (passed === 0) return `${commit} で**失敗したチェックはありません**(${skipped}件すべてスキップ)。`;
    return `${commit} の**チェック${passed}件がすべて成功しました**${skipped === 0 ? "" : `(ほかに${skipped}件がスキップ)`}。`;
  },
  greenNext: "ほかにリリースを止めるものがあるかどうかは、チェック `Detoil / release` で確認できます。",
  red: (failed, all, commit) =>
    `${commit} の**チェック${all === 1 ? "1件が" : `${all}件のうち${failed}件が`}失敗しました**。`,
  how(conclusion) {
    switch (conclusion) {
      case "timed_out":
        return "タイムアウト";
      case "cancelled":
        return "キャンセル";
      case "action_required":
        return "対応待ち";
      case "startup_failure":
        return "開始できませんでした";
      case "stale":
        return "終了しませんでした";
      default:
        return "失敗";
    }
  },
  workflow: "ワークフロー",
  more: (count, checksUrl) => `ほか${count}件: [すべてのチェック](${checksUrl})`,
  since: (commit, pulls, more) =>
    `最後に成功した ${commit} 以降にマージされたもの: ${pulls.join("、")}${more === 0 ? "" : ` ほか${more}件`}。`,
  redNext: (from) => `${code(from)} で修正するか、失敗したものを再実行してください。結果はここでお知らせします。`,
  noStatuses: `コミットステータスは含みません(${STATUSES} が許可されていないため、Detoil は読み取れません)。`,
  moved: (wasGreen, commit, from) =>
    `${commit} の**チェックは${wasGreen ? "成功" : "失敗"}しました**。その後 ${code(from)} が更新されたため、新しいチェックの結果は新しいコメントでお知らせします。`,
  signature: (url) => signature(PAGE, "コミットと結果ごとに一度だけお知らせします", url),
};

const COMMIT = "[`1a2b3c4`](https://github.com/acme/shop/commit/1a2b3c4)";
const CHECKS = "https://github.com/acme/shop/pull/12/checks";

export const ciText = textsIn<CiText>({
  seen: "The comment once the checks of the release pull request have ended",
  en,
  ja,
  samples: ({ configUrl }) => ({
    to: [[["@alice", "@bo"]], [["alice"]], [[]]],
    green: [
      [12, 0, COMMIT],
      [1, 0, COMMIT],
      [9, 3, COMMIT],
      [0, 3, COMMIT],
    ],
    red: [
      [2, 12, COMMIT],
      [1, 1, COMMIT],
    ],
    how: [["failure"], ["timed_out"], ["cancelled"], ["action_required"], ["startup_failure"], ["stale"]],
    more: [[37, CHECKS]],
    since: [
      [COMMIT, ["[#7](https://github.com/acme/shop/pull/7)", "[#8](https://github.com/acme/shop/pull/8)"], 0],
      [COMMIT, ["[#7](https://github.com/acme/shop/pull/7)"], 30],
    ],
    redNext: [["develop"]],
    moved: [
      [true, COMMIT, "develop"],
      [false, COMMIT, "develop"],
    ],
    signature: [[configUrl]],
  }),
});

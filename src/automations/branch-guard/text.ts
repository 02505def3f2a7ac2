import { code } from "../../markdown/escape.ts";
import { signature } from "../../markdown/signature.ts";
import { textsIn } from "../texts.ts";

/** All texts of this automation in one language. Names are as people wrote them, except in titles; commits are Markdown. */
export interface GuardText {
  // Why not: a title, and a sentence
  nameTitle(head: string, base: string): string;
  name(head: string, base: string, from: readonly string[]): string;
  forkTitle(base: string): string;
  /** `fork`: `owner/name`, or "" where it is gone or hidden. */
  fork(head: string, base: string, fork: string, repo: string): string;
  basedOnTitle(head: string, branch: string): string;
  /** `more`: commits beside those that are named. */
  basedOn(head: string, branch: string, base: string, commits: readonly string[], more: number): string;
  /** The head is that branch. */
  itself(branch: string, base: string, commits: readonly string[], more: number): string;
  tooFarTitle(head: string, branch: string): string;
  tooFar(head: string, branch: string): string;
  // What to do
  otherBase(base: string, number: number): string;
  /** `into`: the rule's, as written. */
  otherName(into: string): string;
  forkRemedy(into: string): string;
  /** Above the commands. */
  commands(branches: readonly string[]): string;
  byHand(count: number, base: string): string;
  nothingLeft(branches: readonly string[]): string;
  /** `into` and `line` are code. */
  except(into: string, line: string, head: string): string;
  // Why
  allowedTitle(head: string, base: string): string;
  allAllowedTitle(count: number): string;
  allowed(head: string, base: string, from: readonly string[]): string;
  notBasedOn(branches: readonly string[]): string;
  excepted(branches: readonly string[]): string;
  readonly ownTitle: string;
  readonly own: string;
  readonly noRuleTitle: string;
  noRule(base: string): string;
  readonly nothing: string;
  // Below both
  missing(branches: readonly string[]): string;
  required(base: string): string;
  notRequired(base: string, rulesUrl: string): string;
  requiredUnknown(base: string): string;
  signature(configUrl: string | null): string;
}

const MOST_NAMES = 10;

/** `a`, `b` or `c`; and how many are left out. */
function names(list: readonly string[], last: string, more: (count: number) => string): string {
  const shown = list.slice(0, MOST_NAMES).map(code);
  const parts = list.length > MOST_NAMES ? [...shown, more(list.length - MOST_NAMES)] : shown;
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")}${last}${parts.at(-1)}`;
}

const isAnything = (from: readonly string[]) => from.includes("*") || from.includes("**");

const any = (list: readonly string[]) => names(list, " or ", (count) => `${count} more`);
const nor = (list: readonly string[]) => names(list, " nor ", (count) => `${count} more`);
const all = (list: readonly string[]) => names(list, " and ", (count) => `${count} more`);

function brought(branch: string, base: string, commits: readonly string[], more: number): string {
  const count = commits.length + more;
  const list = [...commits, ...(more > 0 ? [`${more} more`] : [])].join(", ");
  return `it would bring ${count === 1 ? "a commit" : `${count} commits`} of ${code(branch)} that ${code(base)} does not have (${list})`;
}

const en: GuardText = {
  nameTitle: (head, base) => `${head} may not be merged into ${base}`,
  name: (head, base, from) =>
    `${code(head)} may not be merged into ${code(base)}: sre.yml allows only ${all(from)} there.`,
  forkTitle: (base) => `Forks may not be merged into ${base}`,
  fork: (head, base, fork, repo) =>
    `${code(head)} is a branch of ${fork === "" ? "a fork" : code(fork)}, and sre.yml allows only branches of ${code(repo)} in ${code(base)}.`,
  basedOnTitle: (head, branch) => `${head} is based on ${branch}`,
  basedOn: (head, branch, base, commits, more) =>
    `${code(head)} is based on ${code(branch)}: ${brought(branch, base, commits, more)}.`,
  itself: (branch, base, commits, more) =>
    `${code(branch)} itself may not be merged into ${code(base)}: ${brought(branch, base, commits, more)}.`,
  tooFarTitle: (head, branch) => `${head} is too old to tell whether it is based on ${branch}`,
  tooFar: (head, branch) =>
    `Detoil cannot tell whether ${code(head)} is based on ${code(branch)}: too much has happened there since its oldest commit.`,
  otherBase: (base, number) =>
    `Branches of this name go into ${code(base)}: change the base of this pull request (**Edit**, beside its title), or run ${code(`gh pr edit ${number} --base ${base}`)}.`,
  otherName: (base) =>
    `Rename the branch so that a rule allows it, or add it to \`from\` of the rule for ${code(base)} in sre.yml.`,
  forkRemedy: (base) =>
    `Push the branch to this repository and open the pull request from there, or set \`forks: true\` in the rule for ${code(base)} in sre.yml.`,
  commands: (branches) =>
    branches.length === 0
      ? "Paste these commands, which put its commits onto the base as it is now:"
      : `Paste these commands, which keep its own commits and leave out what comes from ${all(branches)}:`,
  byHand: (count, base) => `Start a new branch from ${code(base)} and cherry-pick its ${count} commits onto that.`,
  nothingLeft: (branches) =>
    `Everything in it comes from ${all(branches)}, so there is nothing of its own to keep. Close it, unless it is meant.`,
  except: (into, line, head) =>
    `To let ${code(head)} in all the same, to merge a release back for example, write ${line} in the rule for ${into} in sre.yml. Once that is on the default branch, the check turns green on its own.`,
  allowedTitle: (head, base) => `${head} may be merged into ${base}`,
  allAllowedTitle: (count) => `${count === 2 ? "Both" : `All ${count}`} pull requests may be merged`,
  allowed: (head, base, from) =>
    `${code(head)} may be merged into ${code(base)}: sre.yml allows ${isAnything(from) ? "any branch" : all(from)} there.`,
  notBasedOn: (branches) =>
    branches.length === 1 ? `It is not based on ${any(branches)}.` : `It is based on neither ${nor(branches)}.`,
  excepted: (branches) => `By \`except\` it may be based on ${any(branches)}.`,
  ownTitle: "Detoil's own pull requests are always allowed",
  own: "Detoil opened it, and the rules for branches are for everybody else.",
  noRuleTitle: "No rule for this base",
  noRule: (base) => `sre.yml has no rule for ${code(base)}: any branch may be merged into it.`,
  nothing: "Nothing to check on this commit",
  missing: (branches) =>
    `${all(branches)} ${branches.length === 1 ? "does" : "do"} not exist, so nothing can be based on ${branches.length === 1 ? "it" : "them"}.`,
  required: (base) => `${code(base)} requires this check.`,
  notRequired: (base, url) =>
    `Nobody requires this check yet: a guard that may be ignored. Require it for ${code(base)} in [a ruleset](${url}).`,
  requiredUnknown: (base) => `Detoil cannot see whether ${code(base)} requires this check.`,
  signature: (url) => signature("branch-guard.md", "it follows the pull request on its own", url),
};

const listed = (list: readonly string[]) =>
  list.length > MOST_NAMES
    ? `${list.slice(0, MOST_NAMES).map(code).join("、")}、ほか${list.length - MOST_NAMES}件`
    : list.map(code).join("、");

function included(branch: string, base: string, commits: readonly string[], more: number): string {
  const list = `${commits.join("、")}${more > 0 ? `、ほか${more}件` : ""}`;
  return `${code(base)} にない ${code(branch)} のコミットが${commits.length + more}件含まれます(${list})`;
}

const ja: GuardText = {
  nameTitle: (head, base) => `${head} は ${base} にマージできません`,
  name: (head, base, from) =>
    `${code(head)} は ${code(base)} にマージできません。sre.yml で認められているのは ${listed(from)} だけです。`,
  forkTitle: (base) => `${base} にはフォークからマージできません`,
  fork: (head, base, fork, repo) =>
    `${code(head)} は${fork === "" ? "フォーク" : `フォーク ${code(fork)} `}のブランチです。sre.yml で ${code(base)} へのマージが認められているのは ${code(repo)} のブランチだけです。`,
  basedOnTitle: (head, branch) => `${head} は ${branch} を元にしています`,
  basedOn: (head, branch, base, commits, more) =>
    `${code(head)} は ${code(branch)} を元にしています。${included(branch, base, commits, more)}。`,
  itself: (branch, base, commits, more) =>
    `${code(branch)} そのものは ${code(base)} にマージできません。${included(branch, base, commits, more)}。`,
  tooFarTitle: (head, branch) => `${head} は古く、${branch} を元にしているか判断できません`,
  tooFar: (head, branch) =>
    `${code(head)} が ${code(branch)} を元にしているか判断できません。最も古いコミットの後に、${code(branch)} に多くの変更がありました。`,
  otherBase: (base, number) =>
    `この名前のブランチのマージ先は ${code(base)} です。このプルリクエストのベースを変更するか(タイトルの横の **Edit**)、${code(`gh pr edit ${number} --base ${base}`)} を実行してください。`,
  otherName: (base) =>
    `規則で認められる名前にブランチを変更するか、sre.yml の ${code(base)} の規則の \`from\` に追加してください。`,
  forkRemedy: (base) =>
    `ブランチをこのリポジトリにプッシュしてプルリクエストを開き直すか、sre.yml の ${code(base)} の規則に \`forks: true\` を書いてください。`,
  commands: (branches) =>
    branches.length === 0
      ? "次のコマンドを貼り付けて実行すると、コミットを現在のベースの上に移せます。"
      : `次のコマンドを貼り付けて実行すると、${listed(branches)} からのコミットを除き、このブランチのコミットだけを残せます。`,
  byHand: (count, base) =>
    `${code(base)} から新しいブランチを作り、このブランチのコミット${count}件を cherry-pick してください。`,
  nothingLeft: (branches) =>
    `含まれる変更はすべて ${listed(branches)} からのもので、残すコミットはありません。意図したものでなければ、クローズしてください。`,
  except: (into, line, head) =>
    `リリースを戻すときなど、それでも ${code(head)} をマージするには、sre.yml の ${into} の規則に ${line} と書いてください。デフォルトブランチに反映されると、チェックは自動で緑になります。`,
  allowedTitle: (head, base) => `${head} は ${base} にマージできます`,
  allAllowedTitle: (count) => `プルリクエスト${count}件をすべてマージできます`,
  allowed: (head, base, from) =>
    `${code(head)} は ${code(base)} にマージできます。sre.yml で${isAnything(from) ? "すべてのブランチが認められています" : `認められているのは ${listed(from)} です`}。`,
  notBasedOn: (branches) => `${listed(branches)} を元にしていません。`,
  excepted: (branches) => `\`except\` により、${listed(branches)} を元にしていてもかまいません。`,
  ownTitle: "Detoil のプルリクエストは常にマージできます",
  own: "Detoil が開いたプルリクエストのため、ブランチの規則の対象外です。",
  noRuleTitle: "このベースの規則はありません",
  noRule: (base) => `sre.yml に ${code(base)} の規則はなく、どのブランチもマージできます。`,
  nothing: "このコミットに確認する項目はありません",
  missing: (branches) => `${listed(branches)} は存在しないため、確認の対象外です。`,
  required: (base) => `このチェックは ${code(base)} で必須です。`,
  notRequired: (base, url) =>
    `このチェックは ${code(base)} でまだ必須になっていないため、無視してマージできてしまいます。[ルールセット](${url})で必須にしてください。`,
  requiredUnknown: (base) => `このチェックが ${code(base)} で必須かどうか、Detoil からは確認できません。`,
  signature: (url) => signature("branch-guard.md", "プルリクエストに合わせて自動で変わります", url),
};

const RULES_URL = "https://github.com/acme/shop/settings/rules";
const COMMITS = ["[`1a2b3c4`](https://github.com/acme/shop/commit/1a2b3c4)"];

export const messages = textsIn<GuardText>({
  seen: "The check “Detoil / branch”",
  en,
  ja,
  samples: ({ configUrl }) => ({
    nameTitle: [["feat/x", "main"]],
    name: [["feat/x", "main", ["develop", "hotfix/*"]]],
    forkTitle: [["main"]],
    fork: [
      ["develop", "main", "bob/shop", "acme/shop"],
      ["develop", "main", "", "acme/shop"],
    ],
    basedOnTitle: [["feat/x", "staging"]],
    basedOn: [
      ["feat/x", "staging", "develop", COMMITS, 0],
      ["feat/x", "staging", "develop", COMMITS, 2],
    ],
    itself: [["main", "develop", COMMITS, 0]],
    tooFarTitle: [["feat/x", "staging"]],
    tooFar: [["feat/x", "staging"]],
    otherBase: [["develop", 12]],
    otherName: [["main"]],
    forkRemedy: [["main"]],
    commands: [[["staging"]], [[]]],
    byHand: [[45, "develop"]],
    nothingLeft: [[["main"]]],
    except: [["`develop`", "`except: [hotfix/*, main]`", "main"]],
    allowedTitle: [["develop", "main"]],
    allAllowedTitle: [[2], [3]],
    allowed: [
      ["develop", "main", ["develop", "hotfix/*"]],
      ["feat/x", "develop", ["*"]],
    ],
    notBasedOn: [[["staging"]], [["main", "staging"]]],
    excepted: [[["main", "staging"]]],
    noRule: [["release/1"]],
    missing: [[["staging"]], [["main", "staging"]]],
    required: [["main"]],
    notRequired: [["main", RULES_URL]],
    requiredUnknown: [["main"]],
    signature: [[configUrl]],
  }),
});

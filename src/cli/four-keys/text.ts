import type { Language } from "../../calendar/format.ts";
import type { Attribution } from "../../metrics/attribution/shipping.ts";

const counted = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;

const en = {
  heading: (from: string, to: string) => `Four Keys, ${from} to ${to}`,
  columns: { key: "", value: "", band: "band", basis: "from" },
  deployments: (count: number, days: number) => `${counted(count, "deployment")} on ${counted(days, "day")}`,
  noDeployments: "no deployments",
  noDeploymentsSince: (day: string) => `no deployments; the last one was on ${day}`,
  of: (part: number, count: number) => `${part} of ${counted(count, "deployment")}`,
  changes: (statistic: string, count: number, start: string) =>
    `${statistic} of ${counted(count, "change")}, from ${start} to the deployment`,
  noChanges: "no changes deployed",
  incidents: (statistic: string, count: number) => `${statistic} of ${counted(count, "incident")} resolved`,
  noIncidents: "no incidents resolved",
  statisticLine: "Lead time",
  stageLine: "Stages",
  attributed: (ways: string) => `How changes were assigned to deployments: ${ways}.`,
  ways: {
    listed: (count: number) => `${count} as the deployment lists them`,
    first: (count: number) => `${count} as the first of its series`,
    commits: (count: number) => `${count} by commits`,
    "merge-time": (count: number) => `${count} by the time of the merge`,
  } as Readonly<Record<Attribution, (count: number) => string>>,
  unattributed: (changes: number, waiting: number, incidents: number) =>
    [
      ...(changes === 0
        ? []
        : [
            waiting === changes
              ? `${counted(changes, "merged change")} only ${changes === 1 ? "waits" : "wait"} for the next deployment.`
              : `${counted(changes, "merged change")} not deployed${waiting === 0 ? "" : `; ${waiting} of them only ${waiting === 1 ? "waits" : "wait"} for the next deployment`}.`,
          ]),
      ...(incidents === 0 ? [] : [`${counted(incidents, "incident")} not assigned to a deployment.`]),
    ].join(" "),
  /** On stderr, before the numbers of what was read from GitHub. */
  read: {
    line: (
      where: string,
      { pulls, deployments, incidents }: { pulls: number; deployments: number; incidents: number },
      { from, by }: { from: string; by: string },
    ) =>
      `Read ${counted(pulls, "merged pull request")}, ${counted(deployments, "deployment")} and ${counted(incidents, "incident")} of ${where} (${from}). ${by}`,
    from: (day: string) => `since ${day}`,
    whole: "the whole history",
    repositories: (count: number) => counted(count, "repository", "repositories"),
    by: {
      given: (file: string) => `Configuration: ${file}.`,
      own: (file: string) => `Configuration: ${file}.`,
      older: (file: string) => `Configuration: the last valid version of ${file}.`,
      "no file": (file: string) => `Configuration: Detoil's defaults, because there is no ${file}.`,
      "no section": (file: string) => `Configuration: Detoil's defaults, because ${file} has no section \`four-keys\`.`,
    },
    byEach: (repo: string) =>
      `Configuration: of each its own, else Detoil's defaults; window, time zone and statistic are those of ${repo}.`,
    external: (repo: string) =>
      `${repo}: its deployments are posted to the server (\`external\`), so that GitHub has none to count.`,
    cost: (requests: number, { rest, points }: { rest: number; points: number }) =>
      `It took ${counted(requests, "request")} to GitHub: ${rest} of the REST limit, and ${counted(points, "point")} of GraphQL's.`,
    elsewhere: (repo: string, counted: string, others: string) =>
      `${repo}: nothing was deployed to ${counted}; its latest deployments went to ${others}.`,
  },
  skipped: (count: number, first: string) =>
    `Skipped ${counted(count, "line")} that cannot be read, the first at ${first}`,
  more: (count: number) => `And ${count} more.`,
  contradictions: (count: number, first: string) =>
    count === 1
      ? `${first}: This record was already given with other content. The one with the later time counts.`
      : `${first}: This record and ${count - 1} more were already given with other content. Those with the later time count.`,
  uncounted: (names: string, wanted: string) => `Not counted: ${names}. The environments that count: ${wanted}.`,
  environment: (name: string, count: number) => `${counted(count, "deployment")} to ${name}`,
  meant: (near: string) => ` (did you mean ${near}?)`,
  listSeparator: ", ",
  detail: {
    changes: [
      "repository",
      "change",
      "deployment",
      "how",
      "lead time",
      "coding",
      "pickup",
      "review",
      "merge",
      "deploy",
    ],
    deployments: ["deployment", "failed", "incidents", "rework"],
    incidents: ["incident", "deployment", "recovery"],
    yes: "yes",
    hows: { listed: "listed", first: "first", commits: "commits", "merge-time": "merge time" } as Readonly<
      Record<Attribution, string>
    >,
  },
};

type Messages = typeof en;

const ja: Messages = {
  heading: (from, to) => `Four Keys(${from} から${to} まで)`,
  columns: { key: "", value: "", band: "水準", basis: "内訳" },
  deployments: (count, days) => `${days}日間に${count}件のデプロイ`,
  noDeployments: "デプロイはありません",
  noDeploymentsSince: (day) => `デプロイはありません(最後は${day})`,
  of: (part, count) => `デプロイ${count}件のうち${part}件`,
  changes: (statistic, count, start) => `変更${count}件の${statistic}(${start}からデプロイまで)`,
  noChanges: "デプロイされた変更はありません",
  incidents: (statistic, count) => `解決したインシデント${count}件の${statistic}`,
  noIncidents: "解決したインシデントはありません",
  statisticLine: "リードタイム",
  stageLine: "段階",
  attributed: (ways) => `変更とデプロイの対応付け: ${ways}。`,
  ways: {
    listed: (count) => `デプロイの一覧によるもの${count}件`,
    first: (count) => `最初のデプロイのコミットによるもの${count}件`,
    commits: (count) => `コミットによるもの${count}件`,
    "merge-time": (count) => `マージ日時によるもの${count}件`,
  },
  unattributed: (changes, waiting, incidents) =>
    [
      ...(changes === 0
        ? []
        : [
            waiting === changes
              ? `マージ済みの変更${changes}件が次のデプロイを待っています。`
              : `マージ済みでまだデプロイされていない変更が${changes}件あります${waiting === 0 ? "" : `(うち${waiting}件は次のデプロイを待っているだけです)`}。`,
          ]),
      ...(incidents === 0 ? [] : [`どのデプロイにも対応しないインシデントが${incidents}件あります。`]),
    ].join(""),
  read: {
    line: (where, { pulls, deployments, incidents }, { from, by }) =>
      `${where} の${from}マージ済みプルリクエスト${pulls}件、デプロイ${deployments}件、インシデント${incidents}件を読み取りました。${by}`,
    from: (day) => ` ${day} 以降の`,
    whole: "すべての履歴から、",
    repositories: (count) => `${count}件のリポジトリ`,
    by: {
      given: (file) => `設定: ${file}`,
      own: (file) => `設定: ${file}`,
      older: (file) => `設定: 最後に有効だった ${file}`,
      "no file": (file) => `設定: Detoil の既定値(${file} がありません)`,
      "no section": (file) => `設定: Detoil の既定値(${file} に \`four-keys\` がありません)`,
    },
    byEach: (repo) => `設定: 各リポジトリのもの、なければ Detoil の既定値(期間、タイムゾーン、統計は ${repo} のもの)`,
    external: (repo) =>
      `${repo}: デプロイはサーバーに記録されます(\`external\`)。GitHub には数えるデプロイがありません。`,
    cost: (requests, { rest, points }) =>
      `GitHub へのリクエストは${requests}件でした(REST の制限から${rest}件、GraphQL の制限から${points}ポイント)。`,
    elsewhere: (repo, counted, others) => `${repo}: ${counted} へのデプロイはありません。最近のデプロイ先: ${others}`,
  },
  skipped: (count, first) => `読み取れない${count}行を飛ばしました。最初の行: ${first}`,
  more: (count) => `ほかに${count}件あります。`,
  contradictions: (count, first) =>
    count === 1
      ? `${first}: 同じレコードが別の内容ですでにあります。日時の遅いほうを使います。`
      : `${first}: このレコードとほかの${count - 1}件は、別の内容ですでにあります。日時の遅いほうを使います。`,
  uncounted: (names, wanted) => `数えていないデプロイ: ${names}。数える環境: ${wanted}。`,
  environment: (name, count) => `${name} への${count}件`,
  meant: (near) => `(${near} のことですか)`,
  listSeparator: "、",
  detail: {
    changes: [
      "リポジトリ",
      "変更",
      "デプロイ",
      "対応付け",
      "リードタイム",
      "コーディング",
      "レビュー待ち",
      "レビュー",
      "マージ待ち",
      "デプロイ待ち",
    ],
    deployments: ["デプロイ", "障害", "インシデント", "手戻り"],
    incidents: ["インシデント", "デプロイ", "復旧時間"],
    yes: "はい",
    hows: { listed: "一覧", first: "最初のデプロイ", commits: "コミット", "merge-time": "マージ日時" },
  },
};

export function messages(language: Language): Messages {
  return language === "ja" ? ja : en;
}

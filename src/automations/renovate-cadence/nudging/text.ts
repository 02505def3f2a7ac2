import { signature } from "../../../markdown/signature.ts";
import { textsIn } from "../../texts.ts";
import { wordsIn } from "../issue/words.ts";
import { type Cadence, cadenceOf } from "../measuring/cadence.ts";

/** Texts of a nudge. `names` are links to pull requests; moments and days are formatted. */
export interface NudgeText {
  who(owners: readonly string[]): string;
  security(names: readonly string[]): string;
  securitySoon(names: readonly string[], by: string): string;
  late(cadence: Cadence, names: readonly string[]): string;
  /** `since`: the last merge; null: there was none. */
  nothingMerged(cadence: Cadence, since: string | null): string;
  /** `period`: the last one, in which something was merged all the same. */
  wereLate(cadence: Cadence, period: string, count: number): string;
  lateSoon(cadence: Cadence, names: readonly string[], by: string): string;
  periodEnds(cadence: Cadence, by: string): string;
  /** Behind the names of some: so many more. */
  more(count: number): string;
  readonly canBeDone: string;
  proposal(cadence: Cadence): string;
  signature(configUrl: string | null): string;
}

const [EN, JA] = [wordsIn("en"), wordsIn("ja")];
const AND = new Intl.ListFormat("en-GB");
const are = (names: readonly string[]) => (names.length === 1 ? "is" : "are");

const en: NudgeText = {
  who: (owners) => `${owners.join(", ")}: `,
  security: (names) => `**Security updates have waited longer than promised**: ${AND.format(names)}.`,
  securitySoon: (names, by) =>
    `${AND.format(names)} ${names.length === 1 ? "is a security update" : "are security updates"}, promised by **${by}**.`,
  late: (cadence, names) =>
    `**The promise “${EN.often(cadence)}” is broken**: ${AND.format(names)} ${are(names)} late.`,
  nothingMerged: (cadence, since) =>
    `**The promise “${EN.often(cadence)}” is broken**: no update has been merged ${since === null ? "yet" : `since ${since}`}.`,
  wereLate: (cadence, period, count) =>
    `**The promise “${EN.often(cadence)}” is broken**: ${count} update${count === 1 ? " was" : "s were"} late at the end of ${period}.`,
  lateSoon: (cadence, names, by) =>
    `To keep the promise “${EN.often(cadence)}”, merge ${AND.format(names)} by **${by}**.`,
  periodEnds: (cadence, by) =>
    `To keep the promise “${EN.often(cadence)}”, merge at least one update by **${by}**: none has been merged in this period.`,
  more: (count) => `${count} more`,
  canBeDone: "What you can do:",
  proposal: (cadence) =>
    `Is it too often? \`/sre cadence ${cadence.name}\` proposes the promise that you would have kept.`,
  signature: (url) => signature("dependency-cadence.md", "at most once in a period for each reason", url),
};

const ja: NudgeText = {
  who: (owners) => `${owners.join(" ")} `,
  security: (names) => `**約束より長く待っているセキュリティ更新があります**: ${names.join("、")}。`,
  securitySoon: (names, by) => `セキュリティ更新 ${names.join("、")} の期限は **${by}** です。`,
  late: (cadence, names) => `**約束(${JA.often(cadence)})を守れていません。** ${names.join("、")} が遅れています。`,
  nothingMerged: (cadence, since) =>
    `**約束(${JA.often(cadence)})を守れていません。** ${since === null ? "更新のマージがまだありません" : `${since}から更新のマージがありません`}。`,
  wereLate: (cadence, period, count) =>
    `**約束(${JA.often(cadence)})を守れていません。** ${period}の終わりに更新が${count}件遅れていました。`,
  lateSoon: (cadence, names, by) =>
    `約束(${JA.often(cadence)})を守るには、**${by}** までに ${names.join("、")} をマージしてください。`,
  periodEnds: (cadence, by) =>
    `約束(${JA.often(cadence)})を守るには、**${by}** までに更新を1件以上マージしてください。この期間のマージはまだありません。`,
  more: (count) => `ほか${count}件`,
  canBeDone: "できること:",
  proposal: (cadence) =>
    `頻度が高すぎる場合は、\`/sre cadence ${cadence.name}\` とコメントすると、守れていたはずの約束への変更を提案します。`,
  signature: (url) => signature("dependency-cadence.md", "理由ごとに、1期間に1回までお知らせします", url),
};

// For the samples.
const [LINK, OTHER] = ["[#88](https://github.com/acme/shop/pull/88)", "[#91](https://github.com/acme/shop/pull/91)"];
const MONTHLY = cadenceOf("monthly");

export const nudgeText = textsIn<NudgeText>({
  seen: "A nudge on the issue “Dependency cadence”",
  en,
  ja,
  samples: ({ earlier, moment, month, configUrl }) => ({
    who: [[["@acme/web", "@bo"]]],
    security: [[[LINK]]],
    securitySoon: [[[LINK], moment]],
    late: [[MONTHLY, [LINK, OTHER]]],
    nothingMerged: [
      [MONTHLY, earlier],
      [MONTHLY, null],
    ],
    wereLate: [
      [MONTHLY, month, 1],
      [MONTHLY, month, 2],
    ],
    lateSoon: [[MONTHLY, [LINK, OTHER], moment]],
    periodEnds: [[MONTHLY, moment]],
    more: [[4]],
    proposal: [[cadenceOf("quarterly")]],
    signature: [[configUrl]],
  }),
});

import { signature } from "../../../markdown/signature.ts";
import { textsIn } from "../../texts.ts";
import { wordsIn } from "../issue/words.ts";
import { type Cadence, cadenceOf } from "../measuring/cadence.ts";

/** Texts of the check. `#12` and days are formatted. */
interface GateText {
  readonly keptTitle: string;
  kept(cadence: Cadence): string;
  lateTitle(name: string, since: string, others: number): string;
  securityTitle(name: string, since: string, others: number): string;
  missedTitle(period: string): string;
  lateAtEndTitle(period: string): string;
  /** `steps`: lines of a list. `again`: when it is kept again; null: once those are done. */
  broken(cadence: Cadence, steps: readonly string[], again: string | null): string;
  readonly ordinaryTitle: string;
  readonly ordinary: string;
  signature(configUrl: string | null): string;
}

const [EN, JA] = [wordsIn("en"), wordsIn("ja")];

const en: GateText = {
  keptTitle: "Dependencies are updated as promised",
  kept: (cadence) => `The promise “${EN.often(cadence)}” is kept.`,
  lateTitle: (name, since, others) =>
    `${name} updates a dependency and is late since ${since}${others === 0 ? "" : `, and ${others} more`}`,
  securityTitle: (name, since, others) =>
    `${name} is a security update and late since ${since}${others === 0 ? "" : `, and ${others} more`}`,
  missedTitle: (period) => `No dependency update was merged in ${period}`,
  lateAtEndTitle: (period) => `Dependency updates were late at the end of ${period}`,
  broken: (cadence, steps, again) =>
    [
      `The promise “${EN.often(cadence)}” is broken, and \`gate: true\` in sre.yml holds releases until it is kept again. The check then turns green on its own.`,
      ...(again === null ? [] : [again]),
      ...(steps.length === 0 ? [] : [`What you can do:\n${steps.join("\n")}`]),
    ].join("\n\n"),
  ordinaryTitle: "Not a release",
  ordinary: "Nothing to check: this pull request is not a release.",
  signature: (url) => signature("dependency-cadence.md#the-check", "it follows the promise on its own", url),
};

const ja: GateText = {
  keptTitle: "依存関係は約束どおり更新されています",
  kept: (cadence) => `約束(${JA.often(cadence)})を守れています。`,
  lateTitle: (name, since, others) =>
    `依存関係の更新 ${name} が${since}から遅れています${others === 0 ? "" : `(ほか${others}件)`}`,
  securityTitle: (name, since, others) =>
    `セキュリティ更新 ${name} が${since}から遅れています${others === 0 ? "" : `(ほか${others}件)`}`,
  missedTitle: (period) => `${period}は依存関係の更新のマージがありませんでした`,
  lateAtEndTitle: (period) => `${period}の終わりに依存関係の更新が遅れていました`,
  broken: (cadence, steps, again) =>
    [
      `約束(${JA.often(cadence)})を守れていません。sre.yml の \`gate: true\` により、守れるまでリリースを止めます。守れるようになると、チェックは自動で緑になります。`,
      ...(again === null ? [] : [again]),
      ...(steps.length === 0 ? [] : [`できること:\n${steps.join("\n")}`]),
    ].join("\n\n"),
  ordinaryTitle: "リリースではありません",
  ordinary: "このプルリクエストはリリースではないため、確認することはありません。",
  signature: (url) => signature("dependency-cadence.md#the-check", "約束に合わせて自動で変わります", url),
};

const MONTHLY = cadenceOf("monthly");

export const gateText = textsIn<GateText>({
  seen: "The check “Detoil / cadence”",
  en,
  ja,
  samples: ({ earlier, month, configUrl }) => ({
    kept: [[MONTHLY]],
    lateTitle: [
      ["#88", earlier, 0],
      ["#88", earlier, 2],
    ],
    securityTitle: [["#12", earlier, 0]],
    missedTitle: [[month]],
    lateAtEndTitle: [[month]],
    broken: [
      [MONTHLY, ["- #88 (major): its checks have failed since Thu 2 Jul. Fix them, or close it."], null],
      [MONTHLY, [], "The promise is kept again from **Tue 1 Dec 00:00 JST** on, if nothing is late then."],
    ],
    signature: [[configUrl]],
  }),
});

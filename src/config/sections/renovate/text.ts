import { quote } from "../../text/quote.ts";
import type { Sentence } from "../../text/sentence.ts";

/** What the check tells of a change. */
export const changeText = {
  isNew: (cadence: string): Sentence => ({
    en: `Detoil measures how often updates of dependencies are merged against ${quote(cadence)}, and keeps one issue about it.`,
    ja: `Detoil は依存関係の更新がマージされる頻度を ${quote(cadence)} と比べ、1つの Issue に示します。`,
  }),
  gone: (): Sentence => ({
    en: "How often updates of dependencies are merged is no longer measured, and its issue is no longer refreshed. What was recorded is kept.",
    ja: "依存関係の更新がマージされる頻度の計測を止め、その Issue も更新しません。これまでの記録は残します。",
  }),
  gate: (on: boolean): Sentence =>
    on
      ? {
          en: "`Detoil / cadence` goes red on release pull requests while the promise is broken.",
          ja: "約束を守れていない間、リリースのプルリクエストの `Detoil / cadence` が赤になります。",
        }
      : {
          en: "`Detoil / cadence` is no longer written. If a ruleset requires it, remove it there.",
          ja: "`Detoil / cadence` は書き込まれなくなります。ルールセットで必須にしている場合は、外してください。",
        },
};

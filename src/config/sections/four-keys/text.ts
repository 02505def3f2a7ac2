import { quotes } from "../../text/quote.ts";
import type { Sentence, Sentences } from "../../text/sentence.ts";

export const labels = {
  "four-keys": { en: "four-keys", ja: "four-keys" },
  deployments: { en: "the deployments of four-keys", ja: "four-keys の deployments" },
  service: { en: "a service", ja: "サービス" },
  incidents: { en: "incidents", ja: "incidents" },
} as const;

export interface FourKeysDiagnostic {
  readonly kind: "not-exactly-one";
  readonly given: readonly string[];
  readonly options: readonly string[];
}

export const ruleSentences: Sentences<FourKeysDiagnostic> = {
  "not-exactly-one": ({ given, options }) =>
    given.length === 0
      ? {
          en: `\`deployments\` does not say what a deployment is. Write exactly one of ${quotes(options)}.`,
          ja: `\`deployments\` に、何をデプロイとみなすかが書かれていません。次のうち1つを書いてください: ${quotes(options)}。`,
        }
      : {
          en: `\`deployments\` has ${quotes(given)}, and exactly one can count. Keep one.`,
          ja: `\`deployments\` に ${quotes(given)} があります。使えるのは1つだけなので、1つにしてください。`,
        },
};

/** What the check tells of a change. */
export const changeText = {
  fourKeysNew: (): Sentence => ({
    en: "Detoil reads a year of merges, deployments and incidents, goes on recording them, and keeps one issue with the Four Keys.",
    ja: "Detoil は過去1年のマージ・デプロイ・インシデントを読み、その後も記録を続け、Four Keys を1つの Issue に示します。",
  }),
  fourKeysGone: (): Sentence => ({
    en: "Nothing more is recorded for the Four Keys, and their issue is no longer refreshed. What was recorded is kept.",
    ja: "Four Keys のための記録を止め、その Issue も更新しません。これまでの記録は残します。",
  }),
};

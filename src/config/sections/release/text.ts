import { changeOf } from "../../text/change.ts";
import { quote } from "../../text/quote.ts";
import type { Sentence, Sentences } from "../../text/sentence.ts";

export const labels = {
  release: { en: "release", ja: "release" },
  lane: { en: "a release lane", ja: "リリースレーン" },
  "check-in": { en: "a check-in", ja: "check-in" },
} as const;

export type LaneDiagnostic =
  | { readonly kind: "lane-to-itself"; readonly branch: string }
  | { readonly kind: "lane-twice"; readonly from: string; readonly to: string; readonly first: number };

export const ruleSentences: Sentences<LaneDiagnostic> = {
  "lane-to-itself": ({ branch }) => ({
    en: `The lane goes from ${quote(branch)} to itself. Name two different branches.`,
    ja: `レーンの from と to が同じ ${quote(branch)} です。別々のブランチを書いてください。`,
  }),
  "lane-twice": ({ from, to, first }) => ({
    en: `Lane ${first} already goes from ${quote(from)} to ${quote(to)}. Keep one of the two.`,
    ja: `${quote(from)} から ${quote(to)} へのレーンは${first}番目に既にあります。どちらか一方だけにしてください。`,
  }),
};

interface Ends {
  readonly from: string;
  readonly to: string;
}

/** What changes, as people read it in the green check. */
export const changeText = {
  laneNew(lane: Ends & { readonly schedule: string | null }): Sentence {
    const [from, to] = [quote(lane.from), quote(lane.to)];
    if (lane.schedule === null) {
      return {
        en: `A release pull request from ${from} to ${to} will be kept open while something waits.`,
        ja: `${from} から ${to} へのリリースプルリクエストを、リリース待ちがある間、開いておきます。`,
      };
    }
    const at = quote(lane.schedule);
    return {
      en: `A release pull request from ${from} to ${to} will be opened and refreshed at ${at}.`,
      ja: `${from} から ${to} へのリリースプルリクエストを ${at} の時刻に開き、更新します。`,
    };
  },
  laneGone({ from, to }: Ends): Sentence {
    return {
      en: `The release pull request from ${quote(from)} to ${quote(to)} will not be kept any more; an open one stays as it is.`,
      ja: `${quote(from)} から ${quote(to)} へのリリースプルリクエストは更新しなくなります。開いているものはそのまま残ります。`,
    };
  },
  laneSetting({ from, to }: Ends, key: string, was: unknown, is: unknown): Sentence {
    const change = changeOf(key, was, is);
    return {
      en: `${quote(from)} → ${quote(to)}, ${change}`,
      ja: `${quote(from)} → ${quote(to)} の ${change}`,
    };
  },
} as const;

export const signOffLater: Sentence = {
  en: "`sign-off` is not available yet: until it is, the check `Detoil / release` of this lane stays red.",
  ja: "`sign-off` はまだ使えません。使えるようになるまで、このレーンのチェック `Detoil / release` は赤のままです。",
};

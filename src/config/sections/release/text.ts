import { changeOf } from "../../text/change.ts";
import { quote } from "../../text/quote.ts";
import type { Sentence, Sentences } from "../../text/sentence.ts";

export const labels = {
  release: { en: "release", ja: "release" },
  lane: { en: "an entry of `lanes`", ja: "`lanes` の項目" },
  "check-in": { en: "a check-in", ja: "check-in" },
} as const;

export type LaneDiagnostic =
  | { readonly kind: "lane-to-itself"; readonly branch: string }
  | { readonly kind: "lane-twice"; readonly from: string; readonly to: string; readonly first: number };

export const ruleSentences: Sentences<LaneDiagnostic> = {
  "lane-to-itself": ({ branch }) => ({
    en: `\`from\` and \`to\` are both ${quote(branch)}. Name two different branches.`,
    ja: `\`from\` と \`to\` がどちらも ${quote(branch)} です。別々のブランチを書いてください。`,
  }),
  "lane-twice": ({ from, to, first }) => ({
    en: `${quote(from)} → ${quote(to)} is already entry ${first} of \`lanes\`. Keep one of the two.`,
    ja: `${quote(from)} → ${quote(to)} は \`lanes\` の${first}番目に既にあります。どちらか一方だけにしてください。`,
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
        ja: `${from} → ${to} のリリースのプルリクエストを、反映を待つものがある間は開いた状態に保ちます。`,
      };
    }
    const at = quote(lane.schedule);
    return {
      en: `A release pull request from ${from} to ${to} will be opened and refreshed at ${at}.`,
      ja: `${from} → ${to} のリリースのプルリクエストを ${at} の時刻に開き、更新します。`,
    };
  },
  laneGone({ from, to }: Ends): Sentence {
    return {
      en: `The release pull request from ${quote(from)} to ${quote(to)} will no longer be updated; an open one stays as it is.`,
      ja: `${quote(from)} → ${quote(to)} のリリースのプルリクエストは更新しなくなります。開いているものはそのまま残ります。`,
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

import { quote } from "../../text/quote.ts";
import type { Sentence, Sentences } from "../../text/sentence.ts";
import { projectLabel } from "../project-label.ts";

export const labels = {
  "help-wanted": { en: "help-wanted", ja: "help-wanted" },
  duty: { en: "an on-call duty", ja: "当番" },
  absence: { en: "an absence", ja: "不在" },
  route: { en: "a route", ja: "振り分けの規則" },
  project: projectLabel,
} as const;

export type HelpWantedDiagnostic =
  | { readonly kind: "dates-backwards"; readonly from: string; readonly to: string }
  | { readonly kind: "empty-condition" };

export const ruleSentences: Sentences<HelpWantedDiagnostic> = {
  "dates-backwards": ({ from, to }) => ({
    en: `${quote(`to: ${to}`)} lies before ${quote(`from: ${from}`)}. Write the earlier date in \`from\`.`,
    ja: `${quote(`to: ${to}`)} が ${quote(`from: ${from}`)} より前です。早い日付を \`from\` に書いてください。`,
  }),
  "empty-condition": () => ({
    en: "This route has no condition, so those below it are never reached. Give it `labels` or `paths`, or move it to the end.",
    ja: "この規則には条件がないので、下の規則に届きません。`labels` か `paths` を書くか、最後に移してください。",
  }),
};

/** What the check tells of a change. `label`: null where it is another file's. */
export const changeText = {
  helpWantedNew: (label: string | null): Sentence => ({
    en: `Detoil asks somebody about each issue and pull request with ${label === null ? "the label of `help-wanted`" : `the label ${quote(label)}`}, and reminds them in business hours.`,
    ja: `Detoil は、${label === null ? "`help-wanted` のラベル" : `ラベル ${quote(label)}`} が付いた Issue とプルリクエストについて担当する人に依頼し、営業時間内に催促します。`,
  }),
  helpWantedGone: (label: string | null): Sentence => ({
    en: `Nobody is asked or reminded any more about issues and pull requests with ${label === null ? "the label of `help-wanted`" : `the label ${quote(label)}`}.`,
    ja: `${label === null ? "`help-wanted` のラベル" : `ラベル ${quote(label)}`} が付いた Issue とプルリクエストについて、依頼も催促もしなくなります。`,
  }),
};

import { folded } from "../../../markdown/folded.ts";
import { durationText } from "../../../metrics/words.ts";
import type { Assessment } from "../assessment.ts";
import { outcomesSince } from "../measuring/outcomes.ts";
import { securityOnTime } from "../measuring/security.ts";
import { oldestByClass, waitingYears } from "../measuring/waiting.ts";
import { pullLink } from "./links.ts";
import type { View } from "./view.ts";

/** What became of updates over the last periods, and how long the open ones wait. */
export function numbersPart({ facts, offers, periods, terms, now, asOf }: Assessment, view: View): string {
  const { text, language } = view;
  const since = periods[0]?.from ?? 0;
  const { merged, superseded, refused, secondsToMerge, automerge } = outcomesSince(offers, since);
  const security = securityOnTime(offers, terms, since, now.getTime());
  const oldest = oldestByClass(offers).map(({ kind, number, openedAt }) =>
    text.oldestOf(kind, pullLink(number, view), view.day(openedAt)),
  );
  const unread = facts.open
    .filter(({ packages, kind }) => packages.length === 0 && kind === "unknown")
    .map(({ number }) => pullLink(number, view));
  const years = waitingYears(offers, asOf).toFixed(1);
  const lines = [
    text.outcomes(view.day(since), merged, superseded, refused),
    ...(secondsToMerge === null
      ? []
      : [text.timeToMerge(durationText(secondsToMerge.p50, language), durationText(secondsToMerge.p90, language))]),
    ...(security.of === 0 ? [] : [text.securityOnTime(security.kept, security.of)]),
    ...(automerge === null ? [] : [text.automerge(automerge.on, automerge.of)]),
    ...(oldest.length === 0 ? [] : [text.oldest(oldest.join(language === "ja" ? "、" : ", "))]),
    ...(years === "0.0" ? [] : [text.waitingYears(years)]),
    ...(unread.length === 0 ? [] : [text.unread(unread)]),
  ];
  return folded(text.numbersSummary, lines.map((line) => `- ${line}`).join("\n"));
}

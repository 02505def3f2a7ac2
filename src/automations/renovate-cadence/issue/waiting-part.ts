import type { Assessment } from "../assessment.ts";
import type { OpenUpdate } from "../facts.ts";
import { dueBy, securityDueBy } from "../measuring/due.ts";
import { causeOf } from "./cause.ts";
import { listedPull, pullLink } from "./links.ts";
import type { View } from "./view.ts";
import { wordsIn } from "./words.ts";

/** What waits for people, with its cause and next step: late security updates first, then the late, then the oldest. Empty: nothing does. */
export function waitingPart({ facts, measured }: Assessment, most: number, view: View): string[] {
  const { text } = view;
  const { late, security } = measured.breaches;
  const isSecurity = new Set(security.map(({ number }) => number));
  const isLate = new Set([...late.map(({ number }) => number), ...isSecurity]);
  const rank = ({ number }: OpenUpdate) => (isSecurity.has(number) ? 0 : isLate.has(number) ? 1 : 2);
  const waiting = facts.open
    .filter(({ waiting, number }) => !isOnPurpose(waiting) || isLate.has(number))
    .toSorted((a, b) => rank(a) - rank(b) || a.openedAt - b.openedAt);
  const lines = waiting.slice(0, most).map((update) => `- ${lineOf(update, isLate.has(update.number), view)}`);
  const rest = waiting.length - lines.length;
  if (rest > 0) lines.push(`- ${text.more(rest, `${view.repoUrl}/pulls`)}`);
  const purposes = (["stability", "schedule"] as const).flatMap((why) => {
    const names = facts.open
      .filter(({ waiting, number }) => waiting === why && !isLate.has(number))
      .map(({ number }) => pullLink(number, view));
    return names.length === 0 ? [] : [text.onPurpose(why, names)];
  });
  return [...(waiting.length === 0 ? [] : [`${text.waitingHeading}\n${lines.join("\n")}`]), ...purposes];
}

function isOnPurpose(waiting: OpenUpdate["waiting"]): boolean {
  return waiting === "stability" || waiting === "schedule";
}

function lineOf(update: OpenUpdate, isLate: boolean, view: View): string {
  const { text, terms, language } = view;
  const kind = wordsIn(language).kinds[update.kind];
  const kinds = [...(update.security ? [text.security] : []), ...(kind === null ? [] : [kind])];
  const line = text.waits(listedPull(update, view), kinds, causeOf(update, view));
  return isLate ? line + text.lateSince(view.day(lateSince(update, terms))) : line;
}

/** Of a security update the earlier of the two promises. */
export function lateSince(update: Pick<OpenUpdate, "openedAt" | "security">, terms: View["terms"]): number {
  const due = dueBy(update, terms);
  return update.security ? Math.min(due, securityDueBy(update, terms)) : due;
}

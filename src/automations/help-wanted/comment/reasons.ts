import { formatIsoDay } from "../../../calendar/format.ts";
import { code } from "../../../markdown/escape.ts";
import type { Ask, HelpRequest } from "../request/request.ts";
import { plainName } from "./names.ts";
import type { Showing } from "./showing.ts";
import type { RequestText } from "./text.ts";

type Reason = HelpRequest["why"]["despite"][number];
type Left = NonNullable<Ask["left"]>;
type Other = HelpRequest["why"]["others"][number];

/** What is worth a word beside the ask: who else would have been asked. */
const PASSING: readonly Reason["kind"][] = ["away", "busy", "full", "enough-today"];
const MOST_BESIDE = 3;

export function othersBeside(others: readonly Other[], showing: Showing): string[] {
  return others
    .filter(({ reason }) => PASSING.includes(reason.kind))
    .slice(0, MOST_BESIDE)
    .map(({ login, reason }) => reasonText(login, reason, showing));
}

export function reasonText(login: string, reason: Reason, { text: { reasons }, language, day }: Showing): string {
  const who = plainName(login);
  switch (reason.kind) {
    case "author":
      return reasons.author(who);
    case "away":
      return reasons.away(who, formatIsoDay(reason.until, language, day));
    case "busy":
      return reasons.busy(who);
    case "full":
      return reasons.full(who, reason.open, reason.most);
    case "not-on-call":
      return reasons.notOnCall(who);
    case "not-in-route":
      return reasons.notInRoute(who);
    case "asked-before":
      return reasons.askedBefore(who);
    case "enough-today":
      return reasons.enoughToday(who, reason.asked);
  }
}

/** Why nobody of the people can be asked. */
export function whyNobody({ nobody, why }: HelpRequest, showing: Showing): string {
  const { because }: RequestText = showing.text;
  switch (nobody) {
    case null:
    case "nobody-listed":
      return because.listed;
    case "nobody-on-call":
      return because.onCall;
    case "is-author":
      return because.author;
    case "nobody-eligible":
      return because.eligible(why.others.map(({ login, reason }) => reasonText(login, reason, showing)));
  }
}

/** Why somebody who was asked no longer is. */
export function leftText(login: string, left: Left, { text }: Showing): string {
  const [former, by] = [plainName(login), plainName(left.by)];
  switch (left.how) {
    case "pass":
      return text.left.pass(former, left.why === "" ? null : code(left.why));
    case "reroll":
      return text.left.reroll(by);
    case "assign":
      return text.left.assign(by);
    case "swap":
      return text.left.swap(former);
    case "away":
      return text.left.away(former);
    case "take":
      return text.left.take(by);
  }
}

import { type IsoDay, isDay } from "../../../calendar/day.ts";
import { code } from "../../../markdown/escape.ts";
import { cut } from "../../../markdown/length.ts";
import { isSame } from "../picking/login.ts";
import { withSpan } from "../request/turns.ts";
import { handedOn } from "./handed-on.ts";
import { type CommandContext, type RequestVerb, rejected } from "./verb.ts";

const LONGEST_QUOTE = 60;
const WAITING = ["asked", "escalated", "snoozed"];

/** Nobody asks its author until after that day, and what they were asked here is asked of somebody else. */
export const away: RequestVerb = {
  word: "away",
  usage: "/sre away until 2026-12-05",
  also: ["asked"],
  about: { en: "says that you are away until that day", ja: "その日まで不在であることを伝えます" },
  execute(argument, request, { who, today, section, text, shownDay }) {
    const day = dayIn(argument, today, { text, shownDay });
    if ("problem" in day) return rejected(day.problem);
    const { to } = day;
    if (section.report === null) return rejected(text.awayInFile(code(`{who: ${who}, from: ${today}, to: ${to}}`)));
    const others = request.away.filter((one) => !isSame(one.who, who));
    const absences = withSpan(others, { who, from: today, to }, today);
    const isTheirs = isSame(who, request.asked) && WAITING.includes(request.state);
    const next = isTheirs ? handedOn(request, { how: "away", by: who, why: "" }, null) : request;
    return { request: { ...next, away: absences }, line: text.away(shownDay(to), isTheirs) };
  },
  present({ away: absences, asks }, { who, text, shownDay }) {
    const to = absences.find((one) => isSame(one.who, who))?.to;
    const isTheirs = asks.some(({ left }) => left?.how === "away" && isSame(left.by, who));
    return to === undefined ? text.carriedOut : text.away(shownDay(to), isTheirs);
  },
};

/** The last day of an absence, or why it is none. */
export function dayIn(
  argument: string,
  today: IsoDay,
  { text, shownDay }: Pick<CommandContext, "text" | "shownDay">,
): { readonly to: IsoDay } | { readonly problem: string } {
  const day = argument.replace(/^until\s+/i, "");
  if (!isDay(day)) return { problem: text.noDay(argument === "" ? null : code(cut(argument, LONGEST_QUOTE))) };
  return day < today ? { problem: text.pastDay(shownDay(day)) } : { to: day };
}

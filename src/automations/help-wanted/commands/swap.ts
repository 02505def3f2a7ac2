import { plainName } from "../comment/names.ts";
import { isSame } from "../picking/login.ts";
import type { HelpRequest } from "../request/request.ts";
import { withSpan } from "../request/turns.ts";
import { handedOn } from "./handed-on.ts";
import { personIn } from "./named.ts";
import { type CommandContext, type RequestVerb, rejected } from "./verb.ts";

/** Two people swap turns: the other one is asked now, and the turn of whoever was asked is still to come. */
export const swap: RequestVerb = {
  word: "swap",
  usage: "/sre swap @who",
  also: ["asked"],
  about: {
    en: "swaps turns with this person, and with `strategy: on-call` the rest of the duty",
    ja: "指定した人と順番を交代します(`strategy: on-call` では残りの当番も)",
  },
  execute(argument, request, commandContext) {
    const { who, text } = commandContext;
    const { asked } = request;
    if (asked === null) return rejected(text.nobodyAsked);
    const named = personIn(argument, commandContext);
    if ("problem" in named) return rejected(named.problem);
    const { login } = named;
    if (isSame(login, asked)) return rejected(text.askedAlready(plainName(login)));
    const next = handedOn(request, { how: "swap", by: who, why: "" }, login, { returned: true });
    const cover = coverOf(asked, login, commandContext);
    const covers = cover === null ? request.covers : withSpan(request.covers, cover, commandContext.today);
    return { request: { ...next, covers }, line: text.swapped(plainName(login), plainName(asked)) };
  },
  present({ wanted, asked, asks }, { text }) {
    const login = wanted?.login ?? asked;
    const former = asks.findLast(({ left }) => left?.how === "swap");
    if (login === null || former === undefined) return text.carriedOut;
    return text.swapped(plainName(login), plainName(former.login));
  },
};

/** The rest of the duty that somebody has today. */
function coverOf(who: string, by: string, { section, today }: CommandContext): HelpRequest["covers"][number] | null {
  if (section.strategy !== "on-call") return null;
  const duty = section["on-call"].find((one) => isSame(one.who, who) && one.from <= today && today <= one.to);
  return duty === undefined ? null : { who, by, from: today, to: duty.to };
}

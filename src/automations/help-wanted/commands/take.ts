import { isAmong, isSame } from "../picking/login.ts";
import type { HelpRequest } from "../request/request.ts";
import { leaving } from "./handed-on.ts";
import type { CommandContext, RequestVerb } from "./verb.ts";

/** An answer by whoever gives it: the request is theirs. */
export const take: RequestVerb = {
  word: "take",
  usage: "/sre take",
  also: ["asked"],
  about: { en: "answers it: the request is yours", ja: "この依頼を引き受けます" },
  execute: (_argument, request, commandContext) => {
    const { who, text } = commandContext;
    const isTheirs = request.answer !== null && isSame(who, request.answer.by) && isSame(who, request.asked);
    if (isTheirs) return { request: null, line: text.yoursAlready };
    return { request: taken(request, commandContext), line: text.taken };
  },
  present: (_request, { text }) => text.taken,
};

function taken(request: HelpRequest, { who, now, facts }: CommandContext): HelpRequest {
  const at = now.toISOString();
  const isTheirs = isSame(who, request.asked);
  const isAssigned = isAmong(who, facts.item.assignees) && !isAmong(who, request.assigned);
  return {
    ...request,
    state: "answered",
    asked: who,
    askedAt: isTheirs ? request.askedAt : at,
    asks: isTheirs || request.asked === null ? request.asks : leaving(request.asks, { how: "take", by: who, why: "" }),
    answer: { by: who, at, how: "take" },
    firstAnswerAt: request.firstAnswerAt ?? at,
    snoozed: null,
    wanted: null,
    nobody: null,
    assigned: isAssigned ? [] : [who],
    unassignable: false,
  };
}

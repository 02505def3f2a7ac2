import { cut } from "../../../markdown/length.ts";
import { isSame } from "../picking/login.ts";
import type { HelpRequest } from "../request/request.ts";
import { handedOn } from "./handed-on.ts";
import { type CommandContext, type Outcome, type RequestVerb, rejected } from "./verb.ts";

const LONGEST_REASON = 200;

/** Whoever is asked hands the request on. */
export const pass: RequestVerb = {
  word: "pass",
  usage: "/sre pass [reason]",
  also: ["asked"],
  about: { en: "hands it on to whoever is next", ja: "次の人に回します" },
  execute: toSomebodyElse,
  present: (_request, { text }) => text.passed,
};

/** The same, by whom it is not put to. */
export const reroll: RequestVerb = {
  word: "reroll",
  usage: "/sre reroll",
  also: ["asked"],
  about: { en: "asks somebody else instead", ja: "ほかの人に依頼します" },
  execute: (_argument, request, commandContext) => toSomebodyElse("", request, commandContext),
  present: (_request, { text }) => text.passed,
};

function toSomebodyElse(why: string, request: HelpRequest, { who, text }: CommandContext): Outcome {
  if (request.state === "new") return rejected(text.nobodyAsked);
  const how = isSame(who, request.asked) ? "pass" : "reroll";
  const next = handedOn(request, { how, by: who, why: cut(why, LONGEST_REASON) }, null);
  return { request: next, line: text.passed };
}

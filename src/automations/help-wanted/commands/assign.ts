import { plainName } from "../comment/names.ts";
import { isSame } from "../picking/login.ts";
import { handedOn } from "./handed-on.ts";
import { personIn } from "./named.ts";
import { take } from "./take.ts";
import { type RequestVerb, rejected } from "./verb.ts";

/** Asks a person by name, also one who is away. */
export const assign: RequestVerb = {
  word: "assign",
  usage: "/sre assign @who",
  also: ["asked"],
  about: { en: "asks this person", ja: "指定した人に依頼します" },
  execute(argument, request, commandContext) {
    const { who, text } = commandContext;
    const named = personIn(argument, commandContext);
    if ("problem" in named) return rejected(named.problem);
    const { login } = named;
    if (isSame(login, who)) return take.execute("", request, commandContext);
    if (isSame(login, request.asked) && request.state === "asked") return rejected(text.askedAlready(plainName(login)));
    const next = handedOn(request, { how: "assign", by: who, why: "" }, login);
    return { request: next, line: text.assigned(plainName(login)) };
  },
  present({ wanted, asked }, { who, text }) {
    const login = wanted?.login ?? asked;
    if (login === null) return text.carriedOut;
    return isSame(login, who) ? text.taken : text.assigned(plainName(login));
  },
};

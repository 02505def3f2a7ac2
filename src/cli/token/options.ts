import type { TokenRequest } from "../../engine/tokens.ts";
import { usage } from "../help.ts";
import { tokenText } from "../text.ts";
import { parseCommand, UsageError } from "../usage.ts";

const REPOSITORY = /^([\w.-]{1,100})\/([\w.-]{1,100})$/;
const START = /^detoil_[0-9A-Za-z]{6,43}$/;
const LONGEST_NAME = 100;

/** Throws `UsageError`. */
export function readTokenOptions(argv: string[]): TokenRequest {
  const { values, positionals } = parseCommand(
    { args: argv, options: { repo: { type: "string" }, name: { type: "string" } }, allowPositionals: true },
    usage.token,
  );
  const [what, start, ...more] = positionals;
  const wrong = (sentence: string) => new UsageError(sentence, usage.token);
  const [, owner, name] = REPOSITORY.exec(values.repo ?? "") ?? [];
  if (more.length > 0 || (what !== "revoke" && start !== undefined)) throw wrong(tokenText.tooMuch);
  if (what !== "add" && what !== "list" && what !== "revoke") throw wrong(tokenText.which);
  if (owner === undefined || name === undefined) throw wrong(tokenText.whichRepository);
  const repository = { owner, name };
  if (what === "add") {
    const label = values.name?.trim() ?? "";
    if (label.length > LONGEST_NAME || /\p{Cc}/u.test(label)) throw wrong(tokenText.badName(LONGEST_NAME));
    return { do: "add", repository, name: label === "" ? null : label };
  }
  if (what === "list") return { do: "list", repository };
  if (start === undefined || !START.test(start)) throw wrong(tokenText.whichToken);
  return { do: "revoke", repository, start };
}

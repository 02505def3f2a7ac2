import type { BackfillRequest } from "../../engine/backfill.ts";
import { usage } from "../help.ts";
import { backfillText } from "../text.ts";
import { timeGiven } from "../time-given.ts";
import { parseCommand, UsageError } from "../usage.ts";

/** What `detoil backfill` was asked for. */
export type BackfillAsked = BackfillRequest;

const REPOSITORY = /^([\w.-]{1,100})\/([\w.-]{1,100})$/;

/** Throws `UsageError`. */
export function readBackfillOptions(argv: string[]): BackfillAsked {
  const { values } = parseCommand(
    { args: argv, options: { repo: { type: "string" }, since: { type: "string" } } },
    usage.backfill,
  );
  const [, owner, name] = REPOSITORY.exec(values.repo ?? "") ?? [];
  if (owner === undefined || name === undefined) throw new UsageError(backfillText.whichRepository, usage.backfill);
  return { owner, name, since: values.since === undefined ? null : timeGiven("--since", values.since) };
}

import type { Calendar } from "../../../calendar/calendar.ts";
import type { IsoDay } from "../../../calendar/day.ts";
import type { Verb } from "../../../commands/declaration.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { RequestFacts } from "../facts.ts";
import type { HelpRequest } from "../request/request.ts";
import type { CommandText } from "./text.ts";

/** What a command may know beside the request. */
export interface CommandContext {
  /** Login of its author. */
  readonly who: string;
  readonly now: Date;
  /** The team's day. */
  readonly today: IsoDay;
  readonly calendar: Calendar;
  readonly section: ReconcileContext<"help-wanted">["section"];
  readonly facts: Pick<RequestFacts, "item" | "assignable">;
  readonly text: CommandText;
  shownDay(day: IsoDay): string;
  shownMoment(instant: string): string;
}

/** `request` is null where nothing has to change, or the command is unclear; `line` says so. */
export interface Outcome {
  readonly request: HelpRequest | null;
  readonly line: string;
}

export interface RequestVerb extends Verb {
  execute(argument: string, request: HelpRequest, commandContext: CommandContext): Outcome;
  /** The same answer, from the request as the command left it: it was carried out before, and the reply was lost. */
  present(request: HelpRequest, commandContext: CommandContext): string;
}

export function rejected(line: string): Outcome {
  return { request: null, line };
}

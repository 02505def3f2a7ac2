import type { Calendar } from "../../../calendar/calendar.ts";
import type { IsoDay } from "../../../calendar/day.ts";
import type { Verb } from "../../../commands/vocabulary.ts";
import type { CommandText } from "./text.ts";

/** A task as the commands before this one have left it. */
export interface TaskStatus {
  readonly open: boolean;
  readonly due: IsoDay | null;
  readonly assignees: readonly string[];
}

/** What a command is carried out in. */
export interface CommandContext {
  /** Login of who gave it. */
  readonly who: string;
  /** The team's day. */
  readonly today: IsoDay;
  readonly calendar: Calendar;
  /** Whom GitHub lets assign here: logins in lower case, and as GitHub spells them. */
  readonly assignable: ReadonlyMap<string, string>;
  /** `title` is a link. */
  readonly milestone: { readonly title: string; readonly due: IsoDay | null };
  readonly text: CommandText;
}

/** `change` is null where there is nothing to do, or no telling what; `line` says so. */
export interface Outcome {
  readonly change: Partial<TaskStatus> | null;
  readonly line: string;
  /** Nothing of the kind can be done here, however the task stands. */
  readonly rejected?: true;
}

export interface TaskVerb extends Verb {
  carryOut(argument: string, current: TaskStatus, commandContext: CommandContext): Outcome;
  /** How it stands, for a command that was carried out before, and whose reply was lost. */
  present(current: TaskStatus, commandContext: CommandContext): string;
}

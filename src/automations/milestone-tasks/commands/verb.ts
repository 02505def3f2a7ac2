import type { Calendar } from "../../../calendar/calendar.ts";
import type { IsoDay } from "../../../calendar/day.ts";
import type { Verb } from "../../../commands/declaration.ts";
import type { Assignable } from "../../../managed/assignable.ts";
import type { CommandText } from "./text.ts";

/** A task after the commands before this one. */
export interface TaskStatus {
  readonly open: boolean;
  readonly due: IsoDay | null;
  readonly assignees: readonly string[];
}

/** The context of a command. */
export interface CommandContext {
  /** Login of its author. */
  readonly who: string;
  /** The team's day. */
  readonly today: IsoDay;
  readonly calendar: Calendar;
  /** People whom GitHub lets assign here: lower-case login → GitHub's spelling. */
  readonly assignable: Assignable;
  /** `title` is a link. */
  readonly milestone: { readonly title: string; readonly due: IsoDay | null };
  readonly text: CommandText;
  /** A day as people read it. */
  shown(day: IsoDay): string;
}

/** `change` is null where nothing has to change, or the command is unclear; `line` says so. */
export interface Outcome {
  readonly change: Partial<TaskStatus> | null;
  readonly line: string;
  /** Cannot be done here, whatever the task's state. */
  readonly rejected?: true;
}

export interface TaskVerb extends Verb {
  execute(argument: string, current: TaskStatus, commandContext: CommandContext): Outcome;
  /** The present state, for a command that was carried out before, and whose reply was lost. */
  present(current: TaskStatus, commandContext: CommandContext): string;
}

import type { IsoDay } from "../../../calendar/day.ts";
import type { TaskIssue } from "../facts.ts";

/** What people's commands ask of one task; `undefined`: nothing about that field. */
export interface CommandChanges {
  /** The latest comment whose commands were carried out. */
  readonly processed: number;
  readonly due: IsoDay | undefined;
  readonly assignees: readonly string[] | undefined;
  readonly close: boolean;
}

/** A task after its commands are carried out: the starting point of everything else in a plan. */
export interface TaskState {
  readonly issue: TaskIssue;
  readonly key: string;
  /** Created for another milestone, and moved into this one. */
  readonly movedIn: boolean;
  /** This reconciliation updates it; false: it is in another milestone now, whose reconciliation does. */
  readonly ownedHere: boolean;
  readonly open: boolean;
  readonly title: string;
  /** The date in force: a person's, or else the one that sre.yml asks for. */
  readonly due: IsoDay | null;
  readonly assignees: readonly string[];
  /** The milestone that this plan moves it to. */
  readonly movedTo?: MovedTo;
}

/** An existing milestone, or one that the plan creates (`{{ref:…}}`). */
export interface MovedTo {
  readonly title: string;
  readonly number: number | string;
}

/** Open on a later day than its date. `today` is the team's day. */
export function isLate({ open, due }: Pick<TaskState, "open" | "due">, today: IsoDay): boolean {
  return open && due !== null && due < today;
}

import type { IsoDay } from "../../../calendar/day.ts";
import type { TaskIssue } from "../facts.ts";

/** What the commands of people ask of one task; `undefined`: nothing of the kind. */
export interface CommandChanges {
  /** The latest comment that was carried out. */
  readonly processed: number;
  readonly due: IsoDay | undefined;
  readonly assignees: readonly string[] | undefined;
  readonly close: boolean;
}

/** A task as it is once the commands on it are carried out: what everything else in a plan starts from. */
export interface TaskState {
  readonly issue: TaskIssue;
  readonly key: string;
  /** Made for another milestone, and moved into this one. */
  readonly movedIn: boolean;
  /** This look sees to it; false: it is in another milestone now, whose look does. */
  readonly ownedHere: boolean;
  readonly open: boolean;
  readonly title: string;
  /** The date that counts: a person's, else the one that sre.yml asks for. */
  readonly due: IsoDay | null;
  readonly assignees: readonly string[];
  /** The milestone that it is moved to by this plan. */
  readonly movedTo?: MovedTo;
}

/** A milestone that there is, or that the plan creates (`{{ref:…}}`). */
export interface MovedTo {
  readonly title: string;
  readonly number: number | string;
}

/** Open on a later day than its date. `today` is the team's day. */
export function isLate({ open, due }: Pick<TaskState, "open" | "due">, today: IsoDay): boolean {
  return open && due !== null && due < today;
}

import type { IsoDay } from "../../../calendar/day.ts";
import type { Assignable } from "../../../managed/assignable.ts";
import type { Milestone, TaskIssue } from "../facts.ts";

/** What the commands of a milestone's issue need to know. `orphaned`: no milestone's reconciliation covers it. */
export type CommandFacts =
  | {
      readonly kind: "task";
      readonly task: TaskIssue;
      /** The one whose reconciliation covers it. */
      readonly milestone: Milestone;
      /** The date that sre.yml asks for at the moment. */
      readonly desiredDue: IsoDay | null;
      /** People whom GitHub lets assign here: lower-case login → GitHub's spelling. */
      readonly assignable: Assignable;
    }
  | { readonly kind: "parent" /** Numbers of the milestone's open tasks. */; readonly open: readonly number[] }
  | { readonly kind: "orphaned"; readonly assignees: readonly string[] };

export type CommandedTask = Extract<CommandFacts, { readonly kind: "task" }>;

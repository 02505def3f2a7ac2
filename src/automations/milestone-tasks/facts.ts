import type { IsoDay } from "../../calendar/day.ts";
import type { CommentFacts } from "../../commands/pending.ts";
import type { Assignable } from "../../managed/assignable.ts";

/** A milestone as GitHub shows it. */
export interface Milestone {
  readonly number: number;
  readonly title: string;
  readonly description: string;
  readonly open: boolean;
  /** Its day: the UTC date part of `due_on`. */
  readonly due: IsoDay | null;
  readonly closedAt: Date | null;
}

/** A task's metadata in its marker: whose task it is, and what Detoil wrote last, to tell people's changes from its own. */
export interface TaskMetadata {
  /** The milestone that it was created for: with `key` its identity, wherever it moves. */
  readonly milestone: number;
  readonly key: string;
  readonly title: string;
  readonly assignees: readonly string[];
  readonly labels: readonly string[];
  /** The date that sre.yml asked for; if the shown one differs, a person set it. */
  readonly due: IsoDay | null;
  /** Hash of the text. */
  readonly text: string;
  /** The team's day on which it was created: nobody is reminded on it. */
  readonly made: IsoDay;
  /** Keys of the tasks that it was created to wait for. */
  readonly after: readonly string[];
  /** Keys of the tasks that it no longer waits for, while the dependencies on GitHub are being removed. */
  readonly dropping: readonly string[];
  /** The holder of the turn, where it rotates. */
  readonly turn: string | null;
  /** The project that it was added to, `acme/5`. */
  readonly project: string | null;
  /** The date last written to the project. */
  readonly projectDue: IsoDay | null;
  /** The latest comment whose commands were carried out. */
  readonly processed: number;
  /** A comment said that sre.yml no longer has this task. */
  readonly removed: boolean;
  /** false: its dependencies, or its place in the project, are still being created (see task/linked.ts). */
  readonly linked: boolean;
  /** Everything that belongs to it was created after its parent was deleted (see task/linked.ts). */
  readonly alone: boolean;
}

/** One closing of the milestone, and what was done about it. */
export interface Closing {
  /** GitHub's `closed_at`: it distinguishes closings. */
  readonly at: string;
  readonly did: "comment" | "rollover" | "block" | "leave" | "stands";
}

/** The metadata in the parent's marker (contract §8). */
export interface ParentMetadata {
  readonly milestone: number;
  readonly title: string;
  /** key → the number of its issue; of tasks that are linked (see task/linked.ts). */
  readonly numbers: Readonly<Record<string, number>>;
  readonly turns: Readonly<Record<string, string>>;
  /** Keys whose issue was deleted or transferred: they are not created again. */
  readonly ended: readonly string[];
  readonly closing: Closing | null;
  /** Detoil closed the parent, so it may reopen it. */
  readonly closed: boolean;
}

export interface ProjectItem {
  readonly id: number;
  readonly status: string | null;
  readonly due: IsoDay | null;
}

/** An issue that carries a task's marker, written by this App's own bot. */
export interface TaskIssue {
  readonly number: number;
  /** For sub-issues and dependencies, which take ids. */
  readonly id: number;
  readonly title: string;
  readonly body: string;
  /** The body with what people wrote around our block just before our write, unread by us; null: nothing is lost. */
  readonly overwritten: string | null;
  /** The text within the markers, with \n line ends, and with what people wrote there at such a moment. */
  readonly content: string;
  readonly metadata: TaskMetadata;
  readonly open: boolean;
  /** Closed as not planned or as a duplicate: neither done nor open. */
  readonly dropped: boolean;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  /** The milestone that it is in now. */
  readonly milestone: number | null;
  /** Number of the issue that it is a sub-issue of; `unreadable`: that issue is elsewhere, and this App may not see it. */
  readonly parent: number | "unreadable" | null;
  readonly comments: readonly CommentFacts[];
  readonly item: ProjectItem | null;
  /** It is in a project that this App may not see: where `item` is null, it may be in ours nevertheless. */
  readonly itemsHidden: boolean;
  /** Numbers of the issues that block it, as far as they were read; null: the count is right, or GitHub has none. */
  readonly blockedBy: readonly { readonly number: number; readonly id: number }[] | null;
}

/** One of Detoil's issues whose whole text a person rewrote, including its marker. */
export type UnmarkedIssue = Omit<TaskIssue, "metadata" | "content"> & { readonly subIssues: number };

export interface ParentIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  /** As in a task. */
  readonly overwritten: string | null;
  readonly content: string;
  readonly metadata: ParentMetadata;
  readonly open: boolean;
  readonly comments: readonly CommentFacts[];
  readonly item: ProjectItem | null;
  readonly id: number;
  /** The number of issues below it, including people's own. */
  readonly subIssues: number;
}

/** A file of `.github/ISSUE_TEMPLATE`, parsed. */
export interface Template {
  readonly title: string | null;
  readonly body: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
}

/** The project's fields that matter; a text says why it cannot be used. */
export type Project =
  | { readonly kind: "unusable"; readonly reason: "missing" | "no-permission" }
  | {
      readonly kind: "usable";
      /** null: no such field, or no such option. */
      readonly status: { readonly id: number; readonly option: string } | null;
      readonly dueField: { readonly id: number } | null;
    };

/** The turns in a milestone before this one; in an open one, tasks that are still to be created have none yet. */
export interface EarlierMilestone {
  readonly number: number;
  readonly title: string;
  readonly open: boolean;
  readonly turns: Readonly<Record<string, string>>;
}

export interface OneMilestone {
  readonly kind: "one";
  readonly milestone: Milestone;
  /** All other milestones of the repository. */
  readonly others: readonly Milestone[];
  readonly parent: ParentIssue | null;
  /** The tasks created for this milestone, wherever they are now. */
  readonly own: readonly TaskIssue[];
  /** Tasks created for another milestone that are in this one now. */
  readonly movedIn: readonly TaskIssue[];
  /** Issues that may be the milestone's, too; see recognize.ts. */
  readonly unmarked: readonly UnmarkedIssue[];
  /** Issue number → the key that the store knows it was created for. */
  readonly createdFor: ReadonlyMap<number, string>;
  /** Keys of the tasks whose issue GitHub no longer has here: deleted by a person, or transferred. */
  readonly ended: ReadonlySet<string>;
  /** The same for the parent: no other one is created. */
  readonly parentEnded: boolean;
  /** The team's day on which that was reported; null: it was not. */
  readonly parentEndedOn: IsoDay | null;
  /** By file name; null: there is no such file, or it cannot be parsed. */
  readonly templates: ReadonlyMap<string, Template | null>;
  /** Labels that the tasks need and the repository lacks, with the color that the org's `.github` repository gives them. */
  readonly missingLabels: readonly { readonly name: string; readonly color: string; readonly description: string }[];
  /** People whom GitHub lets assign here: lower-case login → GitHub's spelling. */
  readonly assignable: Assignable;
  readonly earlier: readonly EarlierMilestone[];
  readonly project: Project | null;
  /** Whether this GitHub has dependencies between issues. */
  readonly hasDependencies: boolean;
  /**
   * Numbers of recently created tasks that, according to the store, are not below the parent: GitHub refused it for the
   * moment.
   */
  readonly unlinked: ReadonlySet<number>;
}

/** `list`: all milestones to reconcile, one by one. `none`: it does not exist (any more), or is not reconciled. */
export type MilestoneFacts =
  | { readonly kind: "list"; readonly milestones: readonly Milestone[] }
  | { readonly kind: "none"; readonly number: number; readonly why: "missing" | "not matched" | "issues are off" }
  | OneMilestone;

import type { IsoDay } from "../../calendar/day.ts";
import type { CommentFacts } from "../../commands/pending.ts";

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

/** What a task's marker remembers: whose task it is, and what Detoil wrote last, to tell people's changes from its own. */
export interface TaskMetadata {
  /** The milestone that it was made for: with `key` its identity, wherever it moves. */
  readonly milestone: number;
  readonly key: string;
  readonly title: string;
  readonly assignees: readonly string[];
  readonly labels: readonly string[];
  /** The date that sre.yml asked for; a shown one that differs is a person's. */
  readonly due: IsoDay | null;
  /** Fingerprint of the text. */
  readonly text: string;
  /** The team's day on which it was made: nobody is reminded on it. */
  readonly made: IsoDay;
  /** Keys of the tasks that it was made to wait for. */
  readonly after: readonly string[];
  /** Who had the turn, where it rotates. */
  readonly turn: string | null;
  /** The project that it was put into, `acme/5`. */
  readonly project: string | null;
  /** The date last written to the project. */
  readonly board: IsoDay | null;
  /** The latest comment whose commands were carried out. */
  readonly heard: number;
  /** It was told that sre.yml no longer has this task. */
  readonly removed: boolean;
  /** false: its dependencies, or its place in the project, are still being made (see task/linked.ts). */
  readonly linked: boolean;
}

/** One closing of the milestone, and what was done about it. */
export interface Closing {
  /** GitHub's `closed_at`: it tells one closing from another. */
  readonly at: string;
  readonly did: "comment" | "rollover" | "block" | "leave" | "stands";
}

/** What the parent's marker remembers (contract §8). */
export interface ParentMetadata {
  readonly milestone: number;
  readonly title: string;
  /** key → the number of its issue; of tasks that are linked (see task/linked.ts). */
  readonly numbers: Readonly<Record<string, number>>;
  readonly turns: Readonly<Record<string, string>>;
  /** Keys whose issue was deleted or transferred: they are not made again. */
  readonly ended: readonly string[];
  readonly closing: Closing | null;
  /** Detoil closed the parent, so it may open it again. */
  readonly closed: boolean;
}

export interface ProjectItem {
  readonly id: number;
  readonly status: string | null;
  readonly due: IsoDay | null;
}

/** An issue that carries a task's marker, written by this app's own bot. */
export interface TaskIssue {
  readonly number: number;
  /** For sub-issues and dependencies, which take ids. */
  readonly id: number;
  readonly title: string;
  readonly body: string;
  /** The body with what people wrote around our block just before we wrote, which we had not read; null: nothing is lost. */
  readonly overwritten: string | null;
  /** Within the markers, with \n line ends, and with what people wrote there in such a moment. */
  readonly content: string;
  readonly metadata: TaskMetadata;
  readonly open: boolean;
  /** Closed as not planned or as a duplicate: neither done nor open. */
  readonly dropped: boolean;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  /** The milestone that it is in now. */
  readonly milestone: number | null;
  /** Number of the issue that it is a sub-issue of; `unreadable`: it is below one, elsewhere, that this App may not see. */
  readonly parent: number | "unreadable" | null;
  readonly comments: readonly CommentFacts[];
  readonly item: ProjectItem | null;
  /** It is in a project that this App may not see: where `item` is null, it may be in ours all the same. */
  readonly itemsHidden: boolean;
  /** A command was carried out that has no reply yet: the project may not show its date yet. */
  readonly replyDue: boolean;
  /** Numbers of the issues that block it, as far as they were asked for; null: the count is as it must be, or GitHub has none. */
  readonly blockedBy: readonly { readonly number: number; readonly id: number }[] | null;
}

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
  /** How many issues are below it, people's own too. */
  readonly subIssues: number;
}

/** A file of `.github/ISSUE_TEMPLATE`, read. */
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

/** Who had which turn in a milestone before this one; in an open one those that are still to be made have none yet. */
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
  /** The tasks made for this milestone, wherever they are now. */
  readonly own: readonly TaskIssue[];
  /** Tasks made for another milestone that are in this one now. */
  readonly movedIn: readonly TaskIssue[];
  /** Keys of the tasks whose issue GitHub no longer has here: deleted by a person, or transferred. */
  readonly ended: ReadonlySet<string>;
  /** The same for the parent: none is made again. */
  readonly parentEnded: boolean;
  /** By file name; null: there is no such file, or it cannot be read as one. */
  readonly templates: ReadonlyMap<string, Template | null>;
  /** Labels that the tasks want and the repository lacks, with the colour that the org's `.github` repository gives them. */
  readonly missingLabels: readonly { readonly name: string; readonly color: string; readonly description: string }[];
  /** Whom GitHub lets assign here: logins in lower case, and as GitHub spells them. */
  readonly assignable: ReadonlyMap<string, string>;
  readonly earlier: readonly EarlierMilestone[];
  readonly project: Project | null;
  /** Whether GitHub knows dependencies between issues here. */
  readonly hasDependencies: boolean;
  /** Numbers of tasks made lately that, by what the store knows, are not below the parent: GitHub refused it for the moment. */
  readonly unlinked: ReadonlySet<number>;
  /** Logins of those that gave commands and may write to the repository. */
  readonly writers: ReadonlySet<string>;
}

/** `list`: all that are looked at, one by one. `none`: it is not there (any more), or not to be looked at. */
export type MilestoneFacts =
  | { readonly kind: "list"; readonly milestones: readonly Milestone[] }
  | { readonly kind: "none"; readonly number: number; readonly why: "missing" | "not matched" | "issues are off" }
  | OneMilestone;

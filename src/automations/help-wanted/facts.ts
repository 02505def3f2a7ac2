import type { CommentFacts } from "../../commands/pending.ts";
import type { Assignable } from "../../managed/assignable.ts";
import type { HomeState } from "../../records/help-wanted/desk.ts";
import type { Question } from "./picking/question.ts";
import type { ReportFacts } from "./report/facts.ts";
import type { KnownRequest } from "./request/known.ts";
import type { Recorded } from "./request/recorded.ts";

/** A comment, and who gave it a 👍 when. */
export interface RequestComment extends CommentFacts {
  readonly thumbs: readonly { readonly login: string; readonly at: Date }[];
}

/** An issue or pull request as GitHub shows it. */
export interface Item {
  readonly number: number;
  /** For the project, which takes ids. */
  readonly id: number;
  readonly isPull: boolean;
  readonly author: string | null;
  readonly createdAt: Date;
  readonly open: boolean;
  readonly merged: boolean;
  readonly closedAt: Date | null;
  /** No App can comment there. */
  readonly locked: boolean;
  readonly labels: readonly string[];
  /** When it got the label of sre.yml last; null: it is not among the latest events. */
  readonly labeledAt: Date | null;
  readonly assignees: readonly string[];
  /** Reviews of a pull request by people, the latest ones. */
  readonly reviews: readonly { readonly login: string; readonly at: Date }[];
  /** The latest ones, and with a request that was recorded all since. */
  readonly comments: readonly RequestComment[];
  /** Its place in the project of sre.yml; null: it has none, or it cannot be seen. */
  readonly place: { readonly id: number; readonly status: string | null } | null;
}

/** The project's field for the status; a text says why it cannot be used. */
export type Board =
  | { readonly kind: "unusable"; readonly reason: "missing" | "no-permission" }
  | { readonly kind: "usable" /** null: no such field, or no such option. */; readonly status: Status | null };

interface Status {
  readonly id: number;
  readonly option: string;
}

export interface RequestFacts {
  readonly kind: "request";
  readonly item: Item;
  /** null: it never was a request. */
  readonly recorded: Recorded | null;
  /** The comment that showed the request was deleted by a person: it is left alone. */
  readonly withdrawn: boolean;
  /** What the choice of a person depends on beside the item. */
  readonly paths: readonly string[] | null;
  readonly codeowners: Question["codeowners"];
  readonly teams: Question["teams"];
  readonly busy: readonly string[];
  /** What is known of other requests of the same people. */
  readonly known: HomeState;
  /** null: more people than were read. */
  readonly assignable: Assignable | null;
  /** null: sre.yml names none, or nothing is to be put there. */
  readonly board: Board | null;
}

/** `known`: the requests that comments tell of; null: they were read before. */
interface ListFacts {
  readonly kind: "list";
  /** Of what has the label. */
  readonly numbers: readonly number[];
  /** Of the requests that did not end, as far as Detoil knows. */
  readonly open: readonly number[];
  readonly known: readonly KnownRequest[] | null;
}

/** `list`: the numbers of what has the label. `none`: it does not exist (any more). */
export type HelpFacts =
  | ListFacts
  | { readonly kind: "report"; readonly report: ReportFacts | null }
  | { readonly kind: "none"; readonly number: number }
  | RequestFacts;

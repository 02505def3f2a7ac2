import type { Calendar } from "../../../calendar/calendar.ts";
import type { SectionOf } from "../../../config/section-of.ts";
import type { Cover, Span, Workload } from "../../../records/help-wanted/help-request.ts";
import type { CodeownersFile } from "./codeowners.ts";

/** What of sre.yml decides who is asked. */
type PickSettings = Pick<
  SectionOf<"help-wanted">,
  "people" | "strategy" | "on-call" | "routes" | "away" | "max-open" | "escalate-to"
>;

/** Everything that the choice of a person depends on. Logins compare without case. */
export interface Question {
  readonly request: {
    /** null: a deleted account. */
    readonly author: string | null;
    readonly labels: readonly string[];
    /** What a pull request changes; null: an issue. */
    readonly paths: readonly string[] | null;
    /** Whom this request was put to before. */
    readonly askedBefore: readonly string[];
    /** Whom `/sre assign` names; null: nobody in particular. */
    readonly assignTo: string | null;
    /** Who was chosen for it already, though nothing is written yet; they stay, if they can be asked. */
    readonly reserved: string | null;
    /** It has waited for long, as others may have: nobody gets many such in one day. */
    readonly isBacklog: boolean;
  };
  readonly section: PickSettings;
  /** Of `/sre away`, beside those of sre.yml. */
  readonly away: readonly Span[];
  /** Of `/sre swap`. */
  readonly covers: readonly Cover[];
  /** Members of each team that can be read, by `org/team` in small letters. */
  readonly teams: ReadonlyMap<string, readonly string[]>;
  /** Logins of those whose status on GitHub says that they are busy; whoever is unknown is available. */
  readonly busy: readonly string[];
  /** By login in small letters; absent: nothing so far. */
  readonly workloads: ReadonlyMap<string, Workload>;
  /** Of the pull request's base; null: there is none. */
  readonly codeowners: CodeownersFile | null;
  readonly now: Date;
  readonly calendar: Calendar;
}

import type { IsoDay } from "../../calendar/day.ts";
import type { Instant } from "../record.ts";

/** Days of somebody, both ends included. */
export interface Span {
  readonly who: string;
  readonly from: IsoDay;
  readonly to: IsoDay;
}

/** On these days `by` does the duty of `who`. */
export interface Cover extends Span {
  readonly by: string;
}

/** What somebody was asked for so far, in all repositories that share their people. */
export interface Workload {
  /** Requests that wait for them or that they answered and that have not ended; the request in question is left out. */
  readonly open: number;
  /** When they were asked last, for whatever; null: never. */
  readonly lastAskedAt: Date | null;
  /** Place of that ask among all: a later one has a greater number, also of two in one moment. */
  readonly lastAskOrder: number;
  /** New requests on this business day. */
  readonly askedToday: number;
}

/** A turn of somebody. */
export interface RecordedAsk {
  readonly login: string;
  readonly at: Instant;
}

export type HelpState = "new" | "asked" | "answered" | "escalated" | "snoozed" | "ended";

/** A request for help, as far as the other requests and the report need it. */
export interface RecordedRequest {
  readonly state: HelpState;
  /** Whose it is; null: nobody's yet. */
  readonly asked: string | null;
  /** When they were asked, or asked again after a snooze. */
  readonly askedAt: Instant | null;
  /** When somebody was asked first. */
  readonly firstAskedAt: Instant | null;
  readonly firstAnswerAt: Instant | null;
  /** When it went from somebody to somebody else. */
  readonly passedAt: readonly Instant[];
  readonly endedAt: Instant | null;
  /** The repository is not public. */
  readonly isPrivate: boolean;
}

/** What one place says of help wanted: a request, or the report, which lists absences and last asks only. */
export interface HelpRecord {
  readonly request: RecordedRequest | null;
  /** Oldest first. */
  readonly asks: readonly RecordedAsk[];
  /** What `/sre away` said there. */
  readonly away: readonly Span[];
  /** What `/sre swap` said there. */
  readonly covers: readonly Cover[];
}

/** Which request: an issue is one more each time it gets the label. */
export interface HelpPlace {
  /** `owner/name` of the repository whose file says who may be asked. */
  readonly home: string;
  readonly number: number;
  /** When it got the label; 0: it is the report. */
  readonly since: Instant;
}

/** One reading of one place: the one with the greater revision stands. */
export interface HelpReading extends HelpPlace {
  /** `owner/name` */
  readonly repo: string;
  readonly revision: number;
  /** When it was read. */
  readonly readAt: Instant;
  readonly record: HelpRecord;
}

/** A record, and where it is. */
export interface PlacedRecord extends HelpRecord {
  /** `owner/name` */
  readonly repo: string;
  readonly number: number;
  readonly since: Instant;
}

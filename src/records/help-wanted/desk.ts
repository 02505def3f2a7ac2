import type { Instant } from "../record.ts";
import type { Cover, HelpPlace, HelpReading, PlacedRecord, Span, Workload } from "./help-request.ts";

/** What is known of the people of one home at the moment of a choice. */
export interface HomeState {
  /** By login in small letters. */
  readonly workloads: ReadonlyMap<string, Workload>;
  readonly away: readonly Span[];
  readonly covers: readonly Cover[];
  /** Who was chosen for this request already, though nothing is written yet; null: nobody. */
  readonly reserved: string | null;
  /** The other requests that wait for the people of an escalation, because nobody could be asked. */
  readonly nobodys: number;
}

/** Which request, and when. */
export interface Asking extends HelpPlace {
  readonly now: Instant;
  /** The beginning of the business day. */
  readonly today: Instant;
}

/**
 * Where the requests of all repositories that share their people meet. The comments on GitHub are the truth, and this an
 * index of them; what it alone knows is who was chosen and is not told yet.
 */
export interface HelpDesk {
  /** null: it knows all repositories. Otherwise, as in a preview, it knows of one what was read of it, and is told so first. */
  readonly learn: ((readings: readonly HelpReading[]) => void) | null;
  /**
   * Lets `choose` choose one person after the other's: nobody else chooses for the same home meanwhile. Whom it answers
   * counts as asked from then on, until the comments say so or it is released. null: nobody.
   */
  reserve<Choice extends { readonly reserves: string | null }>(
    asking: Asking,
    choose: (state: HomeState) => Choice,
  ): Promise<Choice>;
  /** Nobody needs to be asked any more in this issue or pull request. */
  release(number: number): Promise<void>;
  /** Everything that is known of a home; a record without a request is a report's. */
  read(home: string): Promise<readonly PlacedRecord[]>;
}

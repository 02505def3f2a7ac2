import type { Proposed } from "../facts.ts";

/** What `/sre setup` needs to know. */
export interface SetupFacts extends Proposed {
  /** A sre.yml on the default branch under a name that is not read; null: there is none, or the right one is there too. */
  readonly misnamed: string | null;
}

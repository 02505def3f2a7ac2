import type { SimRepo } from "../../../../simulator/state.ts";
import type { Language } from "../../../calendar/format.ts";
import type { Team } from "./team.ts";

/** Something that has to be true before the story goes on. */
export interface Expectation {
  /** As a sentence: "the release pull request lists all four". */
  readonly what: string;
  holds(repo: SimRepo, team: Team): boolean;
}

/** One step of the story: what people do, and what Detoil is expected to do in response. */
export interface Step {
  readonly title: string;
  /** What the team did, in a sentence or two. */
  readonly text: string;
  /** `owner/name` */
  readonly repo: string;
  /** When it happens on the simulated GitHub. */
  readonly at: string;
  /** The team installs Detoil in this step; otherwise it has done so when the chapter begins. */
  readonly installs?: true;
  /** Time passes until then, after people acted: what it makes due belongs to the step. */
  readonly until?: string;
  play(team: Team): Promise<void>;
  readonly expect: readonly Expectation[];
}

/** Steps about one thing that Detoil does. */
export interface Part {
  /** What Detoil does, in its own words: "The release pull request". */
  readonly title: string;
  readonly text: string;
  /** In which it is told; default English. */
  readonly language?: Language;
  /** The sre.yml that asks for it; null: the story writes it itself. */
  readonly sre: string | null;
  readonly steps: readonly Step[];
}

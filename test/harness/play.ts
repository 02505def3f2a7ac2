import type { FaultPlan, SimulatedGitHub } from "./github.ts";
import { Milestones } from "./milestones.ts";
import { Team } from "./team.ts";
import { SHOP, type WorldOptions } from "./world.ts";

/** The people in a play, and their tools. */
export interface Stage {
  readonly github: SimulatedGitHub;
  readonly team: Team;
  readonly milestones: Milestones;
}

/** An act of one person. */
type Act = (stage: Stage) => Promise<unknown>;

/** After a part somebody reads Detoil's texts and continues from there, so they have to be there by then. */
type Part = readonly Act[];

/** A team's work: its result on GitHub must not depend on how webhooks arrive, nor on what fails meanwhile. */
export interface Play {
  readonly world: WorldOptions;
  readonly parts: readonly Part[];
  /** Detoil's requests to GitHub in it; each may fail, before or after its effect. */
  readonly asks: readonly FaultPlan["match"][];
  /** GraphQL answers that may come without some fields, or that GitHub may find too large. */
  readonly partial: readonly FaultPlan[];
  /** Writes that GitHub may refuse for the moment, and reads that may not find what is there. */
  readonly refusals: readonly FaultPlan[];
}

/** The stage of a play without a story. */
export function stageOn(github: SimulatedGitHub): Stage {
  const team = new Team(github, SHOP);
  return { github, team, milestones: new Milestones(team) };
}

import type { FaultPlan, SimulatedGitHub } from "./github.ts";
import { Milestones } from "./milestones.ts";
import { Team } from "./team.ts";
import { SHOP, type WorldOptions } from "./world.ts";

/** Whoever does something in a play, and what with. */
export interface Stage {
  readonly github: SimulatedGitHub;
  readonly team: Team;
  readonly milestones: Milestones;
}

/** Something one person does. */
type Act = (stage: Stage) => Promise<unknown>;

/** After a part somebody looks at what Detoil wrote and goes on from there, so it has to be there by then. */
type Part = readonly Act[];

/** A team's work: what it leaves on GitHub must not depend on how webhooks arrive, nor on what fails meanwhile. */
export interface Play {
  readonly world: WorldOptions;
  readonly parts: readonly Part[];
  /** What Detoil asks of GitHub in it; each may fail, before it happens or after. */
  readonly asks: readonly FaultPlan["match"][];
  /** GraphQL answers that may come without some fields, or that GitHub may find too large. */
  readonly partial: readonly FaultPlan[];
  /** Writes that GitHub may refuse for the moment, and reads that may not find what is there. */
  readonly refusals: readonly FaultPlan[];
}

/** The stage of a play that is told without a story. */
export function stageOn(github: SimulatedGitHub): Stage {
  const team = new Team(github, SHOP);
  return { github, team, milestones: new Milestones(team) };
}

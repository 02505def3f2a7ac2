import fc from "fast-check";
import { Life } from "./life.ts";
import { judge } from "./oracle.ts";
import { setup, steps } from "./steps.ts";

/** Plays this many teams' lives and checks the final state. */
export async function playLives(runs: number): Promise<void> {
  const property = fc.asyncProperty(setup, steps, async (chosen, happens) => {
    const life = new Life(chosen);
    for (const step of happens) await life.play(step);
    await life.settle();
    judge(life.world, life.expected);
  });
  await fc.assert(property, { numRuns: runs });
}

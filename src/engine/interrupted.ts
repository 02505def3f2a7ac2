import type { GitHub } from "../github/client.ts";
import type { Claim } from "../store/work-items.ts";
import type { Interrupted } from "./reconcile.ts";

interface Rest {
  readonly github: GitHub;
  readonly resume: Interrupted["resume"];
}

/** What the plan was made from holds for so long; later everything is read again. */
const MOST_MS = 60_000;
/** Plans that wait at the same time in this process; one more is read again when its turn comes. */
const MOST_KEPT = 200;

/**
 * The rest of plans that are throttled for a moment: 150 paced writes are one reading of GitHub, not 150. Only in this
 * process, only until somebody asks for the target again; a process that dies loses nothing but the shortcut.
 */
export function createInterrupted() {
  const kept = new Map<string, Rest & { readonly generation: number; readonly until: number }>();
  return {
    keep(claim: Claim, rest: Rest): void {
      for (const [other, { until }] of kept) if (until <= performance.now()) kept.delete(other);
      if (kept.size < MOST_KEPT)
        kept.set(keyOf(claim), { ...rest, generation: claim.generation, until: performance.now() + MOST_MS });
    },
    /** null: there is none that still holds. */
    take(claim: Claim): Rest | null {
      const key = keyOf(claim);
      const rest = kept.get(key);
      kept.delete(key);
      return rest !== undefined && rest.generation === claim.generation && performance.now() < rest.until ? rest : null;
    },
  };
}

function keyOf({ installationId, repositoryId, automation, target }: Claim): string {
  return JSON.stringify([installationId, repositoryId, automation, target]);
}

/** Installations that were served, the one that was served longest ago first. */
export interface Turns {
  /** Those that were served longest ago, or never, first. */
  inOrder(installationIds: readonly number[]): number[];
  served(installationId: number): void;
}

/** Beyond this the longest forgotten ones are as good as new. */
const MOST_REMEMBERED = 10_000;

/**
 * Installations take turns, so that the ten thousand items of one do not make the only one of another wait. The memory of
 * turns is this process's own: each process takes turns, and so all of them together do.
 */
export function createTurns(): Turns {
  const turns = new Map<number, number>();
  let count = 0;
  return {
    inOrder: (ids) => [...ids].sort((one, other) => (turns.get(one) ?? 0) - (turns.get(other) ?? 0)),
    served(installationId) {
      count += 1;
      // Deleted first, so that the map is in the order of the turns.
      turns.delete(installationId);
      turns.set(installationId, count);
      const [oldest] = turns.keys();
      if (turns.size > MOST_REMEMBERED && oldest !== undefined) turns.delete(oldest);
    },
  };
}

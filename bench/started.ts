/** What a benchmark started and has not stopped: servers, databases, the simulated GitHub. */
const ends = new Set<() => Promise<unknown>>();

/** Registers how to stop it, for a benchmark that fails before the end. */
export function started<Thing extends object>(thing: Thing, end: () => Promise<unknown>): Thing {
  ends.add(end);
  return thing;
}

/** Stops whatever is still running, the latest first. Failures are ignored. */
export async function endAll(): Promise<void> {
  for (const end of [...ends].reverse()) {
    ends.delete(end);
    await end().catch(() => {});
  }
}

/** What a benchmark started and has not ended: servers, databases, the simulated GitHub. */
const ends = new Set<() => Promise<unknown>>();

/** Remembers how `thing` is ended, for a benchmark that fails on its way. */
export function started<Thing extends object>(thing: Thing, end: () => Promise<unknown>): Thing {
  ends.add(end);
  return thing;
}

/** Ends what is left, the latest first. Whatever fails to end is passed over. */
export async function endAll(): Promise<void> {
  for (const end of [...ends].reverse()) {
    ends.delete(end);
    await end().catch(() => {});
  }
}

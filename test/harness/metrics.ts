import type { Counts } from "./server.ts";

/** Nothing runs, and what is pending waits for GitHub's clock. One that is due but not claimed yet is no rest. */
export function areAtRest({ pending, running, throttled }: Counts): boolean {
  return running === 0 && pending === throttled;
}

/** The queue as `/metrics` tells it; throws while nobody answers. */
export async function readCounts(url: string): Promise<Counts> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const of = (state: string): number => {
    const found = new RegExp(`^detoil_looks\\{state="${state}"\\} (\\d+)$`, "m").exec(text)?.[1];
    if (found === undefined) throw new Error(`/metrics does not tell how many looks are ${state}:\n${text}`);
    return Number(found);
  };
  return { pending: of("pending"), running: of("running"), throttled: of("throttled"), parked: of("parked") };
}

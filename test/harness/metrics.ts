import type { Counts } from "./server.ts";

/** The queue as `/metrics` tells it; throws while nobody answers. */
export async function readCounts(url: string): Promise<Counts> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const of = (state: string): number => {
    const found = new RegExp(`^detoil_looks\\{state="${state}"\\} (\\d+)$`, "m").exec(text)?.[1];
    if (found === undefined) throw new Error(`/metrics does not tell how many looks are ${state}:\n${text}`);
    return Number(found);
  };
  return { pending: of("pending"), running: of("running"), parked: of("parked") };
}

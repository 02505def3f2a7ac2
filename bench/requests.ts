import type { Simulator } from "../simulator/index.ts";

interface Logged {
  readonly path: string;
  readonly points: number;
  readonly write: boolean;
}

export interface Counted {
  readonly requests: number;
  readonly writes: number;
  readonly points: number;
}

/** API requests as the simulated GitHub saw them, writes included, installation tokens (`/app/…`) not. */
export function countOf(log: readonly Logged[]): Counted {
  const api = log.filter((entry) => !/(^|\/)app(\/|$)/.test(entry.path.replace(/^\/api\/v3/, "")));
  return {
    requests: api.length,
    writes: api.filter((entry) => entry.write).length,
    points: api.reduce((sum, entry) => sum + entry.points, 0),
  };
}

/** Requests for installation tokens, which take time and count as nobody's: one an hour for each repository and automation. */
export function tokensIn(log: readonly Logged[]): number {
  return log.filter(({ path }) => path.endsWith("/access_tokens")).length;
}

export async function countedSince(simulator: Simulator): Promise<Counted> {
  return countOf(await loggedSince(simulator));
}

/** Requests since the last call; the log is emptied. */
export async function loggedSince(simulator: Simulator): Promise<readonly Logged[]> {
  const url = new URL("/_sim/requests", simulator.apiUrl);
  const log = (await (await simulator.fetch(new Request(url))).json()) as Logged[];
  await simulator.fetch(new Request(url, { method: "DELETE" }));
  return log;
}

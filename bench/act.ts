import type { Simulator } from "../simulator/index.ts";

/** A person acts in the simulated GitHub. */
export async function act(simulator: Simulator, what: Readonly<Record<string, unknown>>): Promise<void> {
  const url = new URL("/_sim/do", simulator.apiUrl);
  const response = await simulator.fetch(new Request(url, { method: "POST", body: JSON.stringify(what) }));
  if (!response.ok) throw new Error(await response.text());
}

import { Octokit } from "@octokit/rest";
import type { Simulator } from "../../../simulator/index.ts";

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** A plain Octokit on the simulated GitHub, as a person (`sim_LOGIN`), with any token, or nobody. */
export function octokitWith(simulator: Simulator, auth?: string): Octokit {
  const request = { fetch: simulator.fetch };
  return new Octokit({ baseUrl: simulator.apiUrl, request, log: quiet, ...(auth === undefined ? {} : { auth }) });
}

/** A call of the control API: status and JSON. */
export async function control(
  simulator: Simulator,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; json: unknown }> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await simulator.fetch(`${simulator.baseUrl}/_sim/${path}`, init);
  const text = await response.text();
  return { status: response.status, json: text === "" ? null : JSON.parse(text) };
}

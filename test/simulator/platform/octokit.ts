import { createSign } from "node:crypto";
import { Octokit } from "@octokit/rest";
import type { Simulator } from "../../../src/simulator/index.ts";

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** A plain Octokit on the simulated GitHub, as a person (`sim_LOGIN`), with any token, or nobody. */
export function octokitWith(simulator: Simulator, auth?: string): Octokit {
  const request = { fetch: simulator.fetch };
  return new Octokit({ baseUrl: simulator.apiUrl, request, log: quiet, ...(auth === undefined ? {} : { auth }) });
}

/** The same as the App itself, with a JWT of its own. */
export function octokitAsApp(simulator: Simulator, given: { appId?: number; privateKey?: string } = {}): Octokit {
  const now = Math.floor(Date.parse(simulator.state.now) / 1000);
  const claims = { iat: now - 60, exp: now + 540, iss: given.appId ?? simulator.app.id };
  const unsigned = [{ alg: "RS256", typ: "JWT" }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  const signature = createSign("RSA-SHA256").update(unsigned);
  const key = given.privateKey ?? simulator.app.privateKey;
  return octokitWith(simulator, `${unsigned}.${signature.sign(key, "base64url")}`);
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

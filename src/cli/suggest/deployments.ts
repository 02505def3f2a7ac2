import { type SuggestFacts, windowStart } from "./facts.ts";
import type { FoundLane } from "./lanes.ts";

/** What counts as a deployment, as sre.yml has it, and when there were some. */
export interface FoundDeployments {
  readonly setting:
    | { readonly environment: readonly string[] }
    | { readonly release: true }
    | { readonly merge: string };
  readonly times: readonly Date[];
}

const PRODUCTION = /prod|live/i;
/** Two releases may be an accident. */
const FEW = 3;

/** Deployments that GitHub knows of, else published releases, else what is merged into the last branch; null: there is nothing. */
export function deploymentsIn(facts: SuggestFacts, lanes: readonly FoundLane[]): FoundDeployments | null {
  const from = windowStart(facts.now);
  const within = (time: Date) => time >= from && time <= facts.now;
  const deployed = facts.deployments.filter(({ environment, at }) => PRODUCTION.test(environment) && within(at));
  if (deployed.length > 0) {
    const environment = [...new Set(deployed.map((one) => one.environment))].sort();
    return { setting: { environment }, times: deployed.map(({ at }) => at) };
  }
  const published = facts.releases.filter(within);
  if (published.length >= FEW) return { setting: { release: true }, times: published };
  const merge = lanes.at(-1)?.to ?? facts.defaultBranch;
  const times = facts.merged.filter(({ base }) => base === merge).map(({ mergedAt }) => mergedAt);
  return times.length === 0 ? null : { setting: { merge }, times };
}

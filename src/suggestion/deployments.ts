import type { History } from "./facts.ts";
import { isQuotable } from "./is-quotable.ts";
import type { FoundLane } from "./lanes.ts";

/** What counts as a deployment, as sre.yml has it, and when there were some. */
export interface FoundDeployments {
  readonly setting:
    | { readonly environment: readonly string[] }
    | { readonly release: true }
    | { readonly merge: string };
  readonly times: readonly Date[];
  /** All of them since then are among these. */
  readonly since: Date;
}

const PRODUCTION = /prod|live/i;
/** Reviews of pull requests have an environment each in some teams: those are not what a team ships to. */
const MOST = 10;
/** Two releases may be an accident. */
const FEW = 3;

/** Deployments that GitHub knows of, else published releases, else what is merged into the last branch; null: there is nothing. */
export function deploymentsIn(history: History, lanes: readonly FoundLane[]): FoundDeployments | null {
  const { since, now } = history;
  const within = (time: Date, from: Date) => time >= from && time <= now;
  const deployed = history.deployments.filter(
    ({ environment, at }) => PRODUCTION.test(environment) && within(at, since.deployments),
  );
  if (deployed.length > 0) {
    const environment = [...new Set(deployed.map((one) => one.environment))].sort().slice(0, MOST);
    const counting = deployed.filter((one) => environment.includes(one.environment));
    return { setting: { environment }, times: counting.map(({ at }) => at), since: since.deployments };
  }
  const published = history.releases.filter((time) => within(time, since.releases));
  if (published.length >= FEW) return { setting: { release: true }, times: published, since: since.releases };
  const merge = lanes.at(-1)?.to ?? history.defaultBranch;
  if (merge === null || !isQuotable(merge)) return null;
  const times = history.merged
    .filter(({ base, mergedAt }) => base === merge && within(mergedAt, since.merged))
    .map(({ mergedAt }) => mergedAt);
  return times.length === 0 ? null : { setting: { merge }, times, since: since.merged };
}

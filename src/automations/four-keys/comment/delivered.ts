import { hashOf } from "../../../github/hash.ts";
import type { Deployment } from "../../../metrics/attribution/series.ts";
import type { ShownShipping } from "../../../metrics/attribution/shipping.ts";
import type { Instant } from "../../../records/record.ts";

/** A pull request that was deployed. */
export interface Delivered {
  readonly pull: number;
  /** One for each service that it names and that was deployed, in the order of their deployments. */
  readonly shippings: readonly (ShownShipping & { readonly deployment: Deployment })[];
  /** Which deployments brought it: the same for the same ones. */
  readonly key: string;
  readonly latestAt: Instant;
}

/** By pull request; what was deployed to several environments belongs to the first of them (contract §7). */
export function deliveredAmong(shippings: readonly ShownShipping[]): Delivered[] {
  const deployed = shippings
    .flatMap((each) => (each.deployment === null ? [] : [{ ...each, deployment: each.deployment }]))
    .sort(
      (a, b) => a.deployment.finishedAt - b.deployment.finishedAt || ((a.service ?? "") < (b.service ?? "") ? -1 : 1),
    );
  return [...Map.groupBy(deployed, ({ change }) => change.pull)].flatMap(([pull, own]) => {
    if (pull === null) return [];
    const brought = own.map(({ service, deployment }) => [service, deployment.record.id, deployment.finishedAt]);
    const latestAt = own.at(-1)?.deployment.finishedAt ?? 0;
    return [{ pull, shippings: own, key: hashOf(JSON.stringify(brought)).slice(0, 16), latestAt }];
  });
}

import type { ChangeRecord } from "../../records/record.ts";
import type { Deployment } from "./series.ts";

/** How it is known that a deployment brought a change (contract §7), in the order of preference. */
export type Attribution = "listed" | "first" | "commits" | "merge-time";

/** What numbers and their lists say of a change. */
export type ShownChange = Pick<
  ChangeRecord,
  "repo" | "pull" | "sha" | "firstCommitAt" | "openedAt" | "readyAt" | "firstReviewAt" | "approvedAt" | "mergedAt"
>;

/** A change, once for each service that it names, and the deployment that brought it. */
export interface ShownShipping {
  readonly change: ShownChange;
  /** null: it names none. */
  readonly service: string | null;
  deployment: Deployment | null;
  attribution: Attribution | null;
  /** Not shipped so far, and the next deployment of a series will bring it. */
  waits: boolean;
}

export interface Shipping extends ShownShipping {
  readonly change: ChangeRecord;
}

/** One for each service of each change, less those of ignored authors, whom nothing of the metrics knows. */
export function shippingsOf(changes: readonly ChangeRecord[], ignoredAuthors: readonly string[]): Shipping[] {
  // GitHub's logins are the same in either case.
  const ignored = new Set(ignoredAuthors.map((login) => login.toLowerCase()));
  const counted = changes.filter(({ author }) => author === null || !ignored.has(author.toLowerCase()));
  return counted.flatMap((change) => {
    const services = change.services.length === 0 ? [null] : [...new Set(change.services)];
    return services.map((service) => ({ change, service, deployment: null, attribution: null, waits: false }));
  });
}

/** A change that names a service ships with that service, or with everything. */
export function canShip({ service }: Pick<Shipping, "service">, by: string | null): boolean {
  return service === null || by === null || service === by;
}

/** Of several deployments that claim it, the one that finished first has it. */
export function claim(shipping: Shipping, deployment: Deployment, attribution: Attribution): void {
  if (!canShip(shipping, deployment.record.service)) return;
  if (shipping.deployment !== null && shipping.deployment.rank <= deployment.rank) return;
  shipping.deployment = deployment;
  shipping.attribution = attribution;
  shipping.waits = false;
}

import { type Deployment, seriesIn } from "./attribution/series.ts";
import { canShip, type ShownShipping } from "./attribution/shipping.ts";
import { type History, inOrder } from "./history.ts";
import type { Incident } from "./incidents/incident.ts";
import { unlinkedIn, unshippedIn } from "./report.ts";
import type { Window } from "./settings.ts";

/**
 * Why no deployment has brought a merged change. waits: the next one will. no-deployment: none is known that could.
 * before-first: merged before the first known one, which brings only its own commit. unlisted: the next one lists its
 * changes, and not this one. unmatched: its merge commit is not among the commits of those that came after it.
 */
export type WhyUnshipped = "waits" | "no-deployment" | "before-first" | "unlisted" | "unmatched";

/** Why an incident belongs to no deployment: the one that it names is not known, or none finished before it. */
export type WhyUnlinked = "unknown-name" | "none-before";

/** What the numbers leave out, and why. */
export interface Unattributed {
  readonly changes: readonly { readonly shipping: ShownShipping; readonly why: WhyUnshipped }[];
  readonly incidents: readonly { readonly incident: Incident; readonly why: WhyUnlinked }[];
}

/** In the order of time. */
export function unattributedIn(history: History, window: Window): Unattributed {
  const { deployments } = history;
  const firsts = new Set(seriesIn(deployments).flatMap((series) => series.deployments.slice(0, 1)));
  const byRepo = Map.groupBy(deployments, ({ record }) => record.repo);
  return {
    changes: unshippedIn(history, window)
      .map((shipping) => ({ shipping, why: whyUnshipped(shipping, byRepo.get(shipping.change.repo) ?? [], firsts) }))
      .sort(({ shipping: a }, { shipping: b }) => byMerge(a, b)),
    incidents: unlinkedIn(history, window)
      .map((incident): Unattributed["incidents"][number] => ({
        incident,
        why: incident.named ? "unknown-name" : "none-before",
      }))
      .sort(({ incident: a }, { incident: b }) => inOrder(a, b)),
  };
}

function whyUnshipped(
  shipping: ShownShipping,
  deployments: readonly Deployment[],
  firsts: ReadonlySet<Deployment>,
): WhyUnshipped {
  if (shipping.waits) return "waits";
  const able = deployments.filter(({ record }) => canShip(shipping, record.service));
  if (able.length === 0) return "no-deployment";
  const next = able.find(({ finishedAt }) => finishedAt >= (shipping.change.mergedAt ?? finishedAt));
  if (next === undefined) return "unmatched";
  if (next.record.changes !== null) return "unlisted";
  return firsts.has(next) ? "before-first" : "unmatched";
}

/** At the same moment by number and service, so that the order of records never decides. */
function byMerge({ change: a, service: mine }: ShownShipping, { change: b, service: theirs }: ShownShipping): number {
  return (
    (a.mergedAt ?? 0) - (b.mergedAt ?? 0) || (a.pull ?? 0) - (b.pull ?? 0) || ((mine ?? "") < (theirs ?? "") ? -1 : 1)
  );
}

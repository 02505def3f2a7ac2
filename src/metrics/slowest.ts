import type { Deployment } from "./attribution/series.ts";
import type { ShownShipping } from "./attribution/shipping.ts";
import type { History } from "./history.ts";
import { shippedIn } from "./report.ts";
import type { FourKeysSettings, Window } from "./settings.ts";
import { leadTimeOf, STAGES, type Stage, stageOf } from "./stages.ts";

/** A change of which the lead time is known, and where most of it went. */
export interface SlowChange {
  readonly shipping: ShownShipping;
  readonly deployment: Deployment;
  /** Milliseconds. */
  readonly leadTime: number;
  /** null: no stage of it is known. */
  readonly costliest: { readonly stage: Stage; readonly time: number } | null;
}

/** The changes shipped in the window that took longest, the longest first; of the same length the one deployed later. */
export function slowestIn(
  history: History,
  window: Window,
  { leadTime: start }: FourKeysSettings,
  count: number,
): SlowChange[] {
  const slowest: Omit<SlowChange, "costliest">[] = [];
  for (const shipping of shippedIn(history, window)) {
    const [leadTime, { deployment }] = [leadTimeOf(shipping, start), shipping];
    if (leadTime === null || deployment === null) continue;
    const change = { shipping, deployment, leadTime };
    const last = slowest.at(-1);
    if (slowest.length === count && last !== undefined && order(change, last) > 0) continue;
    slowest.push(change);
    slowest.sort(order).splice(count);
  }
  return slowest.map((change) => ({ ...change, costliest: costliestOf((stage) => stageOf(change.shipping, stage)) }));
}

function order(a: Omit<SlowChange, "costliest">, b: Omit<SlowChange, "costliest">): number {
  return b.leadTime - a.leadTime || b.deployment.rank - a.deployment.rank || byName(a.shipping, b.shipping);
}

/** The stage that takes longest, in the unit of `timeOf`; of several the first. null: none is known. */
export function costliestOf(timeOf: (stage: Stage) => number | null): SlowChange["costliest"] {
  let costliest: SlowChange["costliest"] = null;
  for (const stage of STAGES) {
    const time = timeOf(stage);
    if (time !== null && time > (costliest?.time ?? -1)) costliest = { stage, time };
  }
  return costliest;
}

/** So that the order of records never decides. */
function byName({ change: a, service: mine }: ShownShipping, { change: b, service: theirs }: ShownShipping): number {
  return (a.pull ?? 0) - (b.pull ?? 0) || compare(a.sha ?? "", b.sha ?? "") || compare(mine ?? "", theirs ?? "");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

import type { Records } from "../records/record.ts";
import { attribute, type Return } from "./attribution/attribute.ts";
import { historyOf, type RepositoryHistory } from "./attribution/repository.ts";
import { type Deployment, seriesIn, successfulIn } from "./attribution/series.ts";
import { type ShownShipping, shippingsOf } from "./attribution/shipping.ts";
import { allIncidents } from "./incidents/all-incidents.ts";
import { hotfixIncidents, isRollback, revertIncidents, rollbackIncidents } from "./incidents/derived.ts";
import type { Incident } from "./incidents/incident.ts";
import { linkedIncidents } from "./incidents/linked.ts";
import { brokenBy, indexOf } from "./incidents/repairs.ts";
import { hasLabel } from "./labels.ts";
import type { FourKeysSettings } from "./settings.ts";

/** All records put together, whatever the window: which deployment brought which change, and what failed. */
export interface History {
  /** In the order in which they finished. */
  readonly deployments: readonly Deployment[];
  readonly shippings: readonly ShownShipping[];
  readonly incidents: readonly Incident[];
  /** The incidents of each deployment that has one. */
  readonly failures: ReadonlyMap<Deployment, readonly Incident[]>;
  /** Deployments that ship a hotfix-labelled change, or a revert of a deployed one: DORA's rework (facts/four-keys.md §1). */
  readonly rework: ReadonlySet<Deployment>;
}

/** Linear in the records, for a bounded number of environments and services. */
export function joinRecords(records: Records, settings: FourKeysSettings): History {
  const deployments = successfulIn(records.deployments, settings.environments);
  const shippings = shippingsOf(records.changes, settings.ignoreAuthors);
  const commits = Map.groupBy(records.commits, ({ repo }) => repo);
  const shippingsByRepo = Map.groupBy(shippings, ({ change }) => change.repo);
  const returns: Return[] = [];
  const histories = new Map<string, RepositoryHistory>();
  for (const [repo, series] of Map.groupBy(seriesIn(deployments), ({ repo }) => repo)) {
    const history = historyOf(commits.get(repo) ?? [], shippingsByRepo.get(repo) ?? []);
    histories.set(repo, history);
    for (const each of attribute(history, series)) returns.push(each);
  }

  const index = indexOf(shippings);
  const incidents = allIncidents(linkedIncidents(records.incidents, deployments), {
    reverts: revertIncidents(index, settings),
    rollbacks: settings.rollbacks ? rollbackIncidents(returns.filter(isRollbackIn(histories))) : [],
    hotfixes: hotfixIncidents(index, settings),
  });
  const rework = new Set<Deployment>();
  for (const shipping of shippings) {
    const { change, deployment } = shipping;
    if (deployment === null) continue;
    if (hasLabel(change, settings.hotfixLabels) || brokenBy(index, { shipping, deployment }, "revert") !== null)
      rework.add(deployment);
  }
  return { deployments, shippings, incidents, failures: failuresOf(incidents), rework };
}

function isRollbackIn(histories: ReadonlyMap<string, RepositoryHistory>) {
  return (each: Return) => isRollback(each, histories.get(each.deployment.record.repo)?.graph);
}

/** The incidents of each deployment that has one. */
export function failuresOf(incidents: readonly Incident[]): Map<Deployment, Incident[]> {
  const failures = new Map<Deployment, Incident[]>();
  for (const incident of incidents) {
    if (incident.deployment === null) continue;
    const same = failures.get(incident.deployment);
    if (same === undefined) failures.set(incident.deployment, [incident]);
    else same.push(incident);
  }
  for (const same of failures.values()) same.sort(inOrder);
  return failures;
}

/** The first to open first, so that the order of records never decides. */
export function inOrder(a: Incident, b: Incident): number {
  return (a.openedAt ?? 0) - (b.openedAt ?? 0) || (String(a.id) < String(b.id) ? -1 : 1);
}

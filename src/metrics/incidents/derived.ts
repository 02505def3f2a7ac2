import type { Return } from "../attribution/attribute.ts";
import type { CommitGraph } from "../attribution/commit-graph.ts";
import { hasLabel } from "../labels.ts";
import type { FourKeysSettings } from "../settings.ts";
import type { Incident } from "./incident.ts";
import { brokenBy, type ChangeIndex, type Repair, type Shipped } from "./repairs.ts";

/** A merged revert of a deployed change: from its creation to the deployment that ships it (contract §7). */
export function revertIncidents(index: ChangeIndex, settings: FourKeysSettings): Incident[] {
  if (!settings.reverts) return [];
  return index.all.flatMap((shipped) => repairIncident(index, shipped, "revert", settings) ?? []);
}

/** A hotfix-labelled change that names what it repairs: as a revert of it (contract §7). */
export function hotfixIncidents(index: ChangeIndex, settings: FourKeysSettings): Incident[] {
  const hotfixes = index.all.filter(({ shipping }) => hasLabel(shipping.change, settings.hotfixLabels));
  return hotfixes.flatMap((shipped) => repairIncident(index, shipped, "hotfix", settings) ?? []);
}

function repairIncident(index: ChangeIndex, shipped: Shipped, by: Repair, settings: FourKeysSettings): Incident | null {
  const { change } = shipped.shipping;
  if (change.mergedAt === null || hasLabel(change, settings.excludeLabels)) return null;
  const cause = brokenBy(index, shipped, by);
  if (cause === null) return null;
  return {
    repo: change.repo,
    id: `${by}/${change.pull ?? change.sha}`,
    openedAt: change.openedAt,
    resolvedAt: shipped.deployment?.finishedAt ?? null,
    deployment: cause,
    named: true,
  };
}

/** A deployment of a proper ancestor of what its series ran before (contract §7). Needs the commit graph. */
export function isRollback({ deployment, replaced }: Return, graph: CommitGraph | undefined): boolean {
  const [older, newer] = [deployment, replaced].map(({ record }) => graph?.numberOf(record.sha) ?? null);
  return graph !== undefined && older != null && newer != null && graph.isProperAncestor(older, newer);
}

/** The replaced deployment failed, from its finish to that of the roll-back (contract §7). */
export function rollbackIncidents(rollbacks: readonly Return[]): Incident[] {
  return rollbacks.map(({ deployment, replaced }) => ({
    repo: deployment.record.repo,
    id: `rollback/${deployment.record.id}`,
    openedAt: replaced.finishedAt,
    resolvedAt: deployment.finishedAt,
    deployment: replaced,
    named: true,
  }));
}

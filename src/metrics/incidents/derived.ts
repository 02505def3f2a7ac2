import type { Return } from "../attribution/attribute.ts";
import type { CommitGraph } from "../attribution/commit-graph.ts";
import type { Deployment } from "../attribution/series.ts";
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

/**
 * A deployment of a proper ancestor of what its series ran before: the replaced deployment failed, from its finish to that of
 * the roll-back (contract §7). Needs the commit graph.
 */
export function rollbackIncidents(
  returns: readonly Return[],
  graphOf: (deployment: Deployment) => CommitGraph | undefined,
  settings: FourKeysSettings,
): Incident[] {
  if (!settings.rollbacks) return [];
  return returns.flatMap(({ deployment, replaced }) => {
    const graph = graphOf(deployment);
    const [older, newer] = [deployment, replaced].map(({ record }) => graph?.numberOf(record.sha) ?? null);
    if (graph === undefined || older == null || newer == null || !graph.isProperAncestor(older, newer)) return [];
    const { repo, id } = deployment.record;
    return [
      {
        repo,
        id: `rollback/${id}`,
        openedAt: replaced.finishedAt,
        resolvedAt: deployment.finishedAt,
        deployment: replaced,
        named: true,
      },
    ];
  });
}

import type { DeploymentRecord, IncidentRecord } from "./record.ts";

/** Git abbreviates an id to this at least. */
const SHORTEST = 7;
const SHA = /^[0-9a-f]{7,40}$/i;

/**
 * Incidents that name a commit, by its id or the beginning of it, name its deployment then: of several the latest that
 * finished before the incident opened, else the first. A name that is the id of a deployment stays one.
 */
export function namedByCommit<Incident extends IncidentRecord>(
  incidents: readonly Incident[],
  deployments: readonly DeploymentRecord[],
): readonly Incident[] {
  if (incidents.every(({ deployment }) => deployment === null)) return incidents;
  const ids = new Set(deployments.map(({ id }) => String(id)));
  const byStart = Map.groupBy(deployments, ({ sha }) => (sha ?? "").slice(0, SHORTEST));
  return incidents.map((incident) => {
    const name = String(incident.deployment ?? "").toLowerCase();
    if (!SHA.test(name) || ids.has(String(incident.deployment))) return incident;
    const found = (byStart.get(name.slice(0, SHORTEST)) ?? []).filter(({ sha }) => sha?.startsWith(name));
    const deployment = latestBefore(found, incident.openedAt);
    return deployment === null ? incident : { ...incident, deployment: deployment.id };
  });
}

function latestBefore(deployments: readonly DeploymentRecord[], time: number): DeploymentRecord | null {
  const byTime = deployments
    .filter(({ status }) => status === "success")
    .sort((a, b) => (a.finishedAt ?? 0) - (b.finishedAt ?? 0));
  return byTime.findLast(({ finishedAt }) => (finishedAt ?? time) < time) ?? byTime[0] ?? null;
}

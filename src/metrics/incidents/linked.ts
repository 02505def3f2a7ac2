import type { IncidentRecord, Instant, RecordId } from "../../records/record.ts";
import type { Deployment } from "../attribution/series.ts";
import type { Incident } from "./incident.ts";

/**
 * Recorded incidents: each belongs to the deployment that it names (an unknown name links to none), else to the latest one in
 * its own repository that finished strictly before it opened, else to none (contract §7).
 */
export function linkedIncidents(records: readonly IncidentRecord[], deployments: readonly Deployment[]): Incident[] {
  const byName = new Map(deployments.map((each) => [nameOf(each.record.repo, each.record.id), each]));
  const byRepo = Map.groupBy(deployments, ({ record }) => record.repo);
  return records.map(({ repo, id, openedAt, resolvedAt, deployment }) => ({
    repo,
    id,
    openedAt,
    resolvedAt,
    named: deployment !== null,
    deployment:
      deployment === null
        ? latestBefore(byRepo.get(repo) ?? [], openedAt)
        : (byName.get(nameOf(repo, deployment)) ?? null),
  }));
}

function nameOf(repo: string, id: RecordId): string {
  return `${repo}\n${id}`;
}

function latestBefore(deployments: readonly Deployment[], time: Instant): Deployment | null {
  let [low, high] = [0, deployments.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((deployments[middle]?.finishedAt ?? time) < time) low = middle + 1;
    else high = middle;
  }
  return deployments[low - 1] ?? null;
}

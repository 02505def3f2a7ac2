import type { Deployment } from "../attribution/series.ts";
import type { Incident } from "./incident.ts";

/** The incidents that changes and deployments tell of, by how they tell. */
export interface DerivedIncidents {
  readonly reverts: readonly Incident[];
  readonly rollbacks: readonly Incident[];
  readonly hotfixes: readonly Incident[];
}

/**
 * Recorded incidents and derived ones together. One that was recorded under the name of a derived one replaces it. A
 * roll-back or a hotfix makes none where another incident names its deployment already (contract §7): a latest deployment
 * found by time is not a name.
 */
export function allIncidents(
  linked: readonly Incident[],
  { reverts, rollbacks, hotfixes }: DerivedIncidents,
): Incident[] {
  const names = new Set(linked.map(nameOf));
  const named = new Set<Deployment>();
  for (const { deployment, named: isNamed } of linked) if (isNamed && deployment !== null) named.add(deployment);

  const incidents = [...linked];
  const add = (incident: Incident, where: "always" | "unnamed") => {
    const { deployment } = incident;
    if (names.has(nameOf(incident)) || deployment === null) return;
    if (where === "unnamed" && named.has(deployment)) return;
    named.add(deployment);
    incidents.push(incident);
  };
  for (const incident of reverts) add(incident, "always");
  for (const incident of inOrder(rollbacks)) add(incident, "unnamed");
  for (const incident of inOrder(hotfixes)) add(incident, "unnamed");
  return incidents;
}

function nameOf({ repo, id }: { readonly repo: string; readonly id: string | number }): string {
  return `${repo}\n${id}`;
}

/** The first to open speaks for a deployment that several repair; the order of records never does. */
function inOrder(incidents: readonly Incident[]): readonly Incident[] {
  const opened = ({ openedAt }: Incident) => openedAt ?? Number.MAX_SAFE_INTEGER;
  return incidents.toSorted((a, b) => opened(a) - opened(b) || (nameOf(a) < nameOf(b) ? -1 : 1));
}

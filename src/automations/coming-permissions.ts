/** A permission that no automation uses yet. */
export interface ComingPermission {
  readonly resource: string;
  /** Reading only: what writes is for each operator to decide (the setup page). */
  readonly access: "read";
  /** Which automation of a later version will read what with it. */
  readonly reason: string;
}

/**
 * What app.yml asks for ahead of time: every permission that is added later has to be accepted by every owner of an
 * installation, one release after the other. An automation that declares one takes it from here.
 */
export const comingPermissions: readonly ComingPermission[] = [
  {
    resource: "vulnerability_alerts",
    access: "read",
    reason: "renovate-cadence: security updates, which wait for no cadence",
  },
];

/** Whether nothing stops where it is missing. */
export function isComing(resource: string): boolean {
  return comingPermissions.some((coming) => coming.resource === resource);
}

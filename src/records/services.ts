import type { SectionOf } from "../config/section-of.ts";
import type { ChangeRecord, DeploymentRecord } from "./record.ts";

type Services = SectionOf<"four-keys">["services"];

/** The changes with those services alone that sre.yml has now: what was recorded may name others. */
export function withServices<Change extends ChangeRecord>(changes: readonly Change[], services: Services): Change[] {
  const known = new Set(services.map(({ name }) => name));
  return changes.map((change) =>
    change.services.every((name) => known.has(name))
      ? change
      : { ...change, services: change.services.filter((name) => known.has(name)) },
  );
}

/** A deployment to an environment that one service alone has ships that service, unless it says which one. */
export function ofService<Deployment extends DeploymentRecord>(deployment: Deployment, services: Services): Deployment {
  if (deployment.service !== null) return deployment;
  const owners = new Set(
    services.filter(({ environment }) => environment?.includes(deployment.environment)).map(({ name }) => name),
  );
  const [owner] = owners;
  return owners.size === 1 && owner !== undefined ? { ...deployment, service: owner } : deployment;
}

import type { SectionOf } from "../../../config/section-of.ts";
import type { DeploymentSource } from "../../../records/recorded.ts";
import { named } from "./links.ts";
import type { FourKeysText } from "./text.ts";

type Section = SectionOf<"four-keys">;

/** What counts as a deployment, and the names that sre.yml gives. */
export function deploymentSource({ deployments, services }: Section, { comma }: FourKeysText) {
  const list = (names: readonly string[]) => [...new Set(names)].map(named).join(comma);
  const of = (source: DeploymentSource, names: readonly string[] = []) => ({ source, names: list(names) });
  const { environment, workflow, tag, merge, release } = deployments;
  if (environment !== undefined)
    return of("environment", [...environment, ...services.flatMap((service) => service.environment ?? [])]);
  if (workflow !== undefined) return of("workflow", [workflow]);
  if (tag !== undefined) return of("tag", [tag]);
  if (merge !== undefined) return of("merge", [merge]);
  return of(release === true ? "release" : "external");
}

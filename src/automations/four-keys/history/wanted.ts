import type { SectionOf } from "../../../config/section-of.ts";

type Section = Pick<SectionOf<"four-keys">, "deployments" | "services">;

/** The environments whose deployments are read: the team's and its services'. */
export function environmentsOf({ deployments, services }: Section): readonly string[] {
  const named = [...(deployments.environment ?? []), ...services.flatMap(({ environment }) => environment ?? [])];
  return [...new Set(named)].sort();
}

/** Which files belong to which service: once they are others, what was merged is read anew. */
export function servicesKey({ services }: Pick<Section, "services">): string {
  return services.length === 0 ? "" : JSON.stringify(services.map(({ name, paths }) => [name, paths]));
}

/** What of deployments history is read for: once it is another, or may be read, they are read anew. */
export function deploymentsKey(section: Section, mayReadRuns = true): string {
  const { environment, workflow, tag, merge } = section.deployments;
  if (environment !== undefined) return `environment ${JSON.stringify(environmentsOf(section))}`;
  if (workflow !== undefined) return `workflow ${workflow}${mayReadRuns ? "" : " that may not be read"}`;
  if (tag !== undefined) return `tag ${tag}`;
  if (merge !== undefined) return `merge ${merge}`;
  return Object.keys(section.deployments).join(" ");
}

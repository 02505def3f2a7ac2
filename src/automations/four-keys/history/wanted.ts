import type { SectionOf } from "../../../config/section-of.ts";

type Section = Pick<SectionOf<"four-keys">, "deployments" | "services">;

/** The environments whose deployments are read: the team's and its services'. */
export function environmentsOf({ deployments, services }: Section): readonly string[] {
  const named = [...(deployments.environment ?? []), ...services.flatMap(({ environment }) => environment ?? [])];
  return [...new Set(named)].sort();
}

/** What of deployments history is read for: once it is another, they are read anew. */
export function deploymentsKey(section: Section): string {
  const { environment, tag, merge } = section.deployments;
  if (environment !== undefined) return `environment ${JSON.stringify(environmentsOf(section))}`;
  if (tag !== undefined) return `tag ${tag}`;
  if (merge !== undefined) return `merge ${merge}`;
  return Object.keys(section.deployments).join(" ");
}

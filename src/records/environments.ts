import type { SectionOf } from "../config/section-of.ts";

type Section = Pick<SectionOf<"four-keys">, "deployments" | "services">;

/** Only GitHub's deployments are chosen by their environment; of the other ways every record counts: null. */
export function environmentsOf({ deployments, services }: Section): readonly string[] | null {
  if (deployments.environment === undefined) return null;
  return [...new Set([...deployments.environment, ...services.flatMap(({ environment }) => environment ?? [])])];
}

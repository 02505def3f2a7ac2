import { globMatches } from "../../../config/glob.ts";
import type { SectionOf } from "../../../config/section-of.ts";

export type Services = SectionOf<"four-keys">["services"];

/** The services that a change to these files touches, in the order of sre.yml. Empty: it touches none, and ships with each. */
export function touchedServices(paths: readonly string[], services: Services): string[] {
  const touched = services.filter((service) =>
    paths.some((path) => service.paths.some((glob) => globMatches(glob, path))),
  );
  return [...new Set(touched.map(({ name }) => name))];
}

import type { SreConfig } from "../config/schema.ts";
import { sectionOf } from "../config/section-of.ts";
import type { Automation, ReconcileContext } from "./automation.ts";

/** What sre.yml has for an automation: its section, or nothing but that it is always on. null: the automation is off. */
export function ownSection(
  { section }: Pick<Automation, "section">,
  config: SreConfig | null,
): Pick<ReconcileContext, "section"> | null {
  if (section === null) return { section: null };
  const own = sectionOf(config, section);
  return own === null ? null : { section: own };
}

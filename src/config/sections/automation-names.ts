import type { SectionName } from "./every.ts";

/** Names of automations, of their pages and of their word in comments that somebody may take for their section's. */
const SECTIONS: ReadonlyMap<string, SectionName> = new Map([
  ["release-pr", "release"],
  ["branch-guard", "branches"],
  ["milestone-tasks", "milestones"],
  ["renovate-cadence", "renovate"],
  ["dependency-cadence", "renovate"],
  ["org-tables", "org"],
  ["help", "help-wanted"],
]);

/** The section that an automation follows, by a name that is not the section's own; null: no such name. */
export function sectionOfAutomation(name: string): SectionName | null {
  return SECTIONS.get(name) ?? null;
}

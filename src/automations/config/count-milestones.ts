import { dueDay } from "../../calendar/due-day.ts";
import { isLongOverdue } from "../../calendar/long-overdue.ts";
import { isoDay } from "../../calendar/zone.ts";
import { globMatches } from "../../config/glob.ts";
import type { SreConfig } from "../../config/schema.ts";
import { sectionOf } from "../../config/section-of.ts";
import type { MilestoneCount } from "../../config/sections/milestones/milestone-count.ts";
import type { GitHub } from "../../github/client.ts";
import { readNodes } from "../../github/read-pages.ts";
import type { ReconcileContext } from "../automation.ts";
import { configMilestones } from "./config-milestones.generated.ts";

/** The number of open milestones that get a proposed file's new tasks; null where it brings none. */
export async function countMilestones(
  github: GitHub,
  context: ReconcileContext,
  proposed: SreConfig | null,
): Promise<MilestoneCount | null> {
  const section = sectionOf(proposed, "milestones");
  const known = new Set((sectionOf(context.loaded.config, "milestones")?.tasks ?? []).map(({ key }) => key));
  if (proposed === null || section === null || section.tasks.every(({ key }) => known.has(key))) return null;
  const { owner, name } = context.repository;
  const today = isoDay(context.now, proposed.timezone);
  const count = { open: 0, longOverdue: 0 };
  const read = async (cursor: string | null) =>
    (await github.graphql(configMilestones, { owner, name, cursor })).repository?.milestones;
  for (const { title, dueOn } of await readNodes(read)) {
    if (!globMatches(section.match, title)) continue;
    if (isLongOverdue(dueDay(dueOn), today)) count.longOverdue += 1;
    else count.open += 1;
  }
  return count;
}

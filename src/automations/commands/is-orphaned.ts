import { globMatches } from "../../config/glob.ts";
import type { GitHub } from "../../github/client.ts";
import type { ReconcileContext } from "../automation.ts";
import { commandsMilestone } from "./commands-milestone.generated.ts";

/** An issue of milestone tasks: the milestone that it is in, and the one that it was made for. */
interface Home {
  readonly milestone: { readonly title: string } | null;
  readonly home: number;
}

/**
 * Whether no look at a milestone comes past this issue. In a milestone that sre.yml matches, that one's does; elsewhere the
 * one that it was made for finds it.
 */
export async function isOrphaned(
  github: GitHub,
  context: ReconcileContext,
  { milestone, home }: Home,
): Promise<boolean> {
  const section = context.config.milestones ?? null;
  const isMatched = (title: string) => section !== null && globMatches(section.match, title);
  if (milestone !== null && isMatched(milestone.title)) return false;
  const { owner, name } = context.repository;
  const { repository } = await github.graphql(commandsMilestone, { owner, name, number: home });
  const made = repository?.milestone ?? null;
  if (made === null || !isMatched(made.title)) return true;
  // Without a parent nobody looks for what was moved out of a closed one.
  return section?.parent !== true && made.state === "CLOSED";
}

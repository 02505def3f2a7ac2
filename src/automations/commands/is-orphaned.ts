import { globMatches } from "../../config/glob.ts";
import { sectionOf } from "../../config/section-of.ts";
import type { GitHub } from "../../github/client.ts";
import type { ReconcileContext } from "../automation.ts";
import { commandsMilestone } from "./commands-milestone.generated.ts";

/** An issue of milestone tasks: the milestone that it is in, and the one that it was created for. */
interface Home {
  readonly milestone: { readonly title: string } | null;
  readonly home: number;
}

/**
 * Whether the reconciliation of no milestone covers this issue. Its present milestone's does where sre.yml matches it;
 * otherwise that of the milestone that it was created for finds it.
 */
export async function isOrphaned(
  github: GitHub,
  context: ReconcileContext,
  { milestone, home }: Home,
): Promise<boolean> {
  const section = sectionOf(context.config, "milestones");
  const isMatched = (title: string) => section !== null && globMatches(section.match, title);
  if (milestone !== null && isMatched(milestone.title)) return false;
  const { owner, name } = context.repository;
  const { repository } = await github.graphql(commandsMilestone, { owner, name, number: home });
  const made = repository?.milestone ?? null;
  if (made === null || !isMatched(made.title)) return true;
  // Without a parent nothing finds a task that was moved out of a closed milestone.
  return section?.parent !== true && made.state === "CLOSED";
}

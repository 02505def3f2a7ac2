import { globMatches } from "../../config/glob.ts";
import type { GitHub } from "../../github/client.ts";
import type { Look } from "../automation.ts";
import { commandsMilestone } from "./commands-milestone.generated.ts";

/** An issue of milestone tasks: the milestone that it is in, and the one that it was made for. */
interface Placed {
  readonly milestone: { readonly title: string } | null;
  readonly home: number;
}

/**
 * Whether no look at a milestone comes past this issue. In a milestone that sre.yml matches, that one's does; elsewhere the
 * one that it was made for finds it.
 */
export async function isStray(github: GitHub, look: Look, { milestone, home }: Placed): Promise<boolean> {
  const section = look.config.milestones ?? null;
  const isMatched = (title: string) => section !== null && globMatches(section.match, title);
  if (milestone !== null && isMatched(milestone.title)) return false;
  const { owner, name } = look.repository;
  const { repository } = await github.graphql(commandsMilestone, { owner, name, number: home });
  const made = repository?.milestone ?? null;
  if (made === null || !isMatched(made.title)) return true;
  // Without a parent nobody looks for what was moved out of a closed one.
  return section?.parent !== true && made.state === "CLOSED";
}

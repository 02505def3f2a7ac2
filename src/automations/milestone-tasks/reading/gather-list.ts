import type { GitHub } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { PageCursor } from "../../../github/page-cursor.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { Milestone, MilestoneFacts } from "../facts.ts";
import { isMatched } from "../settings.ts";
import { milestoneList, type milestoneListResult } from "./milestone-list.generated.ts";
import { milestoneIn } from "./read-milestone.ts";

/** A closed milestone is reconciled for this long: the webhook about its close may have been lost. */
const LATELY_MS = 14 * 24 * 60 * 60 * 1000;

/** The milestones that sre.yml matches: open ones, and those closed recently. */
export async function gatherList(github: GitHub, context: ReconcileContext<"milestones">): Promise<MilestoneFacts> {
  const { owner, name } = context.repository;
  const settings = context.section;
  const found: Milestone[] = [];
  const [open, closed] = [new PageCursor(), new PageCursor()];
  while (open.more || closed.more) {
    const answer: milestoneListResult = await github.graphql(milestoneList, {
      owner,
      name,
      wantsOpen: open.more,
      openCursor: open.after,
      wantsClosed: closed.more,
      closedCursor: closed.after,
    });
    const { repository } = answer;
    found.push(...nodesOf(repository?.open).map(milestoneIn));
    open.moveBehind(repository?.open);
    const page = nodesOf(repository?.closed);
    found.push(...page.map(milestoneIn).filter(({ closedAt }) => closedAt !== null && isRecent(closedAt, context)));
    // Sorted by last change, and a close is a change.
    const isFurther = page.every(({ updatedAt }) => isRecent(new Date(updatedAt), context));
    closed.moveBehind(repository?.closed);
    if (!isFurther) closed.stop();
  }
  const matched = found.filter(({ title }) => isMatched(title, settings));
  return { kind: "list", milestones: matched.sort((a, b) => a.number - b.number) };
}

function isRecent(at: Date, { now }: ReconcileContext): boolean {
  return now.getTime() - at.getTime() < LATELY_MS;
}

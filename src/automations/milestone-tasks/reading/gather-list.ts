import type { GitHub } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import type { Look } from "../../automation.ts";
import type { Milestone, MilestoneFacts } from "../facts.ts";
import { isMatched, settingsOf } from "../settings.ts";
import { milestoneList, type milestoneListResult } from "./milestone-list.generated.ts";
import { milestoneIn } from "./read-milestone.ts";

/** A milestone that closed is looked at for so long: the webhook that said so may have been lost. */
const LATELY_MS = 14 * 24 * 60 * 60 * 1000;

/** The milestones that sre.yml matches: the open ones, and those closed lately. */
export async function gatherList(github: GitHub, look: Look): Promise<MilestoneFacts> {
  const { owner, name } = look.repository;
  const settings = settingsOf(look);
  const found: Milestone[] = [];
  for (let cursor: string | null = null; ; ) {
    const { repository }: milestoneListResult = await github.graphql(milestoneList, { owner, name, cursor });
    if (cursor === null)
      found.push(
        ...nodesOf(repository?.closed)
          .map(milestoneIn)
          .filter((one) => isRecent(one, look)),
      );
    found.push(...nodesOf(repository?.open).map(milestoneIn));
    if (repository?.open?.pageInfo.hasNextPage !== true) break;
    cursor = repository.open.pageInfo.endCursor;
  }
  const matched = found.filter(({ title }) => isMatched(title, settings));
  return { kind: "list", milestones: matched.sort((a, b) => a.number - b.number) };
}

function isRecent({ closedAt }: Milestone, { now }: Look): boolean {
  return closedAt !== null && now.getTime() - closedAt.getTime() < LATELY_MS;
}

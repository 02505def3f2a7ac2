import { nodesOf } from "../../../github/nodes.ts";
import { changeReading } from "../change/change-reading.ts";
import { completeChange } from "../change/read-change.ts";
import { readServices } from "../change/read-services.ts";
import { repositoryName } from "../records.ts";
import type { HistoryCursor } from "./cursor.ts";
import { fourKeysHistoryChanges } from "./four-keys-history-changes.generated.ts";
import { type HistoryPage, type HistoryPlace, movedOn, nextOf } from "./page.ts";

/** Merged pull requests, those updated last first. */
export async function changesPage(place: HistoryPlace, cursor: HistoryCursor, until: string): Promise<HistoryPage> {
  const { github, repository } = place;
  const variables = { owner: repository.owner, name: repository.name, cursor: cursor.after };
  const answer = await github.graphql(fourKeysHistoryChanges, variables);
  const page = answer.repository?.pullRequests ?? null;
  const nodes = nodesOf(page);
  const recent = nodes.filter(({ updatedAt }) => Date.parse(updatedAt) >= Date.parse(until));
  const readings = [];
  const touched = await readServices(github, recent, place.section.services);
  for (const node of recent) {
    const change = await completeChange(github, repository, node, touched.get(node.id) ?? []);
    readings.push(changeReading(change, repositoryName(place)));
  }
  const isEnd = recent.length < nodes.length;
  // What was missed meanwhile was counted before.
  const isFirstTime = until === cursor.since;
  const progress = isFirstTime ? { read: cursor.read + recent.length, total: page?.totalCount ?? cursor.total } : {};
  return {
    readings: readings.filter((reading) => reading !== null),
    cursor: movedOn(cursor, isEnd ? null : nextOf(page), {
      ...progress,
      reached: recent.at(-1)?.updatedAt ?? cursor.reached,
    }),
    limit: answer.rateLimit,
  };
}

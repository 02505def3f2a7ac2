import { nodesOf } from "../../../github/nodes.ts";
import { incidentReading } from "../incident/incident-reading.ts";
import { commitNamed } from "../incident/named-tag.ts";
import { repositoryName } from "../records.ts";
import type { HistoryCursor } from "./cursor.ts";
import { fourKeysHistoryIncidents } from "./four-keys-history-incidents.generated.ts";
import { type HistoryPage, type HistoryPlace, movedOn, nextOf } from "./page.ts";

interface Asked {
  readonly label: string;
  readonly until: string;
}

/** Issues with one label, open or closed, those updated last first. */
export async function incidentsPage(
  place: HistoryPlace,
  cursor: HistoryCursor,
  { label, until }: Asked,
): Promise<HistoryPage> {
  const { owner, name } = place.repository;
  const answer = await place.github.graphql(fourKeysHistoryIncidents, { owner, name, label, cursor: cursor.after });
  const page = answer.repository?.issues ?? null;
  const nodes = nodesOf(page);
  const recent = nodes.filter(({ updatedAt }) => Date.parse(updatedAt) >= Date.parse(until));
  const readings = [];
  for (const node of recent) {
    const commit = await commitNamed(place.github, place.repository, place.section, node.body);
    readings.push(incidentReading(node, repositoryName(place), commit));
  }
  return {
    readings,
    cursor: movedOn(cursor, recent.length < nodes.length ? null : nextOf(page)),
    limit: answer.rateLimit,
  };
}

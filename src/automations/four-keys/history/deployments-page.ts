import { globMatches } from "../../../config/glob.ts";
import { nodesOf } from "../../../github/nodes.ts";
import type { Reading } from "../../../records/book.ts";
import { deploymentReading } from "../deployment/deployment-reading.ts";
import { completeDeployment } from "../deployment/read-deployment.ts";
import { repositoryName } from "../records.ts";
import { releaseReading } from "../release/release-reading.ts";
import { tagReading } from "../tag/tag-reading.ts";
import type { HistoryCursor } from "./cursor.ts";
import { fourKeysHistoryDeployments } from "./four-keys-history-deployments.generated.ts";
import { fourKeysHistoryReleases } from "./four-keys-history-releases.generated.ts";
import { fourKeysHistoryTags } from "./four-keys-history-tags.generated.ts";
import { type HistoryPage, type HistoryPlace, movedOn, nextOf } from "./page.ts";
import { runsPage } from "./runs-page.ts";
import { environmentsOf } from "./wanted.ts";

/** The deployments that sre.yml counts, as GitHub lists them. A merge is read as a change; others are not on GitHub. */
export async function deploymentsPage(place: HistoryPlace, cursor: HistoryCursor, until: string): Promise<HistoryPage> {
  const { environment, workflow, release, tag } = place.section.deployments;
  if (environment !== undefined) return environmentPage(place, cursor, until);
  if (workflow !== undefined) return runsPage(place, cursor, { pattern: workflow, until });
  if (release !== undefined) return releasesPage(place, cursor, until);
  if (tag !== undefined) return tagsPage(place, cursor, { pattern: tag, until });
  return { readings: [], cursor: movedOn(cursor, null), limit: null };
}

async function environmentPage(place: HistoryPlace, cursor: HistoryCursor, until: string): Promise<HistoryPage> {
  const { github, repository, section } = place;
  const environments = environmentsOf(section);
  const variables = { owner: repository.owner, name: repository.name, environments, cursor: cursor.after };
  const answer = await github.graphql(fourKeysHistoryDeployments, variables);
  const page = answer.repository?.deployments ?? null;
  const nodes = nodesOf(page);
  const recent = nodes.filter(({ createdAt }) => Date.parse(createdAt) >= Date.parse(until));
  const readings = [];
  for (const node of recent) {
    readings.push(deploymentReading(await completeDeployment(github, node), repositoryName(place)));
  }
  return {
    readings: readings.filter((reading) => reading !== null),
    cursor: movedOn(cursor, recent.length < nodes.length ? null : nextOf(page)),
    limit: answer.rateLimit,
  };
}

/** GitHub lists a release where its commit's date is, which may be long before it was published. */
async function releasesPage(place: HistoryPlace, cursor: HistoryCursor, until: string): Promise<HistoryPage> {
  const { owner, name } = place.repository;
  const answer = await place.github.graphql(fourKeysHistoryReleases, { owner, name, cursor: cursor.after });
  const page = answer.repository?.releases ?? null;
  const readings = nodesOf(page).map((node) => releaseReading(node, repositoryName(place)));
  return inWindow(cursor, { readings, next: nextOf(page), until, limit: answer.rateLimit });
}

/** GitHub does not say when a tag was changed: whatever a webhook said wins (version 0). */
async function tagsPage(
  place: HistoryPlace,
  cursor: HistoryCursor,
  { pattern, until }: { readonly pattern: string; readonly until: string },
): Promise<HistoryPage> {
  const { owner, name } = place.repository;
  const answer = await place.github.graphql(fourKeysHistoryTags, { owner, name, cursor: cursor.after });
  const page = answer.repository?.refs ?? null;
  const readings = nodesOf(page)
    .filter((node) => globMatches(pattern, node.name))
    .map((node) => tagReading(node, { version: 0, pushedAt: null }, repositoryName(place)));
  return inWindow(cursor, { readings, next: nextOf(page), until, limit: answer.rateLimit });
}

interface Listed extends Pick<HistoryPage, "limit"> {
  readonly readings: readonly Reading[];
  readonly next: string | null;
  readonly until: string;
}

/** Of a list in another order than by these times: it ends once a whole page of it is too old. */
function inWindow(cursor: HistoryCursor, { readings, next, until, limit }: Listed): HistoryPage {
  const finished = (reading: Reading) => (reading.type === "deployment" ? (reading.record?.finishedAt ?? null) : null);
  const known = readings.filter((reading) => finished(reading) !== null);
  const recent = known.filter((reading) => (finished(reading) ?? 0) >= Date.parse(until));
  const isOver = known.length > 0 && recent.length === 0;
  return { readings: recent, cursor: movedOn(cursor, isOver ? null : next), limit };
}

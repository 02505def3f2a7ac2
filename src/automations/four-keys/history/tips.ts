import { countedDeployments } from "../../../records/counted.ts";
import type { DeploymentRecord } from "../../../records/record.ts";
import { fourKeysHistoryHead } from "./four-keys-history-head.generated.ts";
import type { HistoryPlace, Limit } from "./page.ts";
import { environmentsOf } from "./wanted.ts";

/** What was deployed last, which has all the rest behind it where everything is shipped from one branch; and that branch. */
export async function firstTips(place: HistoryPlace): Promise<{ readonly tips: string[]; readonly limit: Limit }> {
  const { owner, name } = place.repository;
  const { repository, rateLimit } = await place.github.graphql(fourKeysHistoryHead, { owner, name });
  const head = repository?.defaultBranchRef?.target?.oid;
  const [last] = await deployedCommits(place, 0);
  const tips = [last, head].filter((sha) => sha !== undefined);
  return { tips: [...new Set(tips)], limit: rateLimit };
}

/** What was deployed and is not behind any of those, the newest first. */
export async function otherTips(place: HistoryPlace, until: number): Promise<string[]> {
  const deployed = await deployedCommits(place, until);
  const known = await place.book.knownCommits(deployed);
  return deployed.filter((sha) => !known.has(sha));
}

async function deployedCommits({ book, section }: HistoryPlace, until: number): Promise<string[]> {
  const deployments = countedDeployments(await book.deployedSince(until, section.deployments.merge ?? null), section);
  const environments = new Set(environmentsOf(section));
  const counts = ({ status, environment }: DeploymentRecord) =>
    status === "success" && (section.deployments.environment === undefined || environments.has(environment));
  const newestFirst = deployments.filter(counts).sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0));
  return [...new Set(newestFirst.flatMap(({ sha }) => sha ?? []))];
}

import type { DeploymentRecord, Instant } from "../../records/record.ts";

/** A successful deployment to a configured environment: no other exists for the metrics (contract §7). */
export interface Deployment {
  readonly record: DeploymentRecord;
  readonly finishedAt: Instant;
  /** Its place among all in the order in which they finished. */
  readonly rank: number;
}

/** The deployments of one repository, environment and service, in the order in which they finished. */
export interface Series {
  readonly repo: string;
  readonly service: string | null;
  readonly deployments: readonly Deployment[];
}

/** In the order in which they finished; at the same time their names decide, so that the order of records never does. */
export function successfulIn(
  records: readonly DeploymentRecord[],
  environments: readonly string[] | null,
): Deployment[] {
  const wanted = environments === null ? null : new Set(environments);
  const found = records.flatMap((record) => {
    const { status, finishedAt, environment } = record;
    const exists = status === "success" && (wanted === null || wanted.has(environment));
    return exists && finishedAt !== null ? [{ record, finishedAt }] : [];
  });
  found.sort((a, b) => a.finishedAt - b.finishedAt || byName(a.record, b.record));
  return found.map((deployment, rank) => ({ ...deployment, rank }));
}

export function seriesIn(deployments: readonly Deployment[]): Series[] {
  const groups = Map.groupBy(deployments, ({ record }) =>
    JSON.stringify([record.repo, record.environment, record.service]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [{ repo: first.record.repo, service: first.record.service, deployments: group }];
  });
}

function byName(a: DeploymentRecord, b: DeploymentRecord): number {
  const [mine, theirs] = [String(a.id), String(b.id)];
  // A longer number is a larger one.
  return compare(a.repo, b.repo) || mine.length - theirs.length || compare(mine, theirs);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

import { attributeSeries, Reach, type Return } from "../../metrics/attribution/attribute.ts";
import { historyOf } from "../../metrics/attribution/repository.ts";
import type { Deployment } from "../../metrics/attribution/series.ts";
import type { Attribution, Shipping } from "../../metrics/attribution/shipping.ts";
import type { CommitRecord, Instant } from "../../records/record.ts";
import type { Walked } from "./reached.ts";

interface Given {
  readonly number: number;
  /** In their order. */
  readonly deployments: readonly Deployment[];
  /** The last one before them. */
  readonly previous: Deployment | null;
  /** Their commits, and those behind them, that the series had not deployed before. */
  readonly walked: readonly Walked[];
  /** Their commits that it had. */
  readonly reached: ReadonlySet<string>;
  /** Their commits that are recorded. */
  readonly known: ReadonlySet<string>;
}

/** What some deployments of one series add to everything that the series had deployed before. */
export class SeriesStep {
  readonly number: number;
  readonly deployments: readonly Deployment[];
  private readonly given: Given;
  private readonly commits: readonly CommitRecord[];
  private readonly firstReached = new Map<string, Deployment>();

  constructor(given: Given) {
    this.number = given.number;
    this.deployments = given.deployments;
    this.given = given;
    const within = new Set(given.walked.map(({ sha }) => sha));
    const recorded = given.walked.flatMap(({ sha, parents }) =>
      parents === null
        ? []
        : [
            commit(
              sha,
              parents.filter((parent) => within.has(parent)),
            ),
          ],
    );
    const before = [...given.reached].filter((sha) => given.known.has(sha)).map((sha) => commit(sha, []));
    this.commits = [...recorded, ...before];
    this.attribute([]);
  }

  /** Claims those of these changes that it brought, and answers what may be roll-backs. */
  attribute(shippings: readonly Shipping[]): Return[] {
    const { walked, reached, previous } = this.given;
    const history = historyOf(this.commits, shippings, [...reached, ...walked.map(({ sha }) => sha)]);
    const { graph } = history;
    const reach = new Reach(history, { reachedBy: new Uint32Array(graph.size), mark: 1 });
    for (const sha of reached) {
      const number = graph.numberOf(sha);
      if (number !== null) reach.add(number);
    }
    const names = new Map(walked.map(({ sha }) => [graph.numberOf(sha), sha]));
    return attributeSeries(this, history, reach, previous, (deployment, commits) => {
      for (const each of commits) this.noteReached(names.get(each), deployment);
    });
  }

  private noteReached(sha: string | undefined, deployment: Deployment): void {
    if (sha !== undefined && !this.firstReached.has(sha)) this.firstReached.set(sha, deployment);
  }

  isKnown(sha: string | null): boolean {
    return sha !== null && this.given.known.has(sha);
  }

  isFirst(deployment: Deployment): boolean {
    return this.given.previous === null && deployment === this.deployments[0];
  }

  /** Merge commits of the changes that it may bring, but for those that are found by their time. */
  mayBring(): string[] {
    const named = this.deployments.flatMap((deployment) => {
      const { changes, sha } = deployment.record;
      return changes ?? (this.isFirst(deployment) && sha !== null ? [sha] : []);
    });
    const reached = [...this.firstReached].flatMap(([sha, deployment]) =>
      modeOf(deployment, this) === "commits" ? [sha] : [],
    );
    return [...named, ...reached];
  }

  /** When the changes were merged that are found by their time. */
  mergedBetween(): { readonly after: Instant; readonly until: Instant }[] {
    return this.deployments.flatMap((deployment, at) => {
      const previous = at === 0 ? this.given.previous : (this.deployments[at - 1] ?? null);
      if (previous === null || modeOf(deployment, this) !== "merge-time") return [];
      return [{ after: previous.finishedAt, until: deployment.finishedAt }];
    });
  }

  /** What it reached, and when. */
  reached(): { readonly sha: string; readonly series: number; readonly at: Instant }[] {
    return [...this.firstReached].map(([sha, { finishedAt }]) => ({ sha, series: this.number, at: finishedAt }));
  }
}

/** How a deployment says which changes it brought (contract §7). */
export function modeOf(deployment: Deployment, step: SeriesStep): Attribution {
  if (deployment.record.changes !== null) return "listed";
  if (step.isFirst(deployment)) return "first";
  return step.isKnown(deployment.record.sha) ? "commits" : "merge-time";
}

function commit(sha: string, parents: readonly string[]): CommitRecord {
  return { type: "commit", repo: "", sha, parents, authoredAt: null, committedAt: null };
}

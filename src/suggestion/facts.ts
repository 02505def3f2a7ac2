import type { RepoRef } from "../github/repo-ref.ts";

export interface MergedPull {
  readonly title: string;
  readonly base: string;
  readonly head: string;
  /** Its head is in another repository. */
  readonly fork: boolean;
  readonly mergedAt: Date;
  readonly author: { readonly login: string; readonly bot: boolean } | null;
  readonly labels: readonly string[];
}

/** What a repository shows of how its team works. Names that could not stand in a file as they are have been left out. */
export interface History {
  readonly repository: RepoRef;
  readonly now: Date;
  /** null: the repository is empty. */
  readonly defaultBranch: string | null;
  readonly isFork: boolean;
  /** Those that there are today of the ones that matter: the usual names, and what was merged into. */
  readonly branches: readonly string[];
  /** Those of the last `DAYS`, newest first. */
  readonly merged: readonly MergedPull[];
  /** There are more than were read. */
  readonly cut: boolean;
  /** Since when each list is whole: at first `DAYS` ago, later where there is more than was read. */
  readonly since: { readonly merged: Date; readonly deployments: Date; readonly releases: Date };
  readonly milestones: readonly {
    readonly title: string;
    readonly dated: boolean;
    readonly createdAt: Date;
    readonly closedAt: Date | null;
  }[];
  /** Successful ones. */
  readonly deployments: readonly { readonly environment: string; readonly at: Date }[];
  /** When releases were published. */
  readonly releases: readonly Date[];
  readonly labels: readonly string[];
}

/** How far back is looked. */
export const DAYS = 90;

export function windowStart(now: Date): Date {
  return new Date(now.getTime() - DAYS * 86_400_000);
}

import type { GitHub, Self } from "./client.ts";
import { nodesOf } from "./nodes.ts";
import { readOwnCheck, type readOwnCheckResult } from "./read-own-check.generated.ts";
import { readPages } from "./read-pages.ts";
import type { RepoRef } from "./repo-ref.ts";

/** 1,000 suites with a check of that name on one commit only occur if somebody creates them on purpose. */
const MOST_PAGES = 40;

/** This App's own run of a check on a commit. */
export interface OwnCheckRun {
  readonly id: number;
  /** Lower case, as REST writes it; null while it runs. */
  readonly conclusion: string | null;
  readonly title: string | null;
  readonly summary: string | null;
  /**
   * A person chose "Re-run": GitHub has reset the suite to queued and leaves the run unchanged until it is written again
   * (docs.github.com, "Rerequest a check run").
   */
  readonly rerequested: boolean;
}

interface SuiteNode {
  readonly status: string;
  readonly app: { readonly slug: string } | null;
  readonly checkRuns: {
    readonly nodes:
      | readonly ({
          readonly databaseId: number | null;
          readonly conclusion: string | null;
          readonly title: string | null;
          readonly summary: string | null;
        } | null)[]
      | null;
  } | null;
}

/** A commit's check suites as the documents request them: those with runs of one name. */
export type Suites = {
  readonly pageInfo: { readonly hasNextPage: boolean };
  readonly nodes: readonly (SuiteNode | null)[] | null;
};

type Found = NonNullable<readOwnCheckResult["repository"]>["object"];
type PagedSuites = Suites & { readonly pageInfo: { readonly endCursor: string | null } };

/** Where a check run would be. */
export interface CheckPlace {
  readonly repository: RepoRef;
  readonly oid: string;
  readonly check: string;
}

/** This App's own run among a commit's first suites, or on later pages: any workflow may have a job of that name. */
export async function ownRunIn(
  github: GitHub,
  place: CheckPlace,
  first: Suites | null | undefined,
): Promise<OwnCheckRun | null> {
  const run = ownRunOf(first, github.self);
  if (run !== null || first?.pageInfo.hasNextPage !== true) return run;
  return (await ownCheckAt(github, place)).run;
}

function ownRunOf(suites: Suites | null | undefined, self: Self): OwnCheckRun | null {
  const runs = nodesOf(suites)
    .filter((suite) => suite.app?.slug === self.slug)
    .flatMap((suite) => nodesOf(suite.checkRuns).map((run) => ({ ...run, status: suite.status })))
    .flatMap(({ databaseId, conclusion, title, summary, status }) => {
      if (databaseId === null) return [];
      const rerequested = conclusion !== null && status !== "COMPLETED";
      return [{ id: databaseId, conclusion: conclusion?.toLowerCase() ?? null, title, summary, rerequested }];
    });
  return runs.reduce<OwnCheckRun | null>((latest, run) => (latest === null || run.id > latest.id ? run : latest), null);
}

/** This App's run of that name on a commit; `commit` is false where there is no such commit, or no longer. */
export async function ownCheckAt(
  github: GitHub,
  { repository: { owner, name }, oid, check }: CheckPlace,
): Promise<{ readonly commit: boolean; readonly run: OwnCheckRun | null }> {
  let commit = false;
  const read = async (cursor: string | null) => {
    const { repository } = await github.graphql(readOwnCheck, { owner, name, oid, check, cursor });
    const found: Found = repository?.object ?? null;
    commit = found?.__typename === "Commit";
    // The schema allows any object under an oid.
    return commit ? (found as { readonly checkSuites?: PagedSuites | null }).checkSuites : null;
  };
  for await (const suites of readPages(read, { most: MOST_PAGES })) {
    const run = ownRunOf(suites, github.self);
    if (run !== null) return { commit, run };
  }
  return { commit, run: null };
}

import type { GitHub, Self } from "./client.ts";
import { nodesOf } from "./nodes.ts";
import { readOwnCheck } from "./read-own-check.generated.ts";
import type { RepoRef } from "./repo-ref.ts";

/** This App's own run of a check on a commit. */
export interface OwnCheckRun {
  readonly id: number;
  /** Lower case, as REST writes it; null while it runs. */
  readonly conclusion: string | null;
  readonly title: string | null;
  readonly summary: string | null;
  /**
   * Somebody chose "Re-run": GitHub has reset the suite to queued and left the run as it was, until it is written again
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

/** A commit's check suites as the documents ask for them: those with runs of one name. */
export type Suites = { readonly nodes: readonly (SuiteNode | null)[] | null };

/** This App's own run among a commit's suites; other Apps may use the name, too. */
export function ownRunOf(suites: Suites | null | undefined, self: Self): OwnCheckRun | null {
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
  { owner, name }: RepoRef,
  oid: string,
  check: string,
): Promise<{ readonly commit: boolean; readonly run: OwnCheckRun | null }> {
  const { repository } = await github.graphql(readOwnCheck, { owner, name, oid, check });
  const found = repository?.object ?? null;
  // The schema allows any object under an oid.
  const suites = (found as { readonly checkSuites?: Suites | null } | null)?.checkSuites;
  return { commit: found?.__typename === "Commit", run: ownRunOf(suites, github.self) };
}

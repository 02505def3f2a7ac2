import { suiteKey } from "../../actions/check-suites.ts";
import { appIdOf } from "../../platform/apps.ts";
import { listed } from "../../replicas.ts";
import { appsOn, suiteId, suiteOf } from "../../rest/check-suite.ts";
import type { Sha, SimCheckRun, SimRepo, SimState } from "../../state.ts";
import { connection, type Page } from "../connection.ts";
import type { Context, Resolvers } from "../context.ts";
import { nodeId } from "../node-id.ts";
import { type CheckRunSource, type CheckSuiteSource, commitOf, repositorySource } from "../source.ts";

interface SuitesArguments extends Page {
  filterBy?: { appId?: number | null; checkName?: string | null } | null;
}

interface RunsArguments extends Page {
  filterBy?: {
    appId?: number | null;
    checkName?: string | null;
    checkType?: "ALL" | "LATEST" | null;
    conclusions?: readonly string[] | null;
    status?: string | null;
    statuses?: readonly string[] | null;
  } | null;
}

/** Suites of a commit, one per App, oldest first; one that nobody has filled yet has no runs. */
export function suitesOf(repo: SimRepo, sha: Sha): CheckSuiteSource[] {
  return appsOn(repo, sha).map((app) => ({
    __typename: "CheckSuite",
    repo,
    sha,
    app,
    runs: suiteOf(repo, app, sha).runs,
  }));
}

export function checkSuites(repo: SimRepo, sha: Sha, args: SuitesArguments, { state }: Context) {
  const { appId, checkName } = args.filterBy ?? {};
  const found = suitesOf(repo, sha).filter(
    ({ app, runs }) =>
      (repo.check_suites.has(suiteKey(app, sha)) || listed(repo, "check_runs", runs, ({ id }) => id).length > 0) &&
      (appId == null || appIdOf(state, app) === appId) &&
      (checkName == null || runs.some(({ name }) => name === checkName)),
  );
  return connection(
    found,
    args,
    ({ app }) => app,
    (suite) => suite,
  );
}

/** Only the newest run of each name. */
export function latest(runs: readonly SimCheckRun[]): SimCheckRun[] {
  return [...new Map(runs.map((run) => [`${run.app}/${run.name}`, run])).values()];
}

function checkRuns({ repo, runs }: CheckSuiteSource, args: RunsArguments, { state }: Context) {
  const filter = args.filterBy ?? {};
  const shown = listed(repo, "check_runs", runs, ({ id }) => id);
  const found = (filter.checkType === "LATEST" ? latest(shown) : shown).filter(
    (run) =>
      (filter.appId == null || appIdOf(state, run.app) === filter.appId) &&
      (filter.checkName == null || run.name === filter.checkName) &&
      (filter.status == null || run.status.toUpperCase() === filter.status) &&
      (filter.statuses == null || filter.statuses.includes(run.status.toUpperCase())) &&
      (filter.conclusions == null || filter.conclusions.includes(run.conclusion?.toUpperCase() ?? "")),
  );
  return connection(
    found,
    args,
    ({ id }) => id,
    (run) => ({ __typename: "CheckRun", repo, run }),
  );
}

const suiteIdOf = ({ repo, app, sha }: CheckSuiteSource) => suiteId(repo, app, sha);
const summed = ({ repo, app, sha }: CheckSuiteSource) => suiteOf(repo, app, sha);

function application(state: SimState, slug: string) {
  return { __typename: "App", slug, name: slug, databaseId: appIdOf(state, slug) };
}

const suiteUrl = (source: CheckSuiteSource) =>
  `/${source.repo.name}/commit/${source.sha}/checks?check_suite_id=${suiteIdOf(source)}`;

export const checkSuite: Resolvers<CheckSuiteSource> = {
  id: (source) => nodeId("CheckSuite", source.repo.id, source.sha, source.app),
  databaseId: suiteIdOf,
  app: ({ app }, _args, { state }) => application(state, app),
  commit: ({ repo, sha }) => commitOf(repo, sha),
  repository: ({ repo }) => repositorySource(repo),
  status: (source) => summed(source).status.toUpperCase(),
  conclusion: (source) => summed(source).conclusion?.toUpperCase() ?? null,
  createdAt: (source) => summed(source).created_at,
  updatedAt: (source) => summed(source).updated_at,
  resourcePath: suiteUrl,
  url: (source, _args, { webUrl }) => `${webUrl}${suiteUrl(source)}`,
  checkRuns,
};

const runPath = ({ repo, run }: CheckRunSource) => `/${repo.name}/runs/${run.id}`;

export const checkRun: Resolvers<CheckRunSource> = {
  id: ({ repo, run }) => nodeId("CheckRun", repo.id, run.id),
  databaseId: ({ run }) => run.id,
  name: ({ run }) => run.name,
  status: ({ run }) => run.status.toUpperCase(),
  conclusion: ({ run }) => run.conclusion?.toUpperCase() ?? null,
  externalId: ({ run }) => run.external_id,
  detailsUrl: (source, _args, { webUrl }) => source.run.details_url ?? `${webUrl}${runPath(source)}`,
  startedAt: ({ run }) => run.started_at,
  completedAt: ({ run }) => run.completed_at,
  title: ({ run }) => run.output.title,
  summary: ({ run }) => run.output.summary,
  text: ({ run }) => run.output.text,
  isRequired: () => false,
  repository: ({ repo }) => repositorySource(repo),
  checkSuite: ({ repo, run }) => suitesOf(repo, run.sha).find(({ app }) => app === run.app),
  resourcePath: runPath,
  permalink: (source, _args, { webUrl }) => `${webUrl}${runPath(source)}`,
  url: (source, _args, { webUrl }) => `${webUrl}${runPath(source)}`,
  annotations: ({ run }, page: Page) =>
    connection(
      run.output.annotations.map((annotation, at) => ({ annotation, at })),
      page,
      ({ at }) => at,
      ({ annotation }) => ({
        path: annotation.path,
        title: annotation.title,
        message: annotation.message,
        annotationLevel: annotation.annotation_level.toUpperCase(),
        location: {
          start: { line: annotation.start_line, column: annotation.start_column },
          end: { line: annotation.end_line, column: annotation.end_column },
        },
      }),
    ),
};

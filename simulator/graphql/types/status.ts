import { listed } from "../../replicas.ts";
import type { Sha, SimRepo, SimStatus } from "../../state.ts";
import { mayRead } from "../access.ts";
import { connection, type Page } from "../connection.ts";
import type { Context, Resolvers } from "../context.ts";
import { nodeId } from "../node-id.ts";
import {
  type CheckRunSource,
  commitOf,
  type RollupSource,
  type StatusContextSource,
  type StatusSource,
} from "../source.ts";
import { latest } from "./check-suite.ts";
import { rolledUp } from "./rollup-state.ts";

/** The newest status of each context. */
function statusesOf(repo: SimRepo, sha: Sha): SimStatus[] {
  const ofCommit = repo.statuses.filter((status) => status.sha === sha);
  return [...new Map(ofCommit.map((status) => [status.context, status])).values()];
}

/** Commit statuses of the old kind; null where there is none. */
export function statusOf(repo: SimRepo, sha: Sha): StatusSource | null {
  const statuses = statusesOf(repo, sha);
  return statuses.length === 0 ? null : { __typename: "Status", repo, sha, statuses };
}

/** Check runs and statuses together; null where there is neither. */
export function rollupOf(repo: SimRepo, sha: Sha): RollupSource | null {
  const statuses = statusesOf(repo, sha);
  const runs = latest([...repo.check_runs.values()].filter((run) => run.sha === sha));
  if (statuses.length === 0 && runs.length === 0) return null;
  return { __typename: "StatusCheckRollup", repo, sha, runs, statuses };
}

function contextSource(repo: SimRepo, status: SimStatus): StatusContextSource {
  return { __typename: "StatusContext", repo, status };
}

/** An App that may not read statuses gets the check runs only, and the other way round. */
function contexts({ repo, runs, statuses }: RollupSource, page: Page, { actor }: Context) {
  const shown = listed(repo, "check_runs", runs, ({ id }) => id);
  const found: (CheckRunSource | StatusContextSource)[] = [
    ...(mayRead(actor, "checks") ? shown.map((run): CheckRunSource => ({ __typename: "CheckRun", repo, run })) : []),
    ...(mayRead(actor, "statuses") ? statuses.map((status) => contextSource(repo, status)) : []),
  ];
  return connection(
    found,
    page,
    (source) => (source.__typename === "CheckRun" ? `run:${source.run.id}` : `status:${source.status.context}`),
    (source) => source,
  );
}

export const statusCheckRollup: Resolvers<RollupSource> = {
  id: ({ repo, sha }) => nodeId("StatusCheckRollup", repo.id, sha),
  state: ({ runs, statuses }) => rolledUp(runs, statuses),
  commit: ({ repo, sha }) => commitOf(repo, sha),
  contexts,
};

export const status: Resolvers<StatusSource> = {
  id: ({ repo, sha }) => nodeId("Status", repo.id, sha),
  state: ({ statuses }) => rolledUp([], statuses),
  commit: ({ repo, sha }) => commitOf(repo, sha),
  contexts: ({ repo, statuses }) => statuses.map((each) => contextSource(repo, each)),
  context: ({ repo, statuses }, { name }: { name: string }) => {
    const found = statuses.find(({ context }) => context === name);
    return found === undefined ? null : contextSource(repo, found);
  },
};

export const statusContext: Resolvers<StatusContextSource> = {
  id: ({ repo, status }) => nodeId("StatusContext", repo.id, status.sha, status.context),
  context: ({ status }) => status.context,
  state: ({ status }) => status.state.toUpperCase(),
  description: ({ status }) => status.description,
  createdAt: ({ status }) => status.at,
  commit: ({ repo, status }) => commitOf(repo, status.sha),
  targetUrl: ({ status }) => status.target_url,
  isRequired: () => false,
};

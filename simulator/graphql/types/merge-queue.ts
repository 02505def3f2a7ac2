import type { SimQueueEntry, SimRepo } from "../../state.ts";
import { connection, type Page } from "../connection.ts";
import type { Resolvers } from "../context.ts";
import { nodeId } from "../node-id.ts";
import {
  commitOf,
  type MergeQueueEntrySource,
  type MergeQueueSource,
  pullSource,
  repositorySource,
} from "../source.ts";
import { accountOf } from "./account.ts";

/** The queue of a branch (default: the default branch); null where it has none. */
export function mergeQueueOf(repo: SimRepo, branch: string | null | undefined): MergeQueueSource | null {
  const queue = repo.merge_queues.get(branch ?? repo.default_branch);
  return queue === undefined ? null : { __typename: "MergeQueue", repo, queue };
}

const queuePath = ({ repo, queue }: MergeQueueSource) => `/${repo.name}/queue/${queue.branch}`;

export const mergeQueue: Resolvers<MergeQueueSource> = {
  id: ({ repo, queue }) => nodeId("MergeQueue", repo.id, queue.branch),
  repository: ({ repo }) => repositorySource(repo),
  resourcePath: queuePath,
  url: (source, _args, { webUrl }) => `${webUrl}${queuePath(source)}`,
  configuration: ({ queue }) => ({ mergeMethod: queue.merge_method.toUpperCase() }),
  entries: ({ repo, queue }, page: Page) =>
    connection(
      queue.entries,
      page,
      ({ pull }) => pull,
      (entry) => ({ __typename: "MergeQueueEntry", repo, queue, entry }),
    ),
};

/** The first one's checks decide; nothing of it waits for anything else here. */
const stateOf = (at: number) => (at === 0 ? "AWAITING_CHECKS" : "QUEUED");

const placeOf = ({ queue, entry }: MergeQueueEntrySource) =>
  queue.entries.findIndex((one: SimQueueEntry) => one.pull === entry.pull);

export const mergeQueueEntry: Resolvers<MergeQueueEntrySource> = {
  id: ({ repo, queue, entry }) => nodeId("MergeQueueEntry", repo.id, entry.pull, queue.branch),
  position: (source) => placeOf(source) + 1,
  state: (source) => stateOf(placeOf(source)),
  jump: () => false,
  solo: () => false,
  enqueuedAt: ({ entry }) => entry.enqueued_at,
  enqueuer: ({ entry }, _args, { state }) => accountOf(state, entry.enqueuer),
  baseCommit: ({ repo, entry }) => commitOf(repo, entry.base_sha),
  headCommit: ({ repo, entry }) => commitOf(repo, entry.head_sha),
  mergeQueue: ({ repo, queue }) => ({ __typename: "MergeQueue", repo, queue }),
  pullRequest: ({ repo, entry }) => {
    const pull = repo.pulls.get(entry.pull);
    return pull === undefined ? null : pullSource(repo, pull);
  },
};

import { connection, type Page } from "../connection.ts";
import type { Resolvers } from "../context.ts";
import { nodeId } from "../node-id.ts";
import { refusal } from "../refusal.ts";
import type { ClosedEventSource, PullRequestSource, ReadyEventSource } from "../source.ts";
import { accountOf } from "./account.ts";

interface TimelineArguments extends Page {
  itemTypes?: readonly string[] | null;
}

/**
 * The events of a timeline that a world knows, one kind at a time: who closed it last, and when a draft became ready. Other
 * kinds are a gap, and an error.
 */
export function timelineItems({ repo, item }: PullRequestSource, args: TimelineArguments) {
  const [type, ...others] = args.itemTypes ?? ["all"];
  if (type === "READY_FOR_REVIEW_EVENT" && others.length === 0) {
    return connection(
      item.ready_events.map((at, place) => ({ at, place })),
      args,
      ({ place }) => `ready ${place}`,
      ({ at }): ReadyEventSource => ({ __typename: "ReadyForReviewEvent", repo, item, at }),
    );
  }
  if (type !== "CLOSED_EVENT" || others.length > 0)
    throw refusal("NOT_SIMULATED", `timelineItems(itemTypes: ${[type, ...others].join(", ")}) is not simulated.`);
  const closed = item.closed_at === null ? [] : [item];
  return connection(
    closed,
    args,
    ({ number }) => number,
    () => ({ __typename: "ClosedEvent", repo, item }),
  );
}

export const closedEvent: Resolvers<ClosedEventSource> = {
  createdAt: ({ item }) => item.closed_at,
  actor: ({ item }, _args, { state }) => accountOf(state, item.closed_by),
  closable: ({ repo, item }) => ({ __typename: "PullRequest", repo, item }),
};

export const readyForReviewEvent: Resolvers<ReadyEventSource> = {
  id: ({ repo, item, at }) => nodeId("ReadyForReviewEvent", repo.id, item.number, at),
  createdAt: ({ at }) => at,
  pullRequest: ({ repo, item }) => ({ __typename: "PullRequest", repo, item }),
};

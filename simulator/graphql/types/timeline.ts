import { connection, type Page } from "../connection.ts";
import type { Resolvers } from "../context.ts";
import { refusal } from "../refusal.ts";
import type { ClosedEventSource, PullRequestSource } from "../source.ts";
import { accountOf } from "./account.ts";

interface TimelineArguments extends Page {
  itemTypes?: readonly string[] | null;
}

/** The one event of a timeline that a world knows: who closed it last. Other kinds are a gap, and an error. */
export function timelineItems({ repo, item }: PullRequestSource, args: TimelineArguments) {
  const strange =
    args.itemTypes?.length === 1 && args.itemTypes[0] === "CLOSED_EVENT" ? null : (args.itemTypes ?? ["all"]);
  if (strange !== null)
    throw refusal("NOT_SIMULATED", `timelineItems(itemTypes: ${strange.join(", ")}) is not simulated.`);
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

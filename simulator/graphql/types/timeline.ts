import { connection, type Page } from "../connection.ts";
import type { Resolvers } from "../context.ts";
import { nodeId } from "../node-id.ts";
import { refusal } from "../refusal.ts";
import {
  type ClosedEventSource,
  type LabeledEventSource,
  labelSource,
  type PullRequestSource,
  type ReadyEventSource,
  type Subject,
} from "../source.ts";
import { accountOf } from "./account.ts";

interface TimelineArguments extends Page {
  itemTypes?: readonly string[] | null;
}

/** Of an issue a world knows who labeled it when. Other kinds are a gap, and an error. */
export function issueTimelineItems(on: Subject, args: TimelineArguments) {
  const types = args.itemTypes ?? ["all"];
  if (types.length === 1 && types[0] === "LABELED_EVENT") return labeledEvents(on, args);
  throw refusal("NOT_SIMULATED", `timelineItems(itemTypes: ${types.join(", ")}) is not simulated.`);
}

function labeledEvents(on: Subject, args: TimelineArguments) {
  const events = on.item.labeled.map((labeling, place) => ({ labeling, place }));
  return connection(
    events.sort((a, b) => Date.parse(a.labeling.at) - Date.parse(b.labeling.at)),
    args,
    ({ place }) => `labeled ${place}`,
    ({ labeling }): LabeledEventSource => ({ __typename: "LabeledEvent", repo: on.repo, on, labeling }),
  );
}

/**
 * The events of a pull request's timeline that a world knows, one kind at a time: who closed it last, when a draft became
 * ready, and who labeled it.
 */
export function timelineItems(on: PullRequestSource, args: TimelineArguments) {
  const { repo, item } = on;
  const [type, ...others] = args.itemTypes ?? ["all"];
  if (type === "READY_FOR_REVIEW_EVENT" && others.length === 0) {
    return connection(
      item.ready_events.map((at, place) => ({ at, place })),
      args,
      ({ place }) => `ready ${place}`,
      ({ at }): ReadyEventSource => ({ __typename: "ReadyForReviewEvent", repo, item, at }),
    );
  }
  if (type !== "CLOSED_EVENT" || others.length > 0) return issueTimelineItems(on, args);
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

export const labeledEvent: Resolvers<LabeledEventSource> = {
  createdAt: ({ labeling }) => labeling.at,
  actor: ({ labeling }, _args, { state }) => accountOf(state, labeling.by),
  label: ({ repo, labeling }) => {
    const label = repo.labels.get(labeling.name);
    return label === undefined ? null : labelSource(repo, label);
  },
  labelable: ({ on }) => on,
};

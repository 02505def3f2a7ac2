import type { CommentFacts } from "../../../commands/pending.ts";
import type { Self } from "../../../github/client.ts";
import { type MarkedComment, ownComments } from "../../../managed/marked-comment.ts";
import { type HelpRequest, helpRequest } from "./request.ts";

/** Marker keys: the comment that shows how a request stands, and the short ones that notify somebody. */
export const STATUS = "help-wanted";
export const NOTICE = "help-wanted/notice";

/** A request as its comments hold it. */
export interface Recorded {
  readonly request: HelpRequest;
  /** The comment that shows it; null: it was deleted, or lists do not show it yet. */
  readonly status: MarkedComment | null;
  /** The short comments about it, oldest first. */
  readonly notices: readonly MarkedComment[];
}

type Comment = Pick<CommentFacts, "id" | "author" | "body">;

/** The latest request among the comments of an issue or pull request; null: it never was one. */
export function recordedIn(comments: readonly Comment[], self: Self): Recorded | null {
  const about = (key: string) =>
    ownComments(comments, key, self).flatMap((comment) => {
      const read = helpRequest.safeParse(comment.data);
      return read.success ? [{ comment, request: read.data }] : [];
    });
  const [statuses, notices] = [about(STATUS), about(NOTICE)];
  const latest = [...statuses, ...notices]
    .map(({ request }) => request)
    .reduce<HelpRequest | null>((best, one) => (best === null || isLater(one, best) ? one : best), null);
  if (latest === null) return null;
  const ofLatest = (all: typeof statuses) => all.filter(({ request }) => request.since === latest.since);
  return {
    request: latest,
    status: ofLatest(statuses).at(-1)?.comment ?? null,
    notices: ofLatest(notices).map(({ comment }) => comment),
  };
}

function isLater(one: HelpRequest, other: HelpRequest): boolean {
  return one.since === other.since ? one.revision > other.revision : one.since > other.since;
}

import { type CommentFacts, isOwnComment } from "../../commands/pending.ts";
import type { Self } from "../../github/client.ts";
import { findMarkers, type MarkerData } from "../../markdown/marker.ts";

interface MarkedComment {
  readonly id: number;
  readonly data: MarkerData | null;
}

/** Our own comments that begin with a marker of this key, oldest first; those of other authors do not count. */
export function ownComments(comments: readonly CommentFacts[], key: string, self: Self): readonly MarkedComment[] {
  return comments
    .filter((comment) => isOwnComment(comment, self))
    .flatMap(({ id, body }) => {
      const found = findMarkers(body)[0];
      return found?.key === key ? [{ id, data: found.data }] : [];
    })
    .sort((a, b) => a.id - b.id);
}

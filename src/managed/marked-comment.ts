import type { CreateComment, DeleteComment, NumberOrRef } from "../github/actions.ts";
import type { Self } from "../github/client.ts";
import { isOwnBot } from "../github/is-self.ts";
import { findMarkers, type MarkerData, marker } from "../markdown/marker.ts";

interface Comment {
  readonly id: number;
  readonly author: { readonly login: string; readonly bot: boolean } | null;
  readonly body: string;
}

/** A comment of this App's that is known by its marker. */
export interface MarkedComment {
  readonly id: number;
  readonly data: MarkerData | null;
}

/** Our own comments that begin with a marker of this key, oldest first; those of other authors do not count. */
export function ownComments(comments: readonly Comment[], key: string, self: Self): readonly MarkedComment[] {
  return comments
    .filter(({ author }) => isOwnBot(author, self))
    .flatMap(({ id, body }) => {
      const found = findMarkers(body)[0];
      return found?.key === key ? [{ id, data: found.data }] : [];
    })
    .sort((a, b) => a.id - b.id);
}

/**
 * Whether a comment of ours, written at `since` or later, may be further back than the latest comments that were read.
 * `hasEarlier`: the `hasPreviousPage` of their list.
 */
export function mayBeFurtherBack(
  comments: readonly { readonly createdAt: Date }[],
  hasEarlier: boolean,
  since: Date,
): boolean {
  return hasEarlier && comments.every(({ createdAt }) => createdAt >= since);
}

/** What a new comment says. A new one notifies people, and an edit would not. */
export interface WantedComment extends Pick<CreateComment, "identity" | "once" | "bulk" | "because"> {
  readonly number: NumberOrRef;
  readonly key: string;
  readonly data?: MarkerData;
  readonly text: string;
}

/** Writes the comment with its marker, by which it is found again. */
export function createMarked({ key, data, text, ...comment }: WantedComment): CreateComment {
  return { action: "create-comment", ...comment, body: `${marker(key, data)}\n${text}` };
}

/** Deletes comments that are no longer true, or that a new one replaces. */
export function deleteMarked(comments: readonly MarkedComment[], because: string): DeleteComment[] {
  return comments.map(({ id }) => ({ action: "delete-comment", comment_id: id, because }));
}

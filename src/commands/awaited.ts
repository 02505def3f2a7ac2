import type { GitHub } from "../github/client.ts";
import { isGone } from "../github/error-meaning.ts";
import { NotVisibleYet } from "../github/errors.ts";
import type { RepoRef } from "../github/repo-ref.ts";
import type { CommentFacts } from "./pending.ts";

/**
 * Comments that webhooks reported, and their replies: GitHub's lists may show neither yet (dt-mergebot#43,
 * palantir/policy-bot#47), and of a long conversation only the end is read.
 */
export interface CommentObservations {
  observed(prefix: string): Promise<readonly { readonly key: string; readonly ageSeconds: number }[]>;
  created(prefix: string): Promise<readonly { readonly identity: string }[]>;
}

/** Prefix of the keys of comments that webhooks reported; the number and the comment's id follow. */
export const OBSERVED = "comment/";
const REPLIED = [/^reply\/(\d+)$/, /^reaction\/(\d+)\/confused$/];
/** A comment that cannot be read is requested again after 2, 5 and 15 seconds; then it counts as deleted. */
const PATIENCE = [2, 7, 22];
/** An unanswered comment that no list shows is no longer read once it is older than this. */
const OLDEST_SECONDS = 86_400;
const MOST = 20;

/** Key of a comment with a command until it is answered. */
export function observedComment(number: number, comment: number): string {
  return `${OBSERVED}${number}/${comment}`;
}

/** The comments of one repository that wait for an answer, and those that have one. */
export interface Awaited {
  /** The comments of one issue or pull request, without answered ones and with those that its list does not show. */
  complete(number: number, listed: readonly CommentFacts[]): Promise<readonly CommentFacts[]>;
}

/** Throws `NotVisibleYet` if a comment that a webhook just reported cannot be read yet. */
export async function readAwaited(
  github: GitHub,
  { owner, name: repo }: RepoRef,
  memory: CommentObservations,
): Promise<Awaited> {
  const observed = await memory.observed(OBSERVED);
  const replied = observed.length === 0 ? new Set<number>() : await readReplied(memory);
  const read = async (comment_id: number, ageSeconds: number): Promise<CommentFacts[]> => {
    try {
      const { data } = await github.rest("GET /repos/{owner}/{repo}/issues/comments/{comment_id}", {
        owner,
        repo,
        comment_id,
      });
      const { login, type } = data.user ?? {};
      return [
        {
          id: data.id,
          author: login === undefined ? null : { login, bot: type === "Bot" },
          body: data.body ?? "",
          createdAt: new Date(data.created_at),
          edited: data.updated_at !== data.created_at,
          receipted: false,
          refused: false,
        },
      ];
    } catch (error) {
      if (!isGone(error)) throw error;
      const next = PATIENCE.find((seconds) => seconds > ageSeconds);
      if (next === undefined) return [];
      throw new NotVisibleYet(`comment ${comment_id}`, next - ageSeconds);
    }
  };
  return {
    async complete(number, listed) {
      const shown = new Set(listed.map(({ id }) => id));
      const missing = observed
        .filter(({ key, ageSeconds }) => key.startsWith(`${OBSERVED}${number}/`) && ageSeconds < OLDEST_SECONDS)
        .map(({ key, ageSeconds }) => ({ id: Number(key.split("/")[2]), ageSeconds }))
        .filter(({ id }) => !shown.has(id) && !replied.has(id))
        .slice(0, MOST);
      const found: CommentFacts[] = [];
      for (const { id, ageSeconds } of missing) found.push(...(await read(id, ageSeconds)));
      const open = listed.filter(({ id }) => !replied.has(id));
      return [...open, ...found].sort((a, b) => a.id - b.id);
    },
  };
}

async function readReplied(memory: CommentObservations): Promise<Set<number>> {
  const made = [...(await memory.created("reply/")), ...(await memory.created("reaction/"))];
  return new Set(
    made.flatMap(({ identity }) =>
      REPLIED.flatMap((pattern) => Number(pattern.exec(identity)?.[1] ?? Number.NaN) || []),
    ),
  );
}

import type { GitHub } from "../github/client.ts";
import { NotFound, NotVisibleYet } from "../github/errors.ts";
import type { RepoRef } from "../github/repo-ref.ts";
import type { CommentFacts } from "./pending.ts";

/**
 * What webhooks told of comments, and what was answered: GitHub's lists may show neither yet (dt-mergebot#43,
 * palantir/policy-bot#47), and of a long conversation they show the end only.
 */
export interface CommentObservations {
  observed(prefix: string): Promise<readonly { readonly key: string; readonly ageSeconds: number }[]>;
  created(prefix: string): Promise<readonly { readonly identity: string }[]>;
}

/** What begins the keys of comments that webhooks told of; then come the number and the comment's id. */
export const OBSERVED = "comment/";
const REPLIED = [/^reply\/(\d+)$/, /^reaction\/(\d+)\/confused$/];
/** A comment that cannot be read is asked for again after 2, 5 and 15 seconds; then it is taken for deleted. */
const PATIENCE = [2, 7, 22];
/** Older than this, a comment that no list shows and nobody answered is no longer looked for. */
const OLDEST_SECONDS = 86_400;
const MOST = 20;

/** By what a comment with a command is remembered until it is answered. */
export function observedComment(number: number, comment: number): string {
  return `${OBSERVED}${number}/${comment}`;
}

/** The comments of one repository that await an answer, and those that have one. */
export interface Awaited {
  /** The comments of one issue or pull request: without those that were answered, with those that its list does not show. */
  complete(number: number, listed: readonly CommentFacts[]): Promise<readonly CommentFacts[]>;
}

/** Throws `NotVisibleYet` where a comment that a webhook told of a moment ago cannot be read yet. */
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
      if (!(error instanceof NotFound)) throw error;
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

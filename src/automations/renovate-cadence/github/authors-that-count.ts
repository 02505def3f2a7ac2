import type { GitHub } from "../../../github/client.ts";
import { mayWrite } from "../../../github/may-write.ts";
import type { RepoRef } from "../../../github/repo-ref.ts";
import { countsUnasked } from "../reading/bot.ts";
import type { Author } from "../reading/pull-texts.ts";

/** More people than that write no updates. */
const MOST_ASKED = 10;

/** Whether what somebody wrote counts as a bot's: a bot's does, one of `authors`, and of others those who may write here. */
export function authorsThatCount(github: GitHub, repository: RepoRef, authors: readonly string[]) {
  const asked = new Map<string, Promise<boolean>>();
  return async (author: Author | null): Promise<boolean> => {
    if (author === null || countsUnasked(author, authors)) return author !== null;
    const known = asked.get(author.login);
    if (known !== undefined) return known;
    if (asked.size >= MOST_ASKED) return false;
    const answer = mayWrite(github, repository, author.login);
    asked.set(author.login, answer);
    return answer;
  };
}

export type Counts = ReturnType<typeof authorsThatCount>;

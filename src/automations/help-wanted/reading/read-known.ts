import type { GitHub } from "../../../github/client.ts";
import { readNumberedPages } from "../../../github/read-pages.ts";
import { A_PAGE } from "../../../github-limits.ts";
import type { ReconcileContext } from "../../automation.ts";
import { type KnownRequest, latestOf } from "../request/known.ts";
import { recordedIn } from "../request/recorded.ts";

const DAY_MS = 86_400_000;
/** Whoever was not asked for so long counts as never asked. */
const DAYS = 90;
const MOST_PAGES = 10;

/** The requests of this repository, by the comments about them that were written or edited last. */
export async function readKnown(
  github: GitHub,
  { repository: { owner, name: repo }, now, self }: ReconcileContext<"help-wanted">,
): Promise<readonly KnownRequest[]> {
  const since = new Date(now.getTime() - DAYS * DAY_MS).toISOString();
  const order = { sort: "updated", direction: "desc", since, per_page: A_PAGE } as const;
  const read = async (page: number) =>
    (await github.rest("GET /repos/{owner}/{repo}/issues/comments", { owner, repo, ...order, page })).data;
  const found: KnownRequest[] = [];
  for await (const page of readNumberedPages(read, { most: MOST_PAGES })) {
    for (const { id, user, body, issue_url } of page) {
      const author = user === null ? null : { login: user.login, bot: user.type === "Bot" };
      const recorded = recordedIn([{ id, author, body: body ?? "" }], self);
      if (recorded !== null) found.push({ number: Number(issue_url.split("/").at(-1)), request: recorded.request });
    }
  }
  return latestOf(found);
}

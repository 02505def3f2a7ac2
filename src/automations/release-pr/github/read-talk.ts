import type { GitHub } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { PageCursor } from "../../../github/page-cursor.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { OpenPull } from "../facts.ts";
import { personOf } from "./read-people.ts";
import { releaseTalk, type releaseTalkResult } from "./release-talk.generated.ts";

/** 5,000 comments and 5,000 reviews. */
const MOST_PAGES = 50;

/**
 * Whether a human commented or reviewed, after however many bots: that keeps a pull request open, so pages are read
 * until one is found. Only read where everything else lets Detoil close it.
 */
export async function withTalk(github: GitHub, context: ReconcileContext, openPull: OpenPull): Promise<OpenPull> {
  if (!openPull.ours || !openPull.isTalkCut || openPull.humans.length > 0) return openPull;
  const { owner, name } = context.repository;
  const [comments, reviews] = [new PageCursor(), new PageCursor()];
  for (let page = 0; page < MOST_PAGES && (comments.more || reviews.more); page += 1) {
    const { repository }: releaseTalkResult = await github.graphql(releaseTalk, {
      owner,
      name,
      number: openPull.number,
      comments: comments.more,
      commentCursor: comments.after,
      reviews: reviews.more,
      reviewCursor: reviews.after,
    });
    const pull = repository?.pullRequest;
    const humans = [...read(comments, pull?.comments), ...read(reviews, pull?.reviews)];
    if (humans.length > 0) return { ...openPull, humans };
  }
  // Nobody can have read more: treat it as if somebody had commented.
  return { ...openPull, isTalkCut: comments.more || reviews.more };
}

type Page = NonNullable<NonNullable<releaseTalkResult["repository"]>["pullRequest"]>["comments"];

/** Adds one page; returns the humans on it. */
function read(cursor: PageCursor, page: Page | null): string[] {
  if (!cursor.more) return [];
  cursor.moveBehind(page);
  const people = nodesOf(page).flatMap(({ author }) => personOf(author) ?? []);
  return people.filter((person) => !person.bot).map((person) => person.login);
}

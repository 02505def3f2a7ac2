import { nodesOf } from "../../../github/nodes.ts";
import type { Reading } from "../../../records/book.ts";
import type { ChangeFacts, ChangeNode, ReviewNode } from "./change-facts.ts";
import { repairsIn } from "./repairs.ts";

/**
 * A merged pull request's record; null: it is not merged. What happened after the merge, such as a late review, does not
 * belong to it, so that it is the same whenever it is read.
 */
export function changeReading(
  { node, authored, reviews, services, reverts }: ChangeFacts,
  repo: string,
): Reading | null {
  if (node.mergedAt === null) return null;
  const mergedAt = Date.parse(node.mergedAt);
  const reviewed = reviews.filter((review) => isByAnotherPerson(review, node.author));
  const before = (times: readonly (string | null | undefined)[]) =>
    earliest(times.flatMap((time) => (time == null || Date.parse(time) > mergedAt ? [] : [Date.parse(time)])));
  return {
    type: "change",
    key: node.number,
    version: Date.parse(node.updatedAt),
    record: {
      type: "change",
      repo,
      pull: node.number,
      sha: node.mergeCommit?.oid ?? null,
      author: loginOf(node.author),
      firstCommitAt: earliest(authored.map(Date.parse)),
      openedAt: Date.parse(node.createdAt),
      readyAt: before(nodesOf(node.timelineItems).map((event) => ("createdAt" in event ? event.createdAt : null))),
      firstReviewAt: before(reviewed.map(({ submittedAt }) => submittedAt)),
      approvedAt: before(reviewed.map(({ state, submittedAt }) => (state === "APPROVED" ? submittedAt : null))),
      mergedAt,
      labels: nodesOf(node.labels).map(({ name }) => name),
      services,
      reverts,
      repairs: repairsIn(node.body),
      base: node.baseRefName,
      head: node.headRefName,
      fork: node.isCrossRepository,
    },
  };
}

/**
 * A bot's review counts for nothing (contract §8, "Authority"), nor does one that was not submitted. Of two deleted accounts
 * nobody knows whether they are one.
 */
function isByAnotherPerson({ author, submittedAt }: ReviewNode, writer: ChangeNode["author"]): boolean {
  if (submittedAt === null || author?.__typename === "Bot") return false;
  return author?.login !== writer?.login;
}

/** As REST and sre.yml name it. */
function loginOf(author: ChangeNode["author"]): string | null {
  if (author === null) return null;
  return author.__typename === "Bot" && !author.login.endsWith("[bot]") ? `${author.login}[bot]` : author.login;
}

function earliest(times: readonly number[]): number | null {
  return times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b));
}

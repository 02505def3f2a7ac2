import { expect, test } from "vitest";
import { again } from "../../../src/automations/four-keys/again.ts";
import type { ChangeFacts, ChangeNode, ReviewNode } from "../../../src/automations/four-keys/change/change-facts.ts";
import { changeReading } from "../../../src/automations/four-keys/change/change-reading.ts";
import { repairsIn } from "../../../src/automations/four-keys/change/repairs.ts";
import { revertClaim } from "../../../src/automations/four-keys/change/revert-claim.ts";

const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, "0")}:00:00Z`;
const ms = (hour: number) => Date.parse(at(hour));
const ALICE = { __typename: "User", login: "alice" } as const;
const BO = { __typename: "User", login: "bo" } as const;
const BOT = { __typename: "Bot", login: "coder" } as const;
const PAGE = { hasNextPage: false, endCursor: null };

const NODE: ChangeNode = {
  id: "PR_x",
  number: 12,
  title: "Pay by card",
  body: "",
  author: ALICE,
  createdAt: at(2),
  mergedAt: at(10),
  updatedAt: at(11),
  baseRefName: "main",
  headRefName: "pay",
  isCrossRepository: false,
  mergeCommit: { oid: "m".repeat(40) },
  labels: { nodes: [{ name: "hotfix" }] },
  commits: { pageInfo: PAGE, nodes: [] },
  reviews: { pageInfo: PAGE, nodes: [] },
  timelineItems: { nodes: [] },
};

interface Given {
  readonly node?: Partial<ChangeNode>;
  readonly authored?: readonly string[];
  readonly reviews?: readonly ReviewNode[];
  readonly reverts?: string;
}

function recordOf({ node, authored = [], reviews = [], reverts }: Given) {
  const facts: ChangeFacts = { node: { ...NODE, ...node }, authored, reviews, services: [], reverts: reverts ?? null };
  const reading = changeReading(facts, "acme/shop");
  return reading?.type === "change" ? reading.record : null;
}

const review = (author: ReviewNode["author"], state: ReviewNode["state"], hour: number | null): ReviewNode => ({
  author,
  state,
  submittedAt: hour === null ? null : at(hour),
});
const ready = (...hours: number[]) => ({ nodes: hours.map((hour) => ({ createdAt: at(hour) })) });

test("a merged pull request is read with everything that the numbers need", () => {
  const facts: ChangeFacts = {
    node: NODE,
    authored: [at(1)],
    reviews: [review(BO, "APPROVED", 5)],
    services: [],
    reverts: null,
  };
  expect(changeReading(facts, "acme/shop")).toEqual({
    type: "change",
    key: 12,
    version: ms(11),
    record: {
      ...{ type: "change", repo: "acme/shop", pull: 12, sha: "m".repeat(40), author: "alice" },
      ...{ firstCommitAt: ms(1), openedAt: ms(2), readyAt: null, firstReviewAt: ms(5), approvedAt: ms(5) },
      ...{ mergedAt: ms(10), labels: ["hotfix"], services: [], reverts: null, repairs: null },
      ...{ base: "main", head: "pay", fork: false },
    },
  });
});

test("one that is not merged is none", () => {
  expect(recordOf({ node: { mergedAt: null } })).toBeNull();
});

test.each<[string, Given, object]>([
  // A rebase keeps authored dates, so the earliest commit need not be the first one.
  ["the earliest authored date counts", { authored: [at(9), at(3), at(5)] }, { firstCommitAt: ms(3) }],
  ["no commits are shown", {}, { firstCommitAt: null }],
  ["it was a draft", { node: { timelineItems: ready(4) } }, { readyAt: ms(4) }],
  ["it was never a draft", {}, { readyAt: null, openedAt: ms(2) }],
  ["its author is a bot", { node: { author: BOT } }, { author: "coder[bot]" }],
  ["its author is gone", { node: { author: null } }, { author: null }],
  ["it is from a fork", { node: { isCrossRepository: true } }, { fork: true }],
  ["its merge commit is gone", { node: { mergeCommit: null } }, { sha: null }],
  ["it reverts something", { reverts: "r".repeat(40) }, { reverts: "r".repeat(40) }],
  ["it repairs something", { node: { body: "Fixes-deploy: #7" } }, { repairs: 7 }],
])("%s", (_name, given, expected) => {
  expect(recordOf(given)).toMatchObject(expected);
});

const REVIEWED = { firstReviewAt: null, approvedAt: null };

test.each<[string, Given, object]>([
  ["nobody reviewed it", {}, REVIEWED],
  ["its author's comments are no review", { reviews: [review(ALICE, "COMMENTED", 3)] }, REVIEWED],
  ["a bot's review counts for nothing", { reviews: [review(BOT, "APPROVED", 3)] }, REVIEWED],
  ["a review that is not submitted", { reviews: [review(BO, "PENDING", null)] }, REVIEWED],
  ["a review after the merge", { reviews: [review(BO, "APPROVED", 11)] }, REVIEWED],
  ["a comment begins the review", { reviews: [review(BO, "COMMENTED", 3)] }, { ...REVIEWED, firstReviewAt: ms(3) }],
  [
    "an approval that was dismissed is a review",
    { reviews: [review(BO, "DISMISSED", 3)] },
    { ...REVIEWED, firstReviewAt: ms(3) },
  ],
  [
    "the first review and the first approval",
    {
      reviews: [
        review(BO, "APPROVED", 8),
        review(BO, "APPROVED", 6),
        review(BO, "CHANGES_REQUESTED", 4),
        review(ALICE, "COMMENTED", 3),
      ],
    },
    { firstReviewAt: ms(4), approvedAt: ms(6) },
  ],
  ["a reviewer whose account is gone", { reviews: [review(null, "APPROVED", 4)] }, { approvedAt: ms(4) }],
  [
    "author and reviewer are gone: they may be one",
    { node: { author: null }, reviews: [review(null, "APPROVED", 4)] },
    REVIEWED,
  ],
])("review: %s", (_name, given, expected) => {
  expect(recordOf(given)).toMatchObject(expected);
});

const SHA = "0123456789abcdef0123456789abcdef01234567";

test.each([
  ["nothing", { body: "Reverts nothing" }, null],
  ["GitHub's button", { body: "Reverts acme/shop#7" }, { number: 7, commit: null }],
  ["another repository's", { body: "Reverts other/shop#7" }, null],
  ["`git revert`", { body: `This reverts commit ${SHA}.` }, { number: null, commit: SHA }],
  ["both", { body: `Reverts #7\n\nThis reverts commit ${SHA}.` }, { number: 7, commit: SHA }],
  ["a squash's title", { title: 'Revert "Pay by card (#7)" (#12)' }, { number: 7, commit: null }],
  ["the title alone", { title: 'Revert "Pay by card"' }, null],
  ["itself", { body: "Reverts #12" }, null],
  ["a number that GitHub cannot have", { body: "Reverts #9999999999" }, null],
  ["a quote", { body: "> Reverts #7" }, null],
])("a text reverts: %s", (_name, text, expected) => {
  const said = { number: 12, title: "Title", body: "", ...text };
  expect(revertClaim(said, [], { owner: "acme", name: "shop" })).toEqual(expected);
});

const OTHER = "89abcdef0123456789abcdef0123456789abcdef";
const commit = (oid: string, message: string) => ({ oid: oid.repeat(40), message });
const revert = (oid: string, reverted: string) => commit(oid, `Revert "x"\n\nThis reverts commit ${reverted}.`);

test.each([
  ["none of them", "", [commit("a", "Pay by card")], null],
  ["one of them", "", [commit("a", "Tidy up"), revert("b", SHA)], { number: null, commit: SHA }],
  ["two of them: the first counts", "", [revert("a", SHA), revert("b", OTHER)], { number: null, commit: SHA }],
  [
    "what the text names comes first",
    `This reverts commit ${OTHER}.`,
    [revert("a", SHA)],
    { number: null, commit: OTHER },
  ],
  ["beside the pull request that the text names", "Reverts #7", [revert("a", SHA)], { number: 7, commit: SHA }],
  ["of its own commits", "", [commit("a", "Try"), revert("b", "aaaaaaaa")], null],
  ["and takes that back", "", [revert("a", SHA), revert("b", "a".repeat(40))], null],
  [
    "takes it back, and again",
    "",
    [revert("a", SHA), revert("b", "aaaaaaa"), revert("c", "bbbbbbb")],
    { number: null, commit: SHA },
  ],
])("a commit reverts: %s", (_name, body, commits, expected) => {
  expect(revertClaim({ number: 12, title: "Title", body }, commits, { owner: "acme", name: "shop" })).toEqual(expected);
});

test.each([
  ["Fixes-deploy: #7", 7],
  ["Something\n\nfixes-deploy: #7.", 7],
  ["Repair #7 at once\n\nSee #8", 7],
  ["Repair it\n\nSee #8", null],
  ["See #8\n\nFixes-deploy: #7", 7],
  ["`#7`", null],
  ["", null],
])("the text %j repairs #%s", (body, expected) => {
  expect(repairsIn(body)).toBe(expected);
});

test("a merge of a moment ago is read once more, when lists had a minute", () => {
  const facts = {
    kind: "change",
    change: { node: NODE, authored: [], reviews: [], services: [], reverts: null },
    commits: [],
  } as const;
  const now = (seconds: number) => ({ now: new Date(ms(10) + seconds * 1_000) });
  expect(again(facts, now(2))).toEqual(new Date(ms(10) + 60_000));
  expect(again(facts, now(60))).toBeNull();
});

import { expect, test } from "vitest";
import { isSettled } from "../../../src/automations/release-pr/github/kept-histories.ts";
import type { OpenLane } from "../../../src/automations/release-pr/github/open-lane.ts";
import type { FirstPage, PullPages } from "../../../src/automations/release-pr/github/read-lane.ts";
import { readFirstPage, readOlderPulls } from "../../../src/automations/release-pr/github/read-lane.ts";
import type { Lane } from "../../../src/config/schema.ts";
import type { GitHub } from "../../../src/github/client.ts";
import { PageCursor } from "../../../src/github/page-cursor.ts";
import { commit } from "./history.ts";

const NOW = new Date("2026-11-20T01:00:00Z");
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000).toISOString();
const EARLIER = ago(390);
const JUST_NOW = ago(30);
/** Just now, by a clock that is five minutes behind. */
const BEHIND = ago(330);

interface Read {
  /** When the pull requests of the first page were updated. */
  readonly updated?: readonly string[];
  readonly isMore?: boolean;
  readonly ahead?: number;
  readonly commits?: readonly string[];
  readonly cut?: boolean;
  readonly isDeep?: boolean;
  /** When the tips were committed. */
  readonly base?: string;
  readonly head?: string;
}

function settled(read: Read): boolean {
  const {
    updated = [EARLIER],
    isMore = true,
    ahead = 2,
    commits = ["a", "tip"],
    base = EARLIER,
    head = EARLIER,
  } = read;
  const pageInfo = { hasNextPage: isMore, endCursor: "x" };
  const first = {
    base: { target: { oid: "base", committedDate: base } },
    merged: { pageInfo, nodes: updated.map((updatedAt) => ({ updatedAt })) },
  } as unknown as FirstPage;
  const lane = {} as Lane;
  const open: OpenLane = { kind: "open", lane, first, head: { oid: "tip" }, releases: [] };
  const history = {
    ahead,
    commits: commits.map((oid) => ({ ...commit(oid, []), oid, committedAt: head })),
    cut: read.cut ?? false,
    brought: new Map(),
    inBase: new Set<string>(),
    released: new Map(),
  };
  return isSettled([open], open, { history, isDeep: read.isDeep ?? false }, NOW);
}

test.each<[string, Read, boolean]>([
  ["nothing happened lately", {}, true],
  ["a pull request was updated just now: the first page shows it", { updated: [JUST_NOW, EARLIER] }, true],
  ["a whole page was: the next one may lack some of it", { updated: [JUST_NOW, JUST_NOW] }, false],
  ["a whole page was, and there is no other", { updated: [JUST_NOW, JUST_NOW], isMore: false }, true],
  ["no pull request was ever merged", { updated: [], isMore: false }, true],
  ["fewer commits than GitHub counts: another replica answered", { commits: ["tip"] }, false],
  ["more of them", { ahead: 1 }, false],
  ["as many, without the tip that the first page shows", { commits: ["a", "former"] }, false],
  ["more than can be read", { ahead: 30_000, cut: true }, true],
  ["nothing is ahead", { ahead: 0, commits: [] }, true],
  ["further requests, and nothing happened lately", { isDeep: true }, true],
  ["further requests, and a pull request was updated just now", { isDeep: true, updated: [JUST_NOW, EARLIER] }, false],
  ["further requests, and the same by a clock that is behind", { isDeep: true, updated: [BEHIND, EARLIER] }, false],
  ["a whole page was updated just now by a clock that is behind", { updated: [BEHIND, BEHIND] }, false],
  ["further requests, and the base was pushed to just now", { isDeep: true, base: JUST_NOW }, false],
  ["further requests, and the head was pushed to just now", { isDeep: true, head: JUST_NOW }, false],
])("%s", (_name, read, expected) => {
  expect(settled(read)).toBe(expected);
});

test("a later page that is behind does not undo what the first one shows", async () => {
  const node = (number: number, updatedAt: string, hold: boolean) => ({
    ...{ number, title: "", body: "", mergedAt: EARLIER, updatedAt, baseRefName: "develop", headRefName: "b" },
    ...{ headRefOid: "h", isCrossRepository: false, author: null, mergeCommit: { oid: `m${number}` } },
    ...{ assignees: { nodes: [] }, labels: { nodes: hold ? [{ name: "hold" }] : [] } },
  });
  const pages = [[node(1, JUST_NOW, true)], [node(2, EARLIER, false), node(1, EARLIER, false)]].map((nodes, at) => ({
    merged: { nodes, pageInfo: { hasNextPage: at === 0, endCursor: `p${at}` } },
  }));
  const github = { graphql: async () => ({ repository: pages.shift() ?? null }) } as unknown as GitHub;
  const shared: PullPages = { pulls: new Map(), cursor: new PageCursor(), oldest: null };
  const context = { repository: { id: 1, owner: "acme", name: "shop" }, self: { login: "detoil[bot]" } } as never;
  const lane = { from: "develop", to: "main" } as Lane;
  await readFirstPage(github, context, lane, shared);
  await readOlderPulls(github, context, lane, [lane], shared, [commit("x", [])]);
  expect([...shared.pulls.values()].map(({ number, labels }) => [number, labels])).toEqual([
    [1, ["hold"]],
    [2, []],
  ]);
});

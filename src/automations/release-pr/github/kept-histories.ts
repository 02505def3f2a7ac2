import { hashOf } from "../../../github/hash.ts";
import { nodesOf } from "../../../github/nodes.ts";
import type { Repository } from "../../automation.ts";
import type { GraphCommit, MergedPull, MissingLane } from "../facts.ts";
import type { OpenLane } from "./open-lane.ts";
import type { LaneHistory, ReadHistory } from "./read-history.ts";

/** The histories of all lanes, which share the pull requests that they found. */
export interface Histories {
  readonly pulls: readonly MergedPull[];
  /** As in sre.yml; null: the lane lacks a branch. */
  readonly lanes: readonly (LaneHistory | null)[];
}

type Opened = OpenLane | MissingLane;

/**
 * All that a history depends on, as far as first pages show it: sre.yml's lanes, the tips, the newest commits of either
 * side, the earlier releases, and the hundred pull requests that were updated last. One that is further back and changes
 * comes to their top. Cursors are not part of it: nothing says that GitHub gives the same ones again.
 */
export function keyOf({ owner, name }: Repository, opened: readonly Opened[]): string {
  const parts = opened.map((open) => {
    if (open.kind === "missing") return { lane: open.lane };
    const { lane, first, head, releases } = open;
    const { base, merged } = first;
    return { lane, base, head: head.oid, baseOnly: first.head?.compare, merged, releases };
  });
  const text = JSON.stringify([owner, name, parts], (key, value) => (key === "endCursor" ? undefined : value));
  return hashOf(text);
}

/**
 * By then GitHub shows on every replica what it shows on one: its reads lag behind webhooks and each other by seconds. Its
 * clock, and a committer's, may be five minutes behind this machine's.
 */
const VISIBLE_MS = 60_000 + 5 * 60_000;

/**
 * Whether what was read after the first pages is of the same moment as they are. Pages of commits fit or they do not; a
 * page of pull requests can only be behind by what was updated lately, and that is on the first page unless it is full
 * of it. For anything else, nothing must have happened lately.
 */
export function isSettled(
  opened: readonly Opened[],
  { first, head }: OpenLane,
  { history, isDeep }: ReadHistory,
  now: Date,
): boolean {
  const { ahead, commits, cut } = history;
  const fits = commits.length === ahead && (ahead === 0 || commits.some((commit) => commit.oid === head.oid));
  if (!fits && !cut) return false;
  const long = now.getTime() - VISIBLE_MS;
  const pages = opened.flatMap((open) => (open.kind === "missing" ? [] : (open.first.merged ?? [])));
  const updates = pages.flatMap((page) => nodesOf(page).map(({ updatedAt }) => Date.parse(updatedAt)));
  const isMore = pages.some((page) => page.pageInfo.hasNextPage);
  if (isMore && !updates.some((time) => time <= long)) return false;
  const tip = first.base?.target;
  const committed = tip != null && "committedDate" in tip ? [tip.committedDate] : [];
  const times = [...committed, ...commits.map(({ committedAt }) => committedAt)].map((time) => Date.parse(time));
  return !isDeep || [...updates, ...times].every((time) => time <= long);
}

/** Of an object with its fields and short strings, as V8 keeps it. */
const OBJECT_BYTES = 600;

/** Memory that histories take, roughly: characters are two bytes where one of them is not Latin. */
export function bytesOf({ pulls, lanes }: Histories): number {
  const ofCommits = (commits: readonly GraphCommit[]) => sum(commits.map(({ message }) => message));
  const histories = lanes.filter((lane) => lane !== null);
  return (
    sum(pulls.map(({ title, body }) => title + body)) +
    histories.reduce((total, lane) => total + ofCommits([...lane.commits, ...[...lane.brought.values()].flat()]), 0)
  );
}

function sum(texts: readonly string[]): number {
  return texts.reduce((total, text) => total + OBJECT_BYTES + 2 * text.length, 0);
}

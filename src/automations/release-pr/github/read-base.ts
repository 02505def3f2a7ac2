import type { Lane } from "../../../config/schema.ts";
import type { GitHub } from "../../../github/client.ts";
import type { ReconcileContext } from "../../automation.ts";
import { commitGraphOf } from "../changes/commit-graph.ts";
import { inBaseOf } from "../changes/in-base.ts";
import { isLaneMerge } from "../changes/lane-merge.ts";
import { revertedTargets } from "../changes/reverted-in-base.ts";
import { numberNamed, rewrittenCommits } from "../changes/rewritten-commits.ts";
import { mayHaveShipped, withoutShipped } from "../changes/shipped.ts";
import type { GraphCommit, LaneFacts, MergedPull, Release } from "../facts.ts";
import { compare, previousHead } from "./read-brought.ts";
import { readInBase } from "./read-in-base.ts";
import { readNumbered, unseenNumbers } from "./read-pulls.ts";

interface BaseReading {
  readonly lane: Lane;
  readonly lanes: readonly Lane[];
  readonly commits: readonly GraphCommit[];
  readonly baseOnly: LaneFacts["baseOnly"];
  readonly releases: readonly Release[];
  /** Relevant pull requests that this finds are added. */
  readonly pulls: Map<number, MergedPull>;
}

/** What the base has of what seems to wait, and what it has reverted. Makes a request only where the answer matters. */
export async function readBase(
  github: GitHub,
  context: ReconcileContext,
  reading: BaseReading,
): Promise<Pick<LaneFacts, "inBase" | "released">> {
  const { lane, commits, baseOnly, releases, pulls } = reading;
  const inBase = new Set<string>();
  const requested = new Set<string>();
  const ask = async () => {
    const oids = unknownCommits(reading, inBase).filter((oid) => !requested.has(oid));
    for (const oid of oids) requested.add(oid);
    for (const oid of await readInBase(github, context, lane.to, oids)) inBase.add(oid);
  };
  await ask();
  const left = withoutShipped(commits, releases, [...pulls.values()], inBaseOf({ lane, baseOnly, inBase }));
  const { owner, name } = context.repository;
  const known = { baseOnly, releases, pulls: [...pulls.values()] };
  const numbers = [
    ...revertedTargets(known, `${owner}/${name}`).filter((number) => !pulls.has(number)),
    ...unseenReleases(reading, left),
  ];
  if (numbers.length > 0) {
    for (const pull of await readNumbered(github, { owner, name }, [...new Set(numbers)])) pulls.set(pull.number, pull);
    await ask();
  }
  return { inBase, released: await readReleased(github, context, reading) };
}

/** Merge commits that the base may have, where branch names do not tell. */
function unknownCommits(
  { lane, commits, baseOnly, releases, pulls }: BaseReading,
  inBase: ReadonlySet<string>,
): string[] {
  const all = [...pulls.values()];
  const isInBase = inBaseOf({ lane, baseOnly, inBase });
  const left = commitGraphOf(withoutShipped(commits, releases, all, isInBase));
  const graph = commitGraphOf(commits);
  const shippers = all.filter((pull) => left.has(pull.headOid) && mayHaveShipped(pull, graph.has) && !isInBase(pull));
  const copied = [...rewrittenCommits(all, graph, isInBase).keys()];
  return [...new Set([...shippers, ...copied].flatMap((pull) => pull.mergeCommit ?? []))];
}

/** Pull requests into the base, merged after something that waits and on no page: they may have shipped it. */
function unseenReleases({ lane, lanes, baseOnly, pulls }: BaseReading, left: readonly GraphCommit[]): number[] {
  const oids = new Set(left.map((commit) => commit.oid));
  const waiting = [...pulls.values()].filter(
    (pull) => oids.has(pull.mergeCommit ?? "") && !isLaneMerge(pull, lane, lanes),
  );
  const oldest = Math.min(...waiting.map((pull) => Date.parse(pull.mergedAt)));
  return baseOnly
    .filter((commit) => Date.parse(commit.committedAt) > oldest)
    .flatMap((commit) => numberNamed(commit.message) ?? [])
    .filter((number) => !pulls.has(number));
}

/** The content of each release that was reverted on the base. */
async function readReleased(
  github: GitHub,
  context: ReconcileContext,
  { lane, lanes, baseOnly, releases, pulls }: BaseReading,
): Promise<Map<number, readonly number[]>> {
  const { owner, name } = context.repository;
  const onlyThere = new Set(baseOnly.map((commit) => commit.oid));
  const released = new Map<number, readonly number[]>();
  const known = { baseOnly, releases, pulls: [...pulls.values()] };
  for (const number of revertedTargets(known, `${owner}/${name}`)) {
    const pull = pulls.get(number);
    if (pull?.mergeCommit == null || !onlyThere.has(pull.mergeCommit)) continue;
    const parents =
      releases.find((release) => release.number === number)?.mergeParents ??
      (await parentsAt(github, context, pull.mergeCommit));
    const start = parents.length > 1 ? parents[0] : ((await previousHead(github, context, pull)) ?? parents[0]);
    const commits = start === undefined ? [] : await compare(github, context, start, pull.headOid);
    for (const unseen of await readNumbered(github, { owner, name }, unseenNumbers(commits, pulls)))
      pulls.set(unseen.number, unseen);
    const oids = new Set(commits.map((commit) => commit.oid));
    const within = [...pulls.values()].filter(
      (one) => oids.has(one.mergeCommit ?? "") && !isLaneMerge(one, lane, lanes),
    );
    released.set(
      number,
      within.map((one) => one.number),
    );
  }
  return released;
}

/** The parents of one commit. */
export async function parentsAt(github: GitHub, context: ReconcileContext, ref: string): Promise<string[]> {
  const { owner, name: repo } = context.repository;
  const { data } = await github.rest("GET /repos/{owner}/{repo}/commits/{ref}", { owner, repo, ref });
  return data.parents.map((parent) => parent.sha);
}

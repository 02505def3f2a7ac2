import type { History, MergedPull } from "./facts.ts";

/** A branch that is released into another one. */
export interface FoundLane {
  readonly from: string;
  readonly to: string;
  /** What was merged from one into the other; none: only the branches' names say so. */
  readonly releases: readonly MergedPull[];
}

const SOURCES = ["develop", "development", "dev", "next", "staging"];
const TARGETS = ["main", "master", "production", "release"];
/** More are no way to release: every branch is merged into every other one. */
const MOST = 10;

/**
 * Pairs of lasting branches of which one is merged into the other. A back-merge goes the other way: the branch into which more
 * work is merged from elsewhere is the one that is released.
 */
export function lanesIn(history: History): readonly FoundLane[] {
  const branches = new Set(history.branches);
  const lasting = new Set(
    [history.defaultBranch ?? "", ...history.merged.map(({ base }) => base)].filter((name) => branches.has(name)),
  );
  const between = (pull: MergedPull) =>
    !pull.fork && pull.head !== pull.base && lasting.has(pull.head) && lasting.has(pull.base);
  const work = Map.groupBy(
    history.merged.filter((pull) => !between(pull)),
    ({ base }) => base,
  );
  const pairs = Map.groupBy(history.merged.filter(between), ({ head, base }) => JSON.stringify([head, base]));
  const found = [...pairs.values()].flatMap((releases): FoundLane[] => {
    const [first] = releases;
    return first === undefined ? [] : [{ from: first.head, to: first.base, releases }];
  });
  const amount = (branch: string) => work.get(branch)?.length ?? 0;
  const isBackMerge = ({ from, to, releases }: FoundLane) => {
    const other = pairs.get(JSON.stringify([to, from]))?.length ?? 0;
    return other > 0 && (amount(to) > amount(from) || (amount(to) === amount(from) && other > releases.length));
  };
  const lanes = found.filter((lane) => !isBackMerge(lane));
  if (lanes.length > 0) return inOrder(lanes).slice(0, MOST);
  const from = SOURCES.find(
    (name) => history.branches.includes(name) && (amount(name) > 0 || name === history.defaultBranch),
  );
  const to = TARGETS.find((name) => history.branches.includes(name));
  return from === undefined || to === undefined ? [] : [{ from, to, releases: [] }];
}

/** develop → staging before staging → main. */
function inOrder(lanes: readonly FoundLane[]): FoundLane[] {
  const isAfter = (a: FoundLane, b: FoundLane) => a.from === b.to;
  return lanes.toSorted((a, b) => Number(isAfter(a, b)) - Number(isAfter(b, a)));
}

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { worldOf } from "./world.ts";

const reports = join(import.meta.dirname, "../../../../shared/reports");

interface Right {
  /** The boxes of the release pull request. */
  readonly items: readonly number[];
  /** Reverted → by which one. */
  readonly reverted?: Readonly<Record<number, number>>;
  readonly revertedInBase?: readonly number[];
  readonly direct?: number;
  /** false: no release pull request is opened. */
  readonly opens?: boolean;
}

/** Worlds of public bug reports about other tools, by their file, with the right result. */
const right: Readonly<Record<string, Right>> = {
  // 18F/identity-idp#7818
  "revert-with-other-work": { items: [2], reverted: { 1: 2 } },
  "revert-with-other-work-squashed": { items: [2], reverted: { 1: 2 } },
  // flutter/flutter#113640, flutter/cocoon#2226
  "partial-revert-in-words": { items: [1, 2] },
  // ClickHouse/ClickHouse#36339
  "revert-words-in-comment-and-fence": { items: [1, 2, 3] },
  // release-drafter/release-drafter#817
  "renamed-base-squashed": { items: [4] },
  "renamed-head-squashed": { items: [4] },
  // muchdogesec/obstracts#586
  "release-branch-squashed": { items: [4] },
  // microsoft/vscode-pull-request-github#3526, generalaction/emdash#3023
  "five-merged-forks-same-branch": { items: [4] },
  "closed-then-five-forks": { items: [1], opens: false },
  // OpenAstronomy/baldrick#31
  "stranger-closes-lane-pull": { items: [1] },
  // ruby/rubygems#9531, cp2k/dbcsr#145
  "force-pushed-develop": { items: [1, 2, 4] },
  "force-pushed-develop-nothing-new": { items: [1, 2] },
  // kubeflow/kubeflow#2905
  "cherry-picked-to-release-branch": { items: [1] },
  // enormora/pr-log#516
  "release-taken-back-on-main": { items: [4], revertedInBase: [1] },
  "one-of-two-taken-back-on-main": { items: [5], revertedInBase: [1] },
  // khenderson20/clearCore#253
  "back-merge-by-branch": { items: [1] },
};

test.each(Object.entries(right))("%s", async (name, { items, reverted, revertedInBase, direct, opens = true }) => {
  const path = join(reports, `${name}.json`);
  if (!existsSync(path)) {
    console.warn(`shared worlds not found beside this checkout: ${path}`);
    return;
  }
  const world = worldOf(readFileSync(path, "utf8"));
  const result = await world.reconcile();
  const facts = result.facts as {
    readonly items: readonly { number: number; reverted_by: number | null; reverts?: number[] }[];
    readonly reverted_in_base: readonly number[];
    readonly direct_commits: number;
  };
  const boxed = facts.items.filter((item) => item.reverted_by === null && item.reverts === undefined);
  expect(boxed.map((item) => item.number)).toEqual(items);
  const pairs = facts.items.flatMap((item) => (item.reverted_by === null ? [] : [[item.number, item.reverted_by]]));
  expect(Object.fromEntries(pairs)).toEqual(reverted ?? {});
  expect(facts.reverted_in_base).toEqual(revertedInBase ?? []);
  expect(facts.direct_commits).toBe(direct ?? 0);
  expect(result.plan.some((action) => action.action === "create-pull-request")).toBe(opens);
  if (opens) {
    const ticks = [...world.release(laneHead(name)).body.matchAll(/^- \[ \] #(\d+)/gm)];
    expect(ticks.map((match) => Number(match[1]))).toEqual(items);
  }
  expect((await world.reconcile("lanes", false)).plan).toEqual([]);
});

function laneHead(name: string): string {
  return name === "cherry-picked-to-release-branch" ? "release/1.2" : "develop";
}

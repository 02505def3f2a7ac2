import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { joinRecords } from "../../src/metrics/history.ts";
import { reportOf, unshippedIn } from "../../src/metrics/report.ts";
import { change, collected, commit, deployment, SETTINGS } from "./records.ts";

interface World {
  readonly now: string;
  readonly repos: readonly {
    readonly commits: readonly { readonly sha: string; readonly parents: readonly string[] }[];
    readonly pulls: readonly {
      readonly number: number;
      readonly merge_commit_sha: string;
      readonly merged_at: string;
    }[];
    readonly deployments: readonly { readonly id: number; readonly sha: string; readonly created_at: string }[];
  }[];
}

test("a real history, where it exists: each change ships with the first deployment that contains it", () => {
  const file = join(import.meta.dirname, "../../../shared/worlds/botocore.json");
  if (!existsSync(file)) {
    console.warn(`the public world not found beside this checkout: ${file}`);
    return;
  }
  const world = JSON.parse(readFileSync(file, "utf8")) as World;
  const [repo] = world.repos;
  if (repo === undefined) throw new Error("the world has no repository");
  const records = collected(
    ...repo.commits.map(({ sha, parents }) => commit(sha, ...parents)),
    ...repo.pulls.map((pull) => change(pull.number, Date.parse(pull.merged_at), { sha: pull.merge_commit_sha })),
    ...repo.deployments.map(({ id, sha, created_at }) => deployment(id, sha, Date.parse(created_at))),
  );
  const history = joinRecords(records, SETTINGS);

  // One series, so "reachable from this one and from none before" is "the first one that contains it".
  const parents = new Map(repo.commits.map((each) => [each.sha, each.parents]));
  const contained = (tip: string) => {
    const found = new Set([tip]);
    for (const sha of found) for (const parent of parents.get(sha) ?? []) found.add(parent);
    return found;
  };
  const deployed = repo.deployments
    .toSorted((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at))
    .map(({ id, sha }) => ({ id, sha, contains: contained(sha) }));
  const [first] = deployed;
  const expected = repo.pulls.map(({ number, merge_commit_sha: sha }) => {
    const by = deployed.find(({ contains }) => contains.has(sha));
    return [number, by === undefined || (by === first && by.sha !== sha) ? null : by.id];
  });
  const found = history.shippings.map(({ change: { pull }, deployment: by }) => [pull, by?.record.id ?? null]);
  expect(found.length).toBeGreaterThan(100);
  expect(found.sort()).toEqual(expected.sort());

  // What git alone says about this history: 227 releases, 43 pull requests that wait for the next one.
  const window = { from: 0, to: Date.parse(world.now) };
  const waiting = unshippedIn(history, window).filter(({ waits }) => waits);
  expect([reportOf(history, window, SETTINGS).deploymentFrequency.deployments, waiting.length]).toEqual([227, 43]);
});

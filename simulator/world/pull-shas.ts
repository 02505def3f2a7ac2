import { oldestFirst } from "../git/order.ts";
import { diverge } from "../git/walk.ts";
import type { Sha, SimPull, SimRepo } from "../state.ts";
import type { PullInput } from "./pull-shape.ts";
import type { Reading } from "./reading.ts";

type Shas = Pick<SimPull, "head_sha" | "base_sha" | "merge_commit_sha">;

/** A pull request's three commits: what the file says, else what its branches and its merge tell. */
export function pullShas(reading: Reading, repo: SimRepo, input: PullInput): Shas {
  const named = (field: "head_sha" | "base_sha" | "merge_commit_sha"): Sha | null => {
    const name = input[field];
    return name === undefined || name === null ? null : reading.at(field).commit(name, repo.commits);
  };
  const merge_commit_sha = named("merge_commit_sha");
  const base_sha = named("base_sha") ?? baseOf(reading, repo, input, merge_commit_sha);
  return {
    merge_commit_sha,
    base_sha,
    head_sha: named("head_sha") ?? headOf(repo, reading, input, merge_commit_sha, base_sha),
  };
}

function baseOf(reading: Reading, repo: SimRepo, input: PullInput, merged: Sha | null): Sha {
  const before = merged === null ? undefined : repo.commits.get(merged)?.parents[0];
  const base = input.base ?? repo.default_branch;
  const tip = repo.branches.get(base);
  if (input.state === "merged" && before !== undefined) return before;
  if (tip !== undefined) return tip;
  if ((input.state ?? "open") === "open") reading.at("base").fail(`no branch ${base}`);
  return before ?? merged ?? anyCommit(repo);
}

function headOf(repo: SimRepo, reading: Reading, input: PullInput, merged: Sha | null, base: Sha): Sha {
  const ownBranch = input.head_repo === undefined || input.head_repo === repo.name;
  const tip = ownBranch && input.head !== undefined ? repo.branches.get(input.head) : undefined;
  const open = (input.state ?? "open") === "open";
  if (open && tip !== undefined) return tip;
  const last = input.commits?.at(-1);
  if (last !== undefined) return reading.at("commits", (input.commits?.length ?? 1) - 1).commit(last, repo.commits);
  return repo.commits.get(merged ?? "")?.parents[1] ?? merged ?? tip ?? base;
}

function anyCommit(repo: SimRepo): Sha {
  return repo.branches.get(repo.default_branch) ?? [...repo.commits.keys()].at(-1) ?? "";
}

/** The commits it brings, oldest first: as listed, else those that its head has and its base had not. */
export function pullCommits(reading: Reading, repo: SimRepo, input: PullInput, shas: Shas): Sha[] {
  if (input.commits !== undefined) {
    return input.commits.map((name, index) => reading.at("commits", index).commit(name, repo.commits));
  }
  const { ahead } = diverge(repo.commits, shas.base_sha, shas.head_sha);
  return oldestFirst(repo.commits, ahead).map((commit) => commit.sha);
}

import type { Sha, SimRepo } from "../state.ts";

/** The commit that a branch, tag, `refs/…`, sha, or unambiguous beginning of one (7 or more digits) names; null for nothing. */
export function resolveRef(repo: SimRepo, ref: string): Sha | null {
  if (ref === "HEAD") return repo.branches.get(repo.default_branch) ?? null;
  const pull = /^refs\/pull\/(\d+)\/head$/.exec(ref);
  if (pull !== null) return repo.pulls.get(Number(pull[1]))?.head_sha ?? null;
  const branch = repo.branches.get(ref.replace(/^(refs\/)?heads\//, ""));
  if (branch !== undefined && !ref.startsWith("refs/tags/")) return branch;
  const tag = repo.tags.get(ref.replace(/^(refs\/)?tags\//, ""));
  if (tag !== undefined) return tag.sha;
  if (repo.commits.has(ref)) return ref;
  return /^[0-9a-f]{7,39}$/.test(ref) ? abbreviated(repo, ref) : null;
}

function abbreviated(repo: SimRepo, start: string): Sha | null {
  let match: Sha | null = null;
  for (const sha of repo.commits.keys()) {
    if (!sha.startsWith(start)) continue;
    if (match !== null) return null;
    match = sha;
  }
  return match;
}

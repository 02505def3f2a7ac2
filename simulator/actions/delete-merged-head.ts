import type { SimPull, SimRepo } from "../state.ts";
import type { Acting } from "./acting.ts";
import { editPull } from "./edit-pull.ts";
import { deleteBranch } from "./push.ts";

/**
 * "Automatically delete head branches": the head of a merged pull request goes, unless it is the default branch, or a rule or
 * protection keeps it. Pull requests into it go on into the base of the merged one (docs.github.com, "Managing the automatic
 * deletion of branches"; ryanhiebert/probot-chain#19, SvanBoxel/delete-merged-branch#207).
 */
export function deleteMergedHead(acting: Acting, repo: SimRepo, merged: SimPull): void {
  const { head, head_repo, base } = merged;
  if (!repo.delete_branch_on_merge || head_repo !== repo.name || !repo.branches.has(head)) return;
  if (head === repo.default_branch || !mayBeDeleted(repo, head)) return;
  const stacked = [...repo.pulls.values()].filter((pull) => pull.state === "open" && pull.base === head);
  for (const pull of stacked) if (pull.head !== base) editPull(acting, repo, pull.number, { base });
  deleteBranch(acting, repo, head);
}

function mayBeDeleted({ branch_rules }: SimRepo, branch: string): boolean {
  return branch_rules.every(({ branches, deletions }) => deletions || !branches.includes(branch));
}

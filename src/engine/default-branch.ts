import type { DefaultBranchChange } from "../store/default-branches.ts";
import type { Delivery } from "./delivery.ts";
import { fields, text } from "./payload.ts";

/**
 * Pure: what a webhook changes about a repository's default branch, or about who may read it: a push to it, or anything about
 * the repository itself (another default branch, another name, private or public). null: nothing.
 */
export function defaultBranchIn({ event, change, webhook }: Delivery): DefaultBranchChange | null {
  if (webhook === null || change?.kind === "removed") return null;
  const { installationId, repository, payload } = webhook;
  const changed = (before: string, tip: string) => ({ installationId, repositoryId: repository.id, before, tip });
  if (event === "repository") return changed("", "");
  if (event !== "push") return null;
  const branch = text(fields(payload.repository).default_branch);
  const ref = text(payload.ref);
  // What does not name its branch may have been a push to this one.
  const isToIt = branch === null || ref === null || ref === `refs/heads/${branch}`;
  return isToIt ? changed(text(payload.before) ?? "", text(payload.after) ?? "") : null;
}

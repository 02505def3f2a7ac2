import type { GitHub } from "../../github/client.ts";
import { type MergeGroup, pullsIn } from "../../github/merge-queue.ts";
import { ownCheckAt } from "../../github/own-check.ts";
import type { ReconcileContext } from "../automation.ts";
import { CHECK, type MergeGroupFacts, type PullFacts } from "./facts.ts";
import { gatherPull } from "./gather-pull.ts";

/** null: the commit is gone, or the repository has no sre.yml and the group brings none, so the check cannot be required. */
export async function gatherMergeGroup(
  github: GitHub,
  context: ReconcileContext,
  group: MergeGroup,
): Promise<MergeGroupFacts | null> {
  const { commit, run } = await ownCheckAt(github, {
    repository: context.repository,
    oid: group.headOid,
    check: CHECK,
  });
  if (!commit) return null;
  const absent = context.loaded.state === "absent";
  const numbers = absent ? [group.pull] : await pullsIn(github, context.repository, group);
  const pulls: PullFacts[] = [];
  for (const number of numbers) {
    const pull = await gatherPull(github, context, number);
    if (pull !== null && (pull.touched !== null || pull.misnamed !== null)) pulls.push(pull);
  }
  return absent && pulls.length === 0 ? null : { headOid: group.headOid, pulls, current: run };
}

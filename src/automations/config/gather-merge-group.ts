import type { GitHub } from "../../github/client.ts";
import { type MergeGroup, pullsIn } from "../../github/merge-queue.ts";
import { ownCheckAt } from "../../github/own-check.ts";
import type { Look } from "../automation.ts";
import { CHECK, type MergeGroupFacts, type PullFacts } from "./facts.ts";
import { gatherPull } from "./gather-pull.ts";

/** null: the commit is gone, or the repository has no sre.yml and the group brings none, so that nobody requires the check. */
export async function gatherMergeGroup(github: GitHub, look: Look, group: MergeGroup): Promise<MergeGroupFacts | null> {
  const { commit, run } = await ownCheckAt(github, {
    repository: look.repository,
    oid: group.headOid,
    check: CHECK,
  });
  if (!commit) return null;
  const absent = look.loaded.state === "absent";
  const numbers = absent ? [group.pull] : await pullsIn(github, look.repository, group);
  const pulls: PullFacts[] = [];
  for (const number of numbers) {
    const pull = await gatherPull(github, look, number);
    if (pull !== null && (pull.touched !== null || pull.misnamed !== null)) pulls.push(pull);
  }
  return absent && pulls.length === 0 ? null : { headOid: group.headOid, pulls, current: run };
}

import type { SetCheckRun } from "../../github/actions.ts";
import type { GitHub } from "../../github/client.ts";
import { type MergeGroup, pullsIn } from "../../github/merge-queue.ts";
import { ownCheckAt } from "../../github/own-check.ts";
import type { Look } from "../automation.ts";
import { CHECK, type MergeGroupFacts, type PullFacts } from "./facts.ts";
import { gatherPull } from "./gather-pull.ts";
import { textOf } from "./text.ts";
import { verdictOn } from "./verdict.ts";

/** null: the commit is gone, or the repository has no sre.yml and the group brings none, so that nobody requires the check. */
export async function gatherMergeGroup(github: GitHub, look: Look, group: MergeGroup): Promise<MergeGroupFacts | null> {
  const { commit, run } = await ownCheckAt(github, look.repository, group.headOid, CHECK);
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

/** The worst of what is said of its pull requests; green where none touches the file, because the check may be required. */
export function planMergeGroup({ headOid, pulls, current }: MergeGroupFacts, look: Look): SetCheckRun[] {
  const verdicts = pulls.map((pull) => ({ number: pull.number, ...verdictOn(pull, look) }));
  const text = textOf(look.config.language);
  const worst = verdicts.find(({ conclusion }) => conclusion !== "success") ?? verdicts[0];
  const conclusion = worst?.conclusion ?? "success";
  const title = worst === undefined ? text.untouchedGroup : `#${worst.number}: ${worst.title}`;
  const summaries = verdicts.map(({ number, title, summary }) => `**#${number}** ${title}\n\n${summary}`);
  const summary = summaries.join("\n\n") || text.untouchedGroup;
  const same = current?.conclusion === conclusion && current.title === title && current.summary === summary;
  if (same && !current.rerequested) return [];
  const because = same ? "somebody asked for the check again" : "a merge queue may wait for it";
  return [
    {
      action: "set-check-run",
      name: CHECK,
      head_sha: headOid,
      // No annotations here, so an update leaves none behind.
      ...(current === null ? {} : { check_run_id: current.id }),
      conclusion,
      output: { title, summary },
      because,
    },
  ];
}

import type { GitHub } from "../../../github/client.ts";
import { type LostEdits, readLostEdits, writingKey } from "../../../github/lost-edits.ts";
import type { Observations, ReconcileContext } from "../../automation.ts";
import type { ParentIssue, TaskIssue } from "../facts.ts";
import { restoredParent, restoredTask } from "../task/restored.ts";

interface Issues {
  readonly own: readonly TaskIssue[];
  readonly movedIn: readonly TaskIssue[];
  readonly parent: ParentIssue | null;
}

/** Restores what people wrote at the moment of our own write. */
export async function withOverwritten<Facts extends Issues>(
  github: GitHub,
  context: ReconcileContext,
  observations: Observations,
  facts: Facts,
): Promise<Facts> {
  const lost = await readLostEdits(github, context.repository, observations);
  if (lost.size === 0) return facts;
  const restoredKeys: string[] = [];
  const restored = <Issue extends TaskIssue | ParentIssue>(
    issue: Issue,
    restore: (issue: Issue, lost: LostEdits) => Issue,
  ): Issue => {
    const found = lost.get(issue.number);
    if (found === undefined) return issue;
    const whole = restore(issue, found);
    if (whole === issue && found.isSettled) restoredKeys.push(writingKey(issue.number));
    return whole;
  };
  const { language } = context.config;
  const task = (one: TaskIssue) => restored(one, (issue, edits) => restoredTask(issue, edits, language));
  const own = facts.own.map(task);
  const movedIn = facts.movedIn.map(task);
  const parent = facts.parent === null ? null : restored(facts.parent, restoredParent);
  await observations.drop(restoredKeys);
  return { ...facts, own, movedIn, parent };
}

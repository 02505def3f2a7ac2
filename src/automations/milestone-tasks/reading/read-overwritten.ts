import type { GitHub } from "../../../github/client.ts";
import { readLostEdits } from "../../../github/lost-edits.ts";
import { textAround } from "../../../markdown/block.ts";
import type { Look, Memory } from "../../automation.ts";
import type { ParentIssue, TaskIssue } from "../facts.ts";
import { PARENT, TASK } from "../marks.ts";

interface Issues {
  readonly own: readonly TaskIssue[];
  readonly guests: readonly TaskIssue[];
  readonly parent: ParentIssue | null;
}

/**
 * Puts back what people wrote around our block in the moment in which we wrote. Our block is the one of now: it remembers
 * which commands were carried out, and they must not be carried out again.
 */
export async function withOverwritten<Facts extends Issues>(
  github: GitHub,
  look: Look,
  memory: Memory,
  facts: Facts,
): Promise<Facts> {
  const lost = await readLostEdits(github, look.repository, memory);
  if (lost.size === 0) return facts;
  const restored = <Issue extends TaskIssue | ParentIssue>(issue: Issue, key: string): Issue => {
    const text = lost.get(issue.number);
    return text === undefined ? issue : { ...issue, overwritten: textAround(text, issue.body, key) };
  };
  return {
    ...facts,
    own: facts.own.map((task) => restored(task, TASK)),
    guests: facts.guests.map((task) => restored(task, TASK)),
    parent: facts.parent === null ? null : restored(facts.parent, PARENT),
  };
}

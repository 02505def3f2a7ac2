import { isLongOverdue } from "../../../calendar/long-overdue.ts";
import { isoDay } from "../../../calendar/zone.ts";
import type { GitHub } from "../../../github/client.ts";
import { isSelf } from "../../../github/is-self.ts";
import { nodesOf } from "../../../github/nodes.ts";
import type { Look } from "../../automation.ts";
import type { EarlierMilestone, Milestone, ParentIssue, TaskIssue } from "../facts.ts";
import { readParent, readTask } from "../marks.ts";
import { ownValue } from "../own-value.ts";
import { isMatched, settingsOf } from "../settings.ts";
import { milestoneTurns, type milestoneTurnsResult } from "./milestone-turns.generated.ts";

/** Turns are looked up so far back. */
const MOST_MILESTONES = 20;

/** Who had which turn in the milestones before this one; asked only where a turn is still to be given. */
export async function readEarlier(
  github: GitHub,
  look: Look,
  milestone: Milestone,
  others: readonly Milestone[],
  made: { readonly own: readonly TaskIssue[]; readonly parent: ParentIssue | null },
): Promise<EarlierMilestone[]> {
  const settings = settingsOf(look);
  const had = (key: string) =>
    ownValue(made.parent?.mark.turns ?? {}, key) !== undefined ||
    made.own.some(({ mark }) => mark.key === key && mark.turn !== null);
  const isAsked = settings.tasks.some(({ key, assignees }) => !Array.isArray(assignees) && !had(key));
  const before = others.filter(({ number, title }) => number < milestone.number && isMatched(title, settings));
  if (!isAsked || before.length === 0) return [];
  const { owner, name } = look.repository;
  const turns = new Map<number, Record<string, string>>();
  const add = (number: number, more: Readonly<Record<string, string>>) =>
    turns.set(number, { ...turns.get(number), ...more });
  for (const node of await readIssues(github, { owner, name })) {
    if (!isSelf(node.author, look.self)) continue;
    const task = readTask(node.body)?.mark;
    if (task !== undefined && task.turn !== null) add(task.milestone, { [task.key]: task.turn });
    const parent = readParent(node.body)?.mark;
    if (parent !== undefined) add(parent.milestone, parent.turns);
  }
  const today = isoDay(look.now, look.config.timezone);
  return before.map(({ number, title, open, due }) => {
    // One that was left open long ago gets no tasks, so nobody has a turn to come in it.
    return { number, title, open: open && !isLongOverdue(due, today), turns: turns.get(number) ?? {} };
  });
}

type Page = NonNullable<milestoneTurnsResult["repository"]>["milestones"];
type IssueNode = NonNullable<NonNullable<NonNullable<NonNullable<Page>["nodes"]>[number]>["issues"]["nodes"]>[number];

/** The issues of the latest milestones: in one request, where GitHub answers that. */
async function readIssues(github: GitHub, place: { owner: string; name: string }): Promise<NonNullable<IssueNode>[]> {
  const issues: NonNullable<IssueNode>[] = [];
  for (let cursor: string | null = null, read = 0; ; ) {
    const { repository }: milestoneTurnsResult = await github.graphql(milestoneTurns, { ...place, cursor });
    const milestones = nodesOf(repository?.milestones);
    issues.push(...milestones.flatMap((milestone) => nodesOf(milestone.issues)));
    read += milestones.length;
    if (read >= MOST_MILESTONES || repository?.milestones?.pageInfo.hasNextPage !== true) return issues;
    cursor = repository.milestones.pageInfo.endCursor;
  }
}

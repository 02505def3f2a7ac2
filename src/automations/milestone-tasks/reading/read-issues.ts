import type { GitHub } from "../../../github/client.ts";
import type { Observations, ReconcileContext } from "../../automation.ts";
import type { OneMilestone, TaskIssue } from "../facts.ts";
import { PARENT_KEY } from "../targets-for.ts";
import { adoptParent } from "./adopt-parent.ts";
import { oldestParent, withWholeKeys } from "./find-parent.ts";
import { readDependencies } from "./read-dependencies.ts";
import { mayBeElsewhere, readElsewhere } from "./read-elsewhere.ts";
import { taskIn, unmarkedIn } from "./read-issue.ts";
import type { ReadMilestone } from "./read-milestone.ts";
import { readCreated, readDeleted, readParentEnd } from "./read-observed.ts";
import { readOrphans, readParentOf } from "./read-orphans.ts";
import { withUnlisted } from "./read-unlisted.ts";

type Issues = Pick<
  OneMilestone,
  | "parent"
  | "parentEnded"
  | "parentEndedOn"
  | "own"
  | "movedIn"
  | "unmarked"
  | "createdFor"
  | "ended"
  | "hasDependencies"
>;

const NO_ORPHANS = { found: [], unmarked: [], gone: [] };

/** A milestone's parent and tasks, wherever they are now. `isLive`: missing tasks will be created. */
export async function readIssues(
  github: GitHub,
  context: ReconcileContext<"milestones">,
  observations: Observations,
  read: ReadMilestone,
  isLive: boolean,
): Promise<Issues> {
  const { milestone } = read;
  const nodes = await withUnlisted(github, context, observations, read);
  const listed = nodes.flatMap((node) => taskIn(node, context) ?? []);
  const isOwn = (task: TaskIssue) => task.metadata.milestone === milestone.number;
  const here = listed.filter(isOwn);
  const deleted = await readDeleted(observations, milestone.number);
  const createdFor = await readCreated(observations, milestone.number);
  const unmarked = nodes.flatMap((node) => unmarkedIn(node, context) ?? []);
  const rewritten = unmarked.find(({ number }) => createdFor.get(number) === PARENT_KEY) ?? null;
  const known =
    oldestParent(nodes, context, milestone.number) ??
    (await readParentOf(github, context, here, milestone)) ??
    (rewritten === null ? null : adoptParent(rewritten, milestone, context));
  const elsewhere =
    isLive && mayBeElsewhere(here, withWholeKeys(known, here, context), deleted, context)
      ? await readElsewhere(github, context, read, here)
      : { tasks: [], parent: null };
  const found = [...here, ...elsewhere.tasks];
  const present = withWholeKeys(known ?? elsewhere.parent, found, context);
  const keysFound = new Set(found.map(({ metadata }) => metadata.key));
  const keysEnded = [...deleted.keys, ...(present?.metadata.ended ?? [])].filter((key) => !keysFound.has(key));
  const ended = new Set(keysEnded);
  const orphans = present === null ? NO_ORPHANS : await readOrphans(github, context, present, found, ended);
  const parent = withWholeKeys(present, orphans.found, context);
  const parentEnded = deleted.parent && parent === null;
  const tasks = [...found, ...orphans.found];
  const parentEndedOn = parentEnded ? await readParentEnd(observations, context, milestone.number) : null;
  const ofParent = { parent, parentEnded, parentEndedOn };
  const dependencies = await readDependencies(github, context, milestone.number, tasks, ofParent);
  return {
    ...ofParent,
    own: dependencies.tasks,
    movedIn: listed.filter((task) => !isOwn(task)),
    unmarked: [...unmarked, ...orphans.unmarked],
    createdFor,
    ended: new Set([...ended, ...orphans.gone]),
    hasDependencies: dependencies.known,
  };
}

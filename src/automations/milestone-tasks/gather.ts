import type { GitHub } from "../../github/client.ts";
import type { Observations, ReconcileContext } from "../automation.ts";
import type { MilestoneFacts, OneMilestone } from "./facts.ts";
import { gatherList } from "./reading/gather-list.ts";
import { readIssues } from "./reading/read-issues.ts";
import { readMissingLabels } from "./reading/read-labels.ts";
import { type ReadMilestone, readMilestone } from "./reading/read-milestone.ts";
import { readUnlinked } from "./reading/read-observed.ts";
import { withOverwritten } from "./reading/read-overwritten.ts";
import { readAssignable } from "./reading/read-people.ts";
import { readProject } from "./reading/read-project.ts";
import { templatesIn } from "./reading/read-templates.ts";
import { readEarlier } from "./reading/read-turns.ts";
import { isMatched } from "./settings.ts";
import { targets } from "./targets.ts";

/** Reads the facts of one target. */
export async function gather(
  github: GitHub,
  context: ReconcileContext<"milestones">,
  observations: Observations,
): Promise<MilestoneFacts> {
  const target = targets.parse(context.target);
  if (target?.kind !== "milestone") return gatherList(github, context);
  const number = target.value;
  const read = await readMilestone(github, context, number);
  if (read === null) return { kind: "none", number, why: "missing" };
  if (!read.repository.hasIssuesEnabled) return { kind: "none", number, why: "issues are off" };
  if (!isMatched(read.milestone.title, context.section)) return { kind: "none", number, why: "not matched" };
  return gatherOne(github, context, observations, read);
}

async function gatherOne(
  github: GitHub,
  context: ReconcileContext<"milestones">,
  observations: Observations,
  read: ReadMilestone,
): Promise<MilestoneFacts> {
  const { milestone, others } = read;
  // The plan may reopen a closed one, and then creates its missing tasks.
  const isLive = milestone.open || context.section["on-close"] === "block";
  const issues = await readIssues(github, context, observations, read, isLive);
  const { parent, own } = issues;
  const templates = templatesIn(read, context);
  const assignable = await readAssignable(github, context, read, templates);
  const facts: OneMilestone = {
    kind: "one",
    milestone,
    others,
    ...issues,
    templates,
    missingLabels: isLive ? await readMissingLabels(github, context, read, templates) : [],
    assignable,
    earlier: isLive ? await readEarlier(github, context, read, { own, parent, assignable }) : [],
    project: isLive ? await readProject(github, context) : null,
    unlinked: parent === null ? new Set() : await readUnlinked(observations, milestone.number, parent.number),
  };
  return withOverwritten(github, context, observations, facts);
}

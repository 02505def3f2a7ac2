import type { GitHub } from "../../../github/client.ts";
import { isGone, meaningOf } from "../../../github/error-meaning.ts";
import { nodesOf } from "../../../github/nodes.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { OneMilestone, Template } from "../facts.ts";
import { isLabelName } from "../task/label-name.ts";
import type { ReadMilestone } from "./read-milestone.ts";

type Label = OneMilestone["missingLabels"][number];

/** GitHub's own gray for a label without a color. */
const GRAY = "ededed";

/** The labels that tasks need and the repository lacks. */
export async function readMissingLabels(
  github: GitHub,
  context: ReconcileContext<"milestones">,
  { repository }: ReadMilestone,
  templates: ReadonlyMap<string, Template | null>,
): Promise<Label[]> {
  const { owner, name } = context.repository;
  const listed = new Set(nodesOf(repository.labels).map((label) => label.name.toLowerCase()));
  const isListComplete = repository.labels?.pageInfo.hasNextPage !== true;
  const missing: Label[] = [];
  for (const desired of desiredIn(context, templates)) {
    if (listed.has(desired.toLowerCase())) continue;
    if (!isListComplete && (await readLabel(github, owner, name, desired)) !== null) continue;
    // No API lists an organization's default labels; its `.github` repository holds what its repositories share.
    missing.push(
      (await readLabel(github, owner, ".github", desired)) ?? { name: desired, color: GRAY, description: "" },
    );
  }
  return missing;
}

async function readLabel(github: GitHub, owner: string, repo: string, name: string): Promise<Label | null> {
  try {
    const { data } = await github.rest("GET /repos/{owner}/{repo}/labels/{name}", { owner, repo, name });
    return { name: data.name, color: data.color, description: data.description ?? "" };
  } catch (error) {
    if (isGone(error) || meaningOf(error).is === "not permitted") return null;
    throw error;
  }
}

function desiredIn(context: ReconcileContext<"milestones">, templates: ReadonlyMap<string, Template | null>): string[] {
  const labels = context.section.tasks.flatMap((task) => {
    const template = task.template === undefined ? null : templates.get(task.template);
    return task.labels.length > 0 ? task.labels : (template?.labels ?? []);
  });
  // The first spelling, as the tasks have it.
  const accepted = labels.filter(isLabelName);
  return [...new Map(accepted.toReversed().map((label) => [label.toLowerCase(), label])).values()].reverse();
}

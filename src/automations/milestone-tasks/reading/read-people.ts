import type { GitHub } from "../../../github/client.ts";
import { isGone } from "../../../github/error-meaning.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { assignableFrom } from "../../../managed/assignable.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { Template } from "../facts.ts";
import { refusedParts } from "../refusals.ts";
import type { ReadMilestone } from "./read-milestone.ts";

/** The people whom sre.yml or a template names, or all, if they are few; see `readAmong`. */
export function readAssignable(
  github: GitHub,
  context: ReconcileContext<"milestones">,
  { repository }: ReadMilestone,
  templates: ReadonlyMap<string, Template | null>,
): Promise<ReadonlyMap<string, string>> {
  const inConfig = context.section.tasks.flatMap(({ assignees }) =>
    Array.isArray(assignees) ? assignees : assignees.rotate,
  );
  const inTemplates = [...templates.values()].flatMap((template) => template?.assignees ?? []);
  return readAmong(github, context, repository.assignableUsers, [...inConfig, ...inTemplates]);
}

/** The first page of the people whom GitHub lets assign. */
type FirstPage = ReadMilestone["repository"]["assignableUsers"];

/**
 * People whom GitHub lets assign here, by lower-case login: the whole first page; in a bigger organization the `named` ones
 * are checked one by one, and keep the spelling in which they were named. Without those whom GitHub refuses nevertheless,
 * above all suspended ones (manual-approval#141).
 */
export async function readAmong(
  github: GitHub,
  context: ReconcileContext<"milestones">,
  page: FirstPage,
  named: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const listed = await readListed(github, context, page, named);
  const refused = new Set(refusedParts(context).map(({ value }) => value.toLowerCase()));
  return new Map([...listed].filter(([login]) => !refused.has(login)));
}

async function readListed(
  github: GitHub,
  context: ReconcileContext<"milestones">,
  page: FirstPage,
  named: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const assignable = new Map(assignableFrom(nodesOf(page).map(({ login }) => login)));
  if (page?.pageInfo.hasNextPage !== true) return assignable;
  const { owner, name } = context.repository;
  for (const [lower, assignee] of new Map(named.map((login) => [login.toLowerCase(), login]))) {
    if (assignable.has(lower)) continue;
    try {
      await github.rest("GET /repos/{owner}/{repo}/assignees/{assignee}", { owner, repo: name, assignee });
      assignable.set(lower, assignee);
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
  return assignable;
}

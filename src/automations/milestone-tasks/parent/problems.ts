import { MOST_SUB_ISSUES } from "../../../github-limits.ts";
import { code } from "../../../markdown/escape.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { OneMilestone } from "../facts.ts";
import { isUnsupported, refusedOf, refusedParts } from "../refusals.ts";
import type { DesiredTask } from "../task/desired.ts";
import { refOf } from "../task/issues-of.ts";
import { messages } from "../text.ts";

/** What differs from sre.yml, and how to fix it: a line each on the parent. */
export function problemsOf(
  desired: readonly DesiredTask[],
  facts: OneMilestone,
  context: ReconcileContext<"milestones">,
): string[] {
  const { problems } = messages(context.config.language);
  const named = namedIn(context);
  const rotations = desired
    .filter((task) => task.rotates && task.unassignable.length > 0)
    .map(({ key, turn, unassignable: people }) =>
      turn === null ? problems.noTurn(code(key)) : problems.passedOver(named(people), code(key)),
    );
  const missing = [...facts.templates].filter(([, template]) => template === null);
  const unknown = desired.flatMap(({ unknownName }) => unknownName ?? []);
  const lines = [
    ...unassignable(desired, context),
    ...rotations,
    ...missing.map(([file]) => problems.noTemplate(code(file))),
    ...unknown.map(({ file, name }) => problems.templateName(code(file), code(name))),
    ...ofProject(facts, context),
    ...ofRefusals(desired, facts, context),
    ...(context.section.parent && desired.length > MOST_SUB_ISSUES ? [problems.tooManySubIssues(MOST_SUB_ISSUES)] : []),
  ];
  return [...new Set(lines)];
}

/** One line for all tasks with the same set of people. */
function unassignable(desired: readonly DesiredTask[], context: ReconcileContext): string[] {
  const tasksOf = new Map<string, string[]>();
  for (const { key, rotates, unassignable } of desired) {
    if (rotates || unassignable.length === 0) continue;
    const people = JSON.stringify(unassignable);
    tasksOf.set(people, [...(tasksOf.get(people) ?? []), key]);
  }
  const { problems } = messages(context.config.language);
  const named = namedIn(context);
  return [...tasksOf].map(([people, tasks]) => problems.unassignable(named(JSON.parse(people)), named(tasks)));
}

const MOST_NAMES = 20;

/** Names as code; only the first ones of very many. */
function namedIn(context: ReconcileContext): (names: readonly string[]) => string[] {
  const { moreNames } = messages(context.config.language);
  return (names) => [
    ...names.slice(0, MOST_NAMES).map(code),
    ...(names.length > MOST_NAMES ? [moreNames(names.length - MOST_NAMES)] : []),
  ];
}

/** What GitHub refuses, in its own words where only GitHub knows the reason. */
function ofRefusals(
  desired: readonly DesiredTask[],
  { milestone, own }: OneMilestone,
  context: ReconcileContext,
): string[] {
  const { problems } = messages(context.config.language);
  const tasks = new Map(refusedOf("create-issue", context).map(({ identity, reason }) => [identity, reason]));
  const parts = new Set(refusedParts(context).map(({ value }) => value.toLowerCase()));
  const refused = desired.flatMap((task) => task.labels).filter((label) => parts.has(label.toLowerCase()));
  const labels = [...desired.flatMap(({ longLabels }) => longLabels), ...refused];
  const shown = new Map(own.map(({ number, id }) => [id, linked(number, context)]));
  const links = refusedOf("add-sub-issue", context).filter(({ status }) => status !== 404);
  const dependencies = refusedOf("add-blocked-by", context).filter(({ status }) => status !== 404);
  const nameOf = (identity: string | null) => shown.get(Number(identity?.split("/")[2])) ?? "—";
  return [
    ...desired.flatMap(({ key }) => {
      const reason = tasks.get(refOf(milestone.number, key));
      return reason === undefined ? [] : [problems.refusedTask(code(key), code(reason))];
    }),
    ...labels.map((label) => problems.refusedLabel(code(label))),
    ...(isUnsupported("add-sub-issue", context) ? [problems.noSubIssues] : []),
    ...links.map(({ identity, reason }) => problems.refusedSubIssue(nameOf(identity), code(reason))),
    ...dependencies.map(({ number, identity, reason }) =>
      problems.refusedDependency(number === null ? "—" : linked(number, context), nameOf(identity), code(reason)),
    ),
  ];
}

function ofProject({ project, own }: OneMilestone, context: ReconcileContext<"milestones">): string[] {
  const settings = context.section.project;
  if (settings === null || project === null) return [];
  const { problems } = messages(context.config.language);
  const name = code(`${settings.owner}/${settings.number}`);
  if (project.kind === "unusable")
    return [project.reason === "missing" ? problems.noProject(name) : problems.projectForbidden(name)];
  const { status, "due-field": field } = settings;
  const hidden = own.filter(({ open, item, itemsHidden }) => open && item === null && itemsHidden);
  return [
    ...(hidden.length > 0 ? [problems.hiddenItems(shownOf(hidden, context), name)] : []),
    ...(status !== undefined && project.status === null ? [problems.noStatus(name, code(status))] : []),
    ...(field !== undefined && project.dueField === null ? [problems.noDueField(name, code(field))] : []),
  ];
}

function shownOf(tasks: readonly { readonly number: number }[], context: ReconcileContext): string[] {
  const shown = tasks.slice(0, MOST_NAMES).map(({ number }) => linked(number, context));
  const left = tasks.length - shown.length;
  return left === 0 ? shown : [...shown, messages(context.config.language).moreNames(left)];
}

/** A plain link: a bare number in a list item would unfold to the issue's title in the middle of a sentence. */
function linked(number: number, { repository: { owner, name }, webUrl }: ReconcileContext): string {
  return `[#${number}](${webUrl}/${owner}/${name}/issues/${number})`;
}

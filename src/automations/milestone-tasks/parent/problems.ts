import { code } from "../../../markdown/escape.ts";
import type { Look } from "../../automation.ts";
import type { OneMilestone } from "../facts.ts";
import { settingsOf } from "../settings.ts";
import { MOST_SUB_ISSUES } from "../task/sub-issues.ts";
import type { Wanted } from "../task/wanted.ts";
import { textOf } from "../text.ts";

/** What is not quite as sre.yml asks, and how it is mended: a line each on the parent. */
export function problemsOf(wanted: readonly Wanted[], facts: OneMilestone, look: Look): string[] {
  const { problems } = textOf(look.config.language);
  const rotations = wanted
    .filter((task) => task.rotates && task.unassignable.length > 0)
    .map(({ key, turn, unassignable: people }) =>
      turn === null ? problems.noTurn(code(key)) : problems.passedOver(people.map(code), code(key)),
    );
  const missing = [...facts.templates].filter(([, template]) => template === null);
  const unknown = wanted.flatMap(({ unknownName }) => unknownName ?? []);
  const lines = [
    ...unassignable(wanted, look),
    ...rotations,
    ...missing.map(([file]) => problems.noTemplate(code(file))),
    ...unknown.map(({ file, name }) => problems.templateName(code(file), code(name))),
    ...ofProject(facts, look),
    ...(settingsOf(look).parent && wanted.length > MOST_SUB_ISSUES ? [problems.tooManySubIssues(MOST_SUB_ISSUES)] : []),
  ];
  return [...new Set(lines)];
}

/** One line for all the tasks of one set of people. */
function unassignable(wanted: readonly Wanted[], look: Look): string[] {
  const tasksOf = new Map<string, string[]>();
  for (const { key, rotates, unassignable } of wanted) {
    if (rotates || unassignable.length === 0) continue;
    const people = unassignable.map(code).join("\n");
    tasksOf.set(people, [...(tasksOf.get(people) ?? []), code(key)]);
  }
  const { problems } = textOf(look.config.language);
  return [...tasksOf].map(([people, tasks]) => problems.unassignable(people.split("\n"), tasks));
}

function ofProject({ project, own }: OneMilestone, look: Look): string[] {
  const settings = settingsOf(look).project;
  if (settings === null || project === null) return [];
  const { problems } = textOf(look.config.language);
  const name = code(`${settings.owner}/${settings.number}`);
  if (project.kind === "unusable")
    return [project.reason === "missing" ? problems.noProject(name) : problems.projectForbidden(name)];
  const { status, "due-field": field } = settings;
  const hidden = own.filter(({ open, item, itemsHidden }) => open && item === null && itemsHidden);
  return [
    ...(hidden.length > 0
      ? [
          problems.hiddenItems(
            hidden.map(({ number }) => `#${number}`),
            name,
          ),
        ]
      : []),
    ...(status !== undefined && project.status === null ? [problems.noStatus(name, code(status))] : []),
    ...(field !== undefined && project.dueField === null ? [problems.noDueField(name, code(field))] : []),
  ];
}

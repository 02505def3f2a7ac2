import { notFound, Refused } from "../refused.ts";
import type { SimProject, SimRepo } from "../state.ts";
import { type Acting, newId, numbered, tell } from "./acting.ts";

/** The project of that owner and number, or 404. */
export function projectOf(acting: Acting, owner: string, number: number): SimProject {
  const project = acting.state.projects.find((one) => one.owner === owner && one.number === number);
  if (project === undefined) throw notFound();
  return project;
}

/** Puts an issue or pull request on a project; one that is there already stays. */
export function addToProject(
  acting: Acting,
  project: SimProject,
  repo: SimRepo,
  number: number,
): SimProject["items"][number] {
  numbered(repo, number);
  const there = project.items.find((item) => item.repo === repo.name && item.number === number);
  if (there !== undefined) return there;
  const item = { id: newId(acting.state), repo: repo.name, number, fields: {} };
  project.items.push(item);
  tell(acting, repo, "projects_v2_item", "created", { number, project_id: project.id, project_item_id: item.id });
  return item;
}

/** Sets a field of a project's item, as dragging a card does (null clears it). */
export function moveProjectItem(
  acting: Acting,
  project: SimProject,
  repo: SimRepo,
  number: number,
  set: { readonly field: string; readonly value: string | number | null },
): void {
  const item = project.items.find((one) => one.repo === repo.name && one.number === number);
  const field = project.fields.find((one) => one.name === set.field);
  if (item === undefined || field === undefined) throw notFound();
  if (field.type === "single-select" && set.value !== null && !field.options.includes(String(set.value))) {
    throw new Refused(422, `The single select option ${String(set.value)} does not belong to the field ${field.name}`);
  }
  const from = item.fields[set.field] ?? null;
  if (set.value === null) delete item.fields[set.field];
  else item.fields[set.field] = set.value;
  const changes = { field_value: { field_name: field.name, from, to: set.value } };
  tell(acting, repo, "projects_v2_item", "edited", {
    number,
    project_id: project.id,
    project_item_id: item.id,
    changes,
  });
}

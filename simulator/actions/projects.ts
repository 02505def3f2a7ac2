import { notFound, Refused } from "../refused.ts";
import { noteCreation } from "../replicas.ts";
import type { SimProject, SimProjectField, SimRepo, SimState } from "../state.ts";
import { type Acting, newId, numbered, tell } from "./acting.ts";
import { sameLogin } from "./people.ts";

type Item = SimProject["items"][number];

/** A field of an item and its new value: an option by its name, null clears. */
export interface FieldChange {
  readonly field: string;
  readonly value: string | number | null;
}

/** The project of that owner and number, or 404. */
export function projectOf(state: SimState, owner: string, number: number): SimProject {
  const project = state.projects.find((one) => sameLogin(one.owner, owner) && one.number === number);
  if (project === undefined) throw notFound();
  return project;
}

/** Adds an issue or pull request to a project; an existing item stays. */
export function addToProject(acting: Acting, project: SimProject, repo: SimRepo, number: number): Item {
  numbered(repo, number);
  const there = itemOf(project, repo, number);
  if (there !== undefined) return there;
  const item = { id: newId(acting.state), repo: repo.name, number, fields: {} };
  project.items.push(item);
  noteCreation(acting.state, repo, "project_items", item.id);
  tell(acting, repo, "projects_v2_item", "created", { number, project_id: project.id, project_item_id: item.id });
  return item;
}

/** Sets fields of a project's item, as dragging a card does: all of them, or (422) none. */
export function moveProjectItem(
  acting: Acting,
  project: SimProject,
  repo: SimRepo,
  number: number,
  changes: readonly FieldChange[],
): Item {
  const item = itemOf(project, repo, number);
  if (item === undefined) throw notFound();
  const checked = changes.map((change) => ({ ...change, field: checkedField(project, change) }));
  for (const { field, value } of checked) {
    const from = item.fields[field.name] ?? null;
    if (value === null) delete item.fields[field.name];
    else item.fields[field.name] = value;
    const change = { field_value: { field_name: field.name, from, to: value } };
    const subject = { number, project_id: project.id, project_item_id: item.id, changes: change };
    tell(acting, repo, "projects_v2_item", "edited", subject);
  }
  return item;
}

function itemOf(project: SimProject, repo: SimRepo, number: number): Item | undefined {
  return project.items.find((item) => item.repo === repo.name && item.number === number);
}

/** The values that GitHub accepts for each type of field. */
const FITS: Readonly<Record<SimProjectField["type"], (field: SimProjectField, value: string | number) => boolean>> = {
  "single-select": ({ options }, value) => typeof value === "string" && options.includes(value),
  date: (_, value) => typeof value === "string" && isDay(value),
  number: (_, value) => typeof value === "number",
  text: (_, value) => typeof value === "string",
};

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

function checkedField(project: SimProject, { field: name, value }: FieldChange): SimProjectField {
  const field = project.fields.find((one) => one.name === name);
  if (field === undefined) throw new Refused(422, `The field ${name} does not belong to the project`);
  if (value !== null && !FITS[field.type](field, value)) {
    throw new Refused(422, `The value ${value} does not fit the ${field.type} field ${name}`);
  }
  return field;
}

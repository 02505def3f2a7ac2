import { addToProject, type FieldChange, moveProjectItem, projectOf } from "../../actions/projects.ts";
import { canSee, canSeeProject, repoNamed } from "../../platform/actor.ts";
import { isPresent } from "../../present.ts";
import { fieldId, optionId } from "../../project-ids.ts";
import { notFound, Refused } from "../../refused.ts";
import { listed } from "../../replicas.ts";
import type { SimProject, SimProjectField } from "../../state.ts";
import { actingIn, bodyOf, type Call, created, type Handlers, numberIn, ok } from "../context.ts";
import { cursorPaged } from "../paging.ts";
import { type Content, renderField, renderItem, renderProject, renderValues } from "../render/project.ts";

interface NewItem {
  type: "Issue" | "PullRequest";
  id: number;
  owner: string;
  repo: string;
  number: number;
}

interface ItemChanges {
  fields: { id: number; value: string | number | null }[];
}

type Item = SimProject["items"][number];

export const projectRoutes: Handlers = {
  "GET /orgs/{org}/projectsV2/{project_number}": (call) => ok(renderProject(call.context, projectIn(call))),

  "GET /orgs/{org}/projectsV2/{project_number}/fields": (call) => {
    const project = projectIn(call);
    const { items, headers } = cursorPaged(call, project.fields, ({ name }) => fieldId(project, name));
    return ok(
      items.map((field) => renderField(call.context, project, field)),
      headers,
    );
  },

  "GET /orgs/{org}/projectsV2/{project_number}/items": (call) => {
    if (call.query.has("q")) throw new Error("searching a project's items (?q=) is not simulated");
    const project = projectIn(call);
    const present = project.items.filter((item) => {
      const content = contentOf(call, item);
      return content !== null && listed(content.repo, "project_items", [item], ({ id }) => id).length > 0;
    });
    const { items, headers } = cursorPaged(call, present, ({ id }) => id);
    return ok(
      items.map((item) => shown(call, project, item)),
      headers,
    );
  },

  "POST /orgs/{org}/projectsV2/{project_number}/items": (call) => {
    const project = projectIn(call);
    const { repo, item } = named(call, bodyOf<NewItem>(call));
    const added = addToProject(actingIn(call.context), project, repo, item.number);
    return created(renderItem(call.context, project, added.id, { repo, item }));
  },

  "GET /orgs/{org}/projectsV2/{project_number}/items/{item_id}": (call) => {
    const project = projectIn(call);
    return ok(shown(call, project, itemIn(call, project)));
  },

  "PATCH /orgs/{org}/projectsV2/{project_number}/items/{item_id}": (call) => {
    const project = projectIn(call);
    const item = itemIn(call, project);
    const { repo } = contentOf(call, item) ?? { repo: null };
    if (repo === null) throw notFound();
    const { fields = [] } = bodyOf<ItemChanges>(call);
    const changes = fields.map((change) => changeOf(project, change));
    moveProjectItem(actingIn(call.context), project, repo, item.number, changes);
    return ok(shown(call, project, item));
  },
};

function projectIn(call: Call): SimProject {
  const { state, actor } = call.context;
  const project = projectOf(state, call.path.org ?? "", numberIn(call, "project_number"));
  const isPersonal = state.users.get(project.owner)?.type === "User";
  if (isPersonal || !canSeeProject(state, actor, project)) throw notFound();
  return project;
}

function itemIn(call: Call, project: SimProject): Item {
  const item = project.items.find(({ id }) => id === numberIn(call, "item_id"));
  if (item === undefined) throw notFound();
  return item;
}

/** What an item stands for; null for an issue that is gone. */
function contentOf({ context }: Call, { repo: name, number }: Item): Content | null {
  const repo = context.state.repos.get(name);
  const item = repo?.pulls.get(number) ?? repo?.issues.get(number);
  return repo === undefined || item === undefined || !isPresent(item) ? null : { repo, item };
}

/** The values of the fields that `?fields=` names; GitHub shows the title without it. */
function shown(call: Call, project: SimProject, item: Item): object {
  const content = contentOf(call, item);
  if (content === null) throw notFound();
  const requested = (call.query.get("fields") ?? "").split(",").map(Number);
  const fields = project.fields.filter(({ name }) => requested.includes(fieldId(project, name)));
  return { ...renderItem(call.context, project, item.id, content), fields: renderValues(project, item.fields, fields) };
}

/** The issue or pull request that is to be added, by its id or by repository and number. */
function named({ context }: Call, { type, id, owner, repo: name, number }: Partial<NewItem>): Content {
  const { state, actor } = context;
  const one = id === undefined ? repoNamed(state, `${owner}/${name}`) : null;
  const repos = id === undefined ? (one === null ? [] : [one]) : [...state.repos.values()];
  for (const repo of repos.filter((each) => canSee(state, actor, each))) {
    const all = type === "PullRequest" ? [...repo.pulls.values()] : [...repo.issues.values()];
    const item = all.find((each) => (id === undefined ? each.number === number : each.id === id));
    if (item !== undefined && isPresent(item)) return { repo, item };
  }
  throw notFound();
}

function changeOf(project: SimProject, { id, value }: ItemChanges["fields"][number]): FieldChange {
  const field = project.fields.find(({ name }) => fieldId(project, name) === id);
  if (field === undefined) throw new Refused(422, `The field with the id ${id} does not belong to the project`);
  return { field: field.name, value: value === null ? null : namedValue(project, field, value) };
}

/** A single select field is set by its option's id. */
function namedValue(project: SimProject, field: SimProjectField, value: string | number): string | number {
  if (field.type !== "single-select") return value;
  const option = field.options.find((name) => optionId(project, field.name, name) === value);
  if (option === undefined) {
    throw new Refused(422, `The single select option ${value} does not belong to the field ${field.name}`);
  }
  return option;
}

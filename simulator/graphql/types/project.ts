import { canSeeProject } from "../../platform/actor.ts";
import { isPresent } from "../../present.ts";
import { fieldId, optionId } from "../../project-ids.ts";
import { listed } from "../../replicas.ts";
import type { SimProject, SimProjectField, SimRepo } from "../../state.ts";
import { inaccessible, mayRead } from "../access.ts";
import { connection, type Page } from "../connection.ts";
import type { Context, Resolvers } from "../context.ts";
import { nodeId } from "../node-id.ts";
import { refusal } from "../refusal.ts";
import { type AccountSource, issueSource, pullSource, type Subject } from "../source.ts";
import { accountOf } from "./account.ts";

interface ProjectSource {
  readonly __typename: "ProjectV2";
  readonly project: SimProject;
}
interface ItemSource {
  readonly __typename: "ProjectV2Item";
  readonly project: SimProject;
  readonly item: SimProject["items"][number];
}
interface FieldSource {
  readonly __typename: "ProjectV2Field" | "ProjectV2SingleSelectField";
  readonly project: SimProject;
  readonly field: SimProjectField;
}
interface ValueSource extends Omit<FieldSource, "__typename"> {
  readonly __typename: `ProjectV2ItemField${"SingleSelect" | "Date" | "Number" | "Text"}Value`;
  readonly value: string | number;
}

const VALUES = { "single-select": "SingleSelect", date: "Date", number: "Number", text: "Text" } as const;
const DATA_TYPES = { "single-select": "SINGLE_SELECT", date: "DATE", number: "NUMBER", text: "TEXT" } as const;

function projectSource(project: SimProject): ProjectSource {
  return { __typename: "ProjectV2", project };
}

function fieldSource(project: SimProject, field: SimProjectField): FieldSource {
  const __typename = field.type === "single-select" ? "ProjectV2SingleSelectField" : "ProjectV2Field";
  return { __typename, project, field };
}

/**
 * The project items of an issue or pull request. For an item in a project that an App may not read, the App gets null and
 * FORBIDDEN at that position (cli/cli#13280); a person does not see the item.
 */
export function projectItems({ repo, item }: Subject, page: Page, { state, actor }: Context) {
  const isReadable = (project: SimProject) =>
    mayRead(actor, "organization_projects") && canSeeProject(state, actor, project);
  const found = state.projects.flatMap((project): ItemSource[] => {
    if (actor.kind !== "installation" && !isReadable(project)) return [];
    const on = project.items.filter((one) => one.repo === repo.name && one.number === item.number);
    return listed(repo, "project_items", on, ({ id }) => id).map((one) => ({
      __typename: "ProjectV2Item",
      project,
      item: one,
    }));
  });
  return connection(
    found,
    page,
    ({ item: { id } }) => id,
    (source) => (isReadable(source.project) ? source : inaccessible()),
  );
}

/** An organization's project by its number. */
export function projectV2({ account }: AccountSource, { number }: { number: number }, { state, actor }: Context) {
  const found = state.projects.find((one) => one.owner === account.login && one.number === number);
  if (found !== undefined && canSeeProject(state, actor, found)) return projectSource(found);
  throw refusal("NOT_FOUND", `Could not resolve to a ProjectV2 with the number ${number}.`);
}

export const project: Resolvers<ProjectSource> = {
  id: ({ project }) => nodeId("ProjectV2", project.id),
  fullDatabaseId: ({ project }) => String(project.id),
  number: ({ project }) => project.number,
  title: ({ project }) => project.title,
  closed: () => false,
  public: () => false,
  owner: ({ project }, _args, { state }) => accountOf(state, project.owner),
  resourcePath: ({ project }) => `/orgs/${project.owner}/projects/${project.number}`,
  url: ({ project }, _args, { webUrl }) => `${webUrl}/orgs/${project.owner}/projects/${project.number}`,
  field: ({ project }, { name }: { name: string }) => {
    const found = project.fields.find((field) => field.name === name);
    return found === undefined ? null : fieldSource(project, found);
  },
  fields: ({ project }, page: Page) =>
    connection(
      project.fields,
      page,
      ({ name }) => name,
      (field) => fieldSource(project, field),
    ),
};

function contentIn(repo: SimRepo | undefined, number: number) {
  const pull = repo?.pulls.get(number);
  const issue = repo?.issues.get(number);
  if (repo === undefined) return null;
  if (pull !== undefined) return pullSource(repo, pull);
  return issue !== undefined && isPresent(issue) ? issueSource(repo, issue) : null;
}

export const projectItem: Resolvers<ItemSource> = {
  id: ({ item }) => nodeId("ProjectV2Item", item.id),
  databaseId: ({ item }) => item.id,
  fullDatabaseId: ({ item }) => String(item.id),
  isArchived: () => false,
  type: ({ item }, _args, { state }) => (state.repos.get(item.repo)?.pulls.has(item.number) ? "PULL_REQUEST" : "ISSUE"),
  project: ({ project }) => projectSource(project),
  content: ({ item }, _args, { state }) => contentIn(state.repos.get(item.repo), item.number),
  fieldValueByName: ({ project, item }, { name }: { name: string }): ValueSource | null => {
    const field = project.fields.find((one) => one.name === name);
    const value = item.fields[name];
    if (field === undefined || value === undefined) return null;
    return { __typename: `ProjectV2ItemField${VALUES[field.type]}Value`, project, field, value };
  },
};

const common: Resolvers<FieldSource> = {
  id: ({ __typename, project, field }) => nodeId(__typename, project.id, field.name),
  databaseId: ({ project, field }) => fieldId(project, field.name),
  name: ({ field }) => field.name,
  dataType: ({ field }) => DATA_TYPES[field.type],
  project: ({ project }) => projectSource(project),
};

export const projectField = common;

export const singleSelectField: Resolvers<FieldSource> = {
  ...common,
  options: ({ project, field }, { names }: { names?: readonly string[] | null }) =>
    field.options
      .filter((name) => names == null || names.some((one) => one.toLowerCase() === name.toLowerCase()))
      .map((name) => ({ id: optionId(project, field.name, name), name })),
};

const fieldOf = ({ project, field }: ValueSource) => fieldSource(project, field);

export const singleSelectValue: Resolvers<ValueSource> = {
  name: ({ value }) => value,
  optionId: ({ project, field, value }) => optionId(project, field.name, String(value)),
  field: fieldOf,
};
export const dateValue: Resolvers<ValueSource> = { date: ({ value }) => value, field: fieldOf };
export const numberValue: Resolvers<ValueSource> = { number: ({ value }) => value, field: fieldOf };
export const textValue: Resolvers<ValueSource> = { text: ({ value }) => value, field: fieldOf };

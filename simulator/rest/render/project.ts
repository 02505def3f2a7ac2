import { nodeId } from "../../graphql/node-id.ts";
import { fieldId, optionId } from "../../project-ids.ts";
import type { SimIssue, SimIssueBase, SimProject, SimProjectField, SimPull, SimRepo } from "../../state.ts";
import { renderIssue } from "./issue.ts";
import { renderSimplePull } from "./pull.ts";
import { renderUser } from "./user.ts";
import type { Rendered, View } from "./view.ts";

/** A world does not say when a project or field was made, and answers must not differ from one moment to the next. */
const MADE = "2020-01-01T00:00:00Z";
const DATA_TYPES = { "single-select": "single_select", date: "date", number: "number", text: "text" } as const;

function projectApi(view: View, project: SimProject): string {
  return `${view.apiUrl}/orgs/${project.owner}/projectsV2/${project.number}`;
}

export function renderProject(view: View, project: SimProject): Rendered {
  return {
    id: project.id,
    node_id: nodeId("ProjectV2", project.id),
    owner: renderUser(view, project.owner),
    creator: renderUser(view, project.owner),
    title: project.title,
    description: null,
    short_description: null,
    public: false,
    state: "open",
    number: project.number,
    created_at: MADE,
    updated_at: MADE,
    closed_at: null,
    deleted_at: null,
    deleted_by: null,
    is_template: false,
  };
}

/** A field of the team's own; those that every project has (Title, Labels, …) are not simulated. */
export function renderField(view: View, project: SimProject, field: SimProjectField): Rendered {
  const isSelect = field.type === "single-select";
  return {
    id: fieldId(project, field.name),
    node_id: nodeId(isSelect ? "ProjectV2SingleSelectField" : "ProjectV2Field", project.id, field.name),
    name: field.name,
    data_type: DATA_TYPES[field.type],
    project_url: projectApi(view, project),
    created_at: MADE,
    updated_at: MADE,
    ...(isSelect ? { options: field.options.map((name) => renderOption(project, field, name)) } : {}),
  };
}

function renderOption(project: SimProject, field: SimProjectField, name: string): Rendered {
  const text = (raw: string) => ({ raw, html: raw });
  return { id: optionId(project, field.name, name), name: text(name), color: "GRAY", description: text("") };
}

/** The content of a project item: an issue or pull request of a repository. */
export interface Content {
  readonly repo: SimRepo;
  readonly item: SimIssueBase;
}

/** An item with what it stands for. */
export function renderItem(view: View, project: SimProject, id: number, { repo, item }: Content): Rendered {
  const isPull = "head_sha" in item;
  const api = projectApi(view, project);
  return {
    id,
    node_id: nodeId("ProjectV2Item", id),
    project_url: api,
    item_url: `${api}/items/${id}`,
    content_type: isPull ? "PullRequest" : "Issue",
    content: isPull ? renderSimplePull(view, repo, item as SimPull) : renderIssue(view, repo, item as SimIssue),
    creator: renderUser(view, project.owner),
    created_at: item.created_at,
    updated_at: item.updated_at,
    archived_at: null,
  };
}

/** An item's values of these fields; one that is not set is null. */
export function renderValues(
  project: SimProject,
  values: Readonly<Record<string, string | number>>,
  fields: readonly SimProjectField[],
): Rendered[] {
  return fields.map((field) => {
    const value = values[field.name] ?? null;
    const isOption = field.type === "single-select" && value !== null;
    return {
      id: fieldId(project, field.name),
      name: field.name,
      data_type: DATA_TYPES[field.type],
      value: isOption ? renderOption(project, field, String(value)) : value,
    };
  });
}

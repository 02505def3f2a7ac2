import type { AddToProject, SetProjectField } from "../actions.ts";
import { type Applying, idOf } from "./applying.ts";
import type { Given } from "./registry.ts";

/** An issue that is already on the project keeps its item: GitHub returns that one. */
export async function addToProject(applying: Applying, action: AddToProject): Promise<Given> {
  const { data } = await applying.github.rest("POST /orgs/{org}/projectsV2/{project_number}/items", {
    org: action.org,
    project_number: action.project_number,
    type: action.type ?? "Issue",
    id: idOf(applying, action.id),
  });
  applying.ids.set(action.ref, data.id);
  return { number: null, id: data.id };
}

export async function setProjectField(applying: Applying, action: SetProjectField): Promise<void> {
  await applying.github.rest("PATCH /orgs/{org}/projectsV2/{project_number}/items/{item_id}", {
    org: action.org,
    project_number: action.project_number,
    item_id: idOf(applying, action.item_id),
    fields: action.fields.map(({ id, value }) => ({ id, value })),
  });
}

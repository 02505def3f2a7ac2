import type { GitHub } from "../../../github/client.ts";
import { meaningOf } from "../../../github/error-meaning.ts";
import { A_PAGE } from "../../../github-limits.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { Project } from "../facts.ts";

/** The project's fields for tasks; null: sre.yml names no project. */
export async function readProject(github: GitHub, context: ReconcileContext<"milestones">): Promise<Project | null> {
  const { project } = context.section;
  if (project === null) return null;
  const projectRef = { org: project.owner, project_number: project.number };
  try {
    const { data } = await github.rest("GET /orgs/{org}/projectsV2/{project_number}/fields", {
      ...projectRef,
      per_page: A_PAGE,
    });
    // Case-sensitive: `fieldValueByName`, which reads the values, does not document that it ignores case.
    const named = (name: string | undefined) => data.find((field) => field.name === name);
    const status = named("Status");
    const option = status?.options?.find(({ name }) => name.raw.toLowerCase() === project.status?.toLowerCase());
    const due = named(project["due-field"]);
    return {
      kind: "usable",
      status: status === undefined || option === undefined ? null : { id: status.id, option: option.id },
      dueField: due?.data_type === "date" ? { id: due.id } : null,
    };
  } catch (error) {
    switch (meaningOf(error).is) {
      case "gone":
      case "place gone":
        return { kind: "unusable", reason: "missing" };
      case "not permitted":
        return { kind: "unusable", reason: "no-permission" };
    }
    throw error;
  }
}

import type { GitHub } from "../../../github/client.ts";
import { meaningOf } from "../../../github/error-meaning.ts";
import { A_PAGE } from "../../../github-limits.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { Board } from "../facts.ts";
import { isSame } from "../picking/login.ts";

/** The field for the status of the project in sre.yml; null: it names none. */
export async function readBoard(
  github: GitHub,
  { section: { project } }: ReconcileContext<"help-wanted">,
): Promise<Board | null> {
  if (project === null) return null;
  const inProject = { org: project.owner, project_number: project.number };
  try {
    const route = "GET /orgs/{org}/projectsV2/{project_number}/fields";
    const { data } = await github.rest(route, { ...inProject, per_page: A_PAGE });
    const field = data.find(({ name }) => name === "Status");
    const option = field?.options?.find(({ name }) => isSame(name.raw, project.status ?? null));
    return {
      kind: "usable",
      status: field === undefined || option === undefined ? null : { id: field.id, option: option.id },
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

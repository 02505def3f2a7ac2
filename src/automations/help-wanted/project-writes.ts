import type { Action } from "../../github/actions.ts";
import type { ReconcileContext } from "../automation.ts";
import type { RequestFacts } from "./facts.ts";
import { isSame } from "./picking/login.ts";
import type { HelpRequest } from "./request/request.ts";

export interface OnProject {
  readonly writes: readonly Action[];
  readonly notes: Pick<HelpRequest, "project" | "projectProblem">;
}

/** A new request gets its place on the project, and its first status. A status that people set stays. */
export function putOnProject({ item, board }: RequestFacts, { section }: ReconcileContext<"help-wanted">): OnProject {
  const settings = section.project;
  if (settings === null || board === null) return { writes: [], notes: { project: null, projectProblem: null } };
  if (board.kind === "unusable") return { writes: [], notes: { project: null, projectProblem: board.reason } };
  const inProject = { org: settings.owner, project_number: settings.number };
  const { place } = item;
  const ref = `item/${item.number}`;
  const because = "sre.yml puts requests for help there";
  const status = settings.status ?? "";
  const isUnset = place === null || place.status === null;
  const fields =
    board.status === null || !isUnset
      ? []
      : [{ id: board.status.id, value: board.status.option, name: "Status", text: status }];
  const isOurs = board.status !== null && (isUnset || isSame(status, place.status));
  const type = item.isPull ? ({ type: "PullRequest" } as const) : {};
  return {
    writes: [
      ...(place === null
        ? [{ action: "add-to-project", ...inProject, ref, id: item.id, ...type, because } as const]
        : []),
      ...(fields.length === 0
        ? []
        : [{ action: "set-project-field", ...inProject, item_id: place?.id ?? { ref }, fields, because } as const]),
    ],
    notes: { project: isOurs ? `${settings.owner}/${settings.number}` : null, projectProblem: null },
  };
}

import type { ReconcileContext } from "../../automation.ts";
import { homeOf } from "../picking/home.ts";
import { isSame } from "../picking/login.ts";

/** Whether the report of these people is in this repository: its file says who may be asked. */
export function hasReport({
  loaded,
  repository,
  section,
}: Pick<ReconcileContext<"help-wanted">, "loaded" | "repository" | "section">): boolean {
  return section.report !== null && isSame(homeOf(loaded, repository), `${repository.owner}/${repository.name}`);
}

import type { SimRepo, SimState } from "../../state.ts";

/** What rendering needs: the state and the two addresses that links begin with, without a slash at the end. */
export interface View {
  readonly state: SimState;
  /** `http://127.0.0.1:3000/api/v3` */
  readonly apiUrl: string;
  /** `http://127.0.0.1:3000` */
  readonly webUrl: string;
}

/** JSON as it is sent. */
export type Rendered = Record<string, unknown>;

/** `…/repos/owner/name` */
export function repoApi(view: View, repo: SimRepo): string {
  return `${view.apiUrl}/repos/${repo.name}`;
}

/** `…/owner/name` for people. */
export function repoWeb(view: View, repo: SimRepo): string {
  return `${view.webUrl}/${repo.name}`;
}

/** `owner` and `name` of a repository. */
export function nameParts(repo: SimRepo): { owner: string; name: string } {
  const [owner = "", name = ""] = repo.name.split("/");
  return { owner, name };
}

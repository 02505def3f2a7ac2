import { isCollaborator, sameLogin } from "../../actions/people.ts";
import type { SimRepo } from "../../state.ts";
import { nameParts, type View } from "./view.ts";

/** A person's association with the repository, as far as the world says. */
export function authorAssociation(view: View, repo: SimRepo, login: string | null): string {
  if (login === null) return "NONE";
  const { owner } = nameParts(repo);
  if (sameLogin(owner, login)) return "OWNER";
  const member = view.state.teams.some((team) => sameLogin(team.org, owner) && team.members.includes(login));
  if (member) return "MEMBER";
  if (isCollaborator(view.state, repo, login)) return "COLLABORATOR";
  const contributed = [...repo.pulls.values()].some((pull) => pull.user === login && pull.state === "merged");
  return contributed ? "CONTRIBUTOR" : "NONE";
}

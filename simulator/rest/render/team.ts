import type { SimTeam } from "../../state.ts";
import type { Rendered, View } from "./view.ts";

/** A team as it appears within other objects. */
export function renderTeam(view: View, team: SimTeam): Rendered {
  const url = `${view.apiUrl}/organizations/${team.org}/team/${team.id}`;
  return {
    id: team.id,
    node_id: `T_${team.id}`,
    url,
    html_url: `${view.webUrl}/orgs/${team.org}/teams/${team.slug}`,
    name: team.slug,
    slug: team.slug,
    description: null,
    privacy: "closed",
    permission: "pull",
    type: "organization",
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
  };
}

/** Teams by their names, `org/slug`. */
export function renderTeams(view: View, names: readonly string[]): Rendered[] {
  const teams = view.state.teams.filter(({ org, slug }) => names.includes(`${org}/${slug}`));
  return teams.map((team) => ({ ...renderTeam(view, team), parent: null }));
}

import type { Actor } from "../../platform/actor.ts";
import type { SimTeam } from "../../state.ts";
import { requireTeams } from "../access.ts";
import type { Resolvers } from "../context.ts";
import { nodeId } from "../node-id.ts";
import type { TeamSource } from "../source.ts";
import { accountOf } from "./account.ts";

/** A team, for who may read the organization's members; else FORBIDDEN (cli/cli#6274, cli/cli#14317, dust-tt/dust#29326). */
export function teamSource(actor: Actor, team: SimTeam): TeamSource {
  requireTeams(actor);
  return { __typename: "Team", team };
}

const path = ({ team }: TeamSource) => `/orgs/${team.org}/teams/${team.slug}`;

export const team: Resolvers<TeamSource> = {
  id: ({ team }) => nodeId("Team", team.id),
  databaseId: ({ team }) => team.id,
  name: ({ team }) => team.slug,
  slug: ({ team }) => team.slug,
  combinedSlug: ({ team }) => `${team.org}/${team.slug}`,
  organization: ({ team }, _args, { state }) => accountOf(state, team.org),
  resourcePath: path,
  url: (source, _args, { webUrl }) => `${webUrl}${path(source)}`,
};

import { accountOf, sameLogin } from "../../actions/people.ts";
import { canSee, isInstalledOn } from "../../platform/actor.ts";
import { notFound, Refused } from "../../refused.ts";
import type { SimTeam } from "../../state.ts";
import { type Call, type Handlers, ok } from "../context.ts";
import { paged } from "../paging.ts";
import { renderRepo } from "../render/repo.ts";
import { renderTeam } from "../render/team.ts";
import { renderFullUser, renderUser } from "../render/user.ts";

export const accountRoutes: Handlers = {
  "GET /user": ({ context }) => {
    if (context.actor.kind !== "user") throw new Refused(403, "Resource not accessible by integration");
    const account = accountOf(context.state, context.actor.login);
    if (account === undefined) throw new Refused(401, "Bad credentials");
    return ok(renderFullUser(context, account));
  },

  "GET /users/{username}": ({ context, path }) => {
    const account = accountOf(context.state, path.username ?? "");
    if (account === undefined) throw notFound();
    return ok(renderFullUser(context, account));
  },

  "GET /orgs/{org}/teams/{team_slug}": (call) => {
    const team = teamIn(call);
    const { context } = call;
    return ok({
      ...renderTeam(context, team),
      members_count: team.members.length,
      repos_count: 0,
      created_at: context.state.now,
      updated_at: context.state.now,
      organization: organization(call, team.org),
    });
  },

  "GET /orgs/{org}/teams/{team_slug}/members": (call) => {
    const { items, headers } = paged(call, teamIn(call).members);
    return ok(
      items.map((login) => renderUser(call.context, login)),
      headers,
    );
  },

  "GET /installation/repositories": (call) => {
    const { context } = call;
    const { actor } = context;
    if (actor.kind !== "installation") throw new Refused(403, "Resource not accessible by integration");
    const repos = [...context.state.repos.values()].filter((repo) => isInstalledOn(actor.installation, repo));
    const { items, headers } = paged(call, repos);
    return ok({ total_count: repos.length, repositories: items.map((repo) => renderRepo(context, repo)) }, headers);
  },
};

/** Teams belong to an organization: installations elsewhere see none. */
function teamIn({ context, path }: Call): SimTeam {
  const { actor, state } = context;
  const team = state.teams.find((one) => sameLogin(one.org, path.org ?? "") && one.slug === path.team_slug);
  const elsewhere = actor.kind === "installation" && !sameLogin(actor.installation.account, path.org ?? "");
  if (team === undefined || elsewhere || actor.kind === "anonymous") throw notFound();
  return team;
}

function organization({ context }: Call, login: string): object {
  const url = `${context.apiUrl}/orgs/${login}`;
  const counts = {
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    has_organization_projects: true,
    has_repository_projects: true,
  };
  return {
    ...counts,
    login,
    id: context.state.users.get(login)?.id ?? 0,
    node_id: `O_${login}`,
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `${context.webUrl}/avatars/o/${login}`,
    description: null,
    html_url: `${context.webUrl}/${login}`,
    created_at: context.state.now,
    updated_at: context.state.now,
    archived_at: null,
    type: "Organization",
  };
}

/** Whether a repository may appear in an answer about several repositories (search). */
export function mayShow(call: Call, name: string): boolean {
  const repo = call.context.state.repos.get(name);
  return repo !== undefined && canSee(call.context.state, call.context.actor, repo);
}

import { newUser } from "../../actions/people.ts";
import { nodeId } from "../../graphql/node-id.ts";
import type { SimUser } from "../../state.ts";
import type { Rendered, View } from "./view.ts";

/** Stands for accounts that are gone. */
const GHOST = newUser("ghost", 10137);

/** A simple user; a deleted account is `ghost`, an unknown one too (it wrote something before it went). */
export function renderUser(view: View, login: string | null): Rendered {
  const known = login === null ? undefined : view.state.users.get(login);
  const user = known === undefined || known.deleted ? GHOST : known;
  const api = `${view.apiUrl}/users/${encodeURIComponent(user.login)}`;
  const html_url =
    user.type === "Bot" ? `${view.webUrl}/apps/${user.login.replace(/\[bot\]$/, "")}` : `${view.webUrl}/${user.login}`;
  return {
    login: user.login,
    id: user.id,
    node_id: nodeId(user.type, user.id),
    avatar_url: `${view.webUrl}/avatars/u/${user.id}`,
    gravatar_id: "",
    url: api,
    html_url,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: user.type,
    user_view_type: "public",
    site_admin: false,
  };
}

/** The same where nobody is a possible answer. */
export function renderMaybeUser(view: View, login: string | null): Rendered | null {
  return login === null ? null : renderUser(view, login);
}

/** A user's own page. */
export function renderFullUser(view: View, user: SimUser): Rendered {
  const nothing = { bio: null, blog: "", company: null, email: null, hireable: null, location: null, name: user.login };
  const counts = { followers: 0, following: 0, public_gists: 0, public_repos: 0 };
  return {
    ...renderUser(view, user.login),
    ...nothing,
    ...counts,
    created_at: view.state.now,
    updated_at: view.state.now,
  };
}

import { nodeId } from "../../graphql/node-id.ts";
import type { SimRelease, SimRepo, SimTag } from "../../state.ts";
import { renderUser } from "./user.ts";
import { type Rendered, repoApi, repoWeb, type View } from "./view.ts";

export function renderRelease(view: View, repo: SimRepo, release: SimRelease): Rendered {
  const url = `${repoApi(view, repo)}/releases/${release.id}`;
  return {
    url,
    assets_url: `${url}/assets`,
    upload_url: `${url}/assets{?name,label}`,
    html_url: `${repoWeb(view, repo)}/releases/tag/${encodeURIComponent(release.tag)}`,
    id: release.id,
    author: renderUser(view, null),
    node_id: nodeId("Release", repo.id, release.id),
    tag_name: release.tag,
    target_commitish: repo.default_branch,
    name: release.name,
    draft: release.draft,
    prerelease: release.prerelease,
    created_at: repo.tags.get(release.tag)?.at ?? release.published_at ?? view.state.now,
    published_at: release.published_at,
    updated_at: release.updated_at,
    assets: [],
    tarball_url: `${repoApi(view, repo)}/tarball/${encodeURIComponent(release.tag)}`,
    zipball_url: `${repoApi(view, repo)}/zipball/${encodeURIComponent(release.tag)}`,
    body: release.body,
  };
}

export function renderTag(view: View, repo: SimRepo, tag: SimTag): Rendered {
  const api = repoApi(view, repo);
  const name = encodeURIComponent(tag.name);
  return {
    name: tag.name,
    commit: { sha: tag.sha, url: `${api}/commits/${tag.sha}` },
    zipball_url: `${api}/zipball/refs/tags/${name}`,
    tarball_url: `${api}/tarball/refs/tags/${name}`,
    node_id: nodeId("Ref", repo.id, `refs/tags/${tag.name}`),
  };
}

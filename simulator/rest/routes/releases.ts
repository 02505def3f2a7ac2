import { notFound } from "../../refused.ts";
import type { SimRelease } from "../../state.ts";
import { ok, type RepoCall, type RepoHandlers } from "../context.ts";
import { paged } from "../paging.ts";
import { renderRelease, renderTag } from "../render/release.ts";

export const releaseRoutes: RepoHandlers = {
  "GET /repos/{owner}/{repo}/tags": (call) => {
    const newest = [...call.repo.tags.values()].reverse();
    const { items, headers } = paged(call, newest);
    return ok(
      items.map((tag) => renderTag(call.context, call.repo, tag)),
      headers,
    );
  },

  "GET /repos/{owner}/{repo}/releases": (call) => {
    const { items, headers } = paged(call, [...call.repo.releases].reverse());
    return ok(
      items.map((release) => renderRelease(call.context, call.repo, release)),
      headers,
    );
  },

  "GET /repos/{owner}/{repo}/releases/latest": (call) => one(call, (release) => !release.draft && !release.prerelease),

  "GET /repos/{owner}/{repo}/releases/tags/{tag}": (call) =>
    one(call, (release) => !release.draft && release.tag === call.path.tag),
};

function one({ context, repo }: RepoCall, matches: (release: SimRelease) => boolean) {
  const found = repo.releases
    .filter(matches)
    .sort((a, b) => ((a.published_at ?? "") < (b.published_at ?? "") ? 1 : -1))[0];
  if (found === undefined) throw notFound();
  return ok(renderRelease(context, repo, found));
}

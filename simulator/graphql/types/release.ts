import type { SimRelease, SimRepo } from "../../state.ts";
import { connection, type Page } from "../connection.ts";
import type { Resolvers } from "../context.ts";
import { nodeId } from "../node-id.ts";
import { commitOf, type ReleaseSource, repositorySource, tagRef } from "../source.ts";

interface ReleasesArguments extends Page {
  orderBy?: { field: "CREATED_AT" | "NAME"; direction: "ASC" | "DESC" } | null;
}

function releaseSource(repo: SimRepo, release: SimRelease): ReleaseSource {
  return { __typename: "Release", repo, release };
}

/** Releases, newest first unless asked otherwise. */
export function releases(repo: SimRepo, args: ReleasesArguments) {
  const key = (release: SimRelease) =>
    args.orderBy?.field === "NAME" ? (release.name ?? "") : (release.published_at ?? "9999");
  const found = [...repo.releases].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.id - b.id));
  if ((args.orderBy?.direction ?? "DESC") === "DESC") found.reverse();
  return connection(
    found,
    args,
    ({ id }) => id,
    (release) => releaseSource(repo, release),
  );
}

/** The newest that is neither a draft nor a pre-release. */
export function latestRelease(repo: SimRepo): ReleaseSource | null {
  let found: SimRelease | null = null;
  for (const release of repo.releases) {
    if (release.draft || release.prerelease || release.published_at === null) continue;
    if (found === null || (found.published_at ?? "") <= release.published_at) found = release;
  }
  return found === null ? null : releaseSource(repo, found);
}

export function releaseNamed(repo: SimRepo, tag: string): ReleaseSource | null {
  const found = repo.releases.find((release) => release.tag === tag);
  return found === undefined ? null : releaseSource(repo, found);
}

const path = ({ repo, release }: ReleaseSource) => `/${repo.name}/releases/tag/${release.tag}`;

export const release: Resolvers<ReleaseSource> = {
  id: ({ repo, release }) => nodeId("Release", repo.id, release.id),
  databaseId: ({ release }) => release.id,
  name: ({ release }) => release.name,
  description: ({ release }) => release.body,
  tagName: ({ release }) => release.tag,
  tag: ({ repo, release }) => tagRef(repo, release.tag),
  tagCommit: ({ repo, release }) => commitOf(repo, repo.tags.get(release.tag)?.sha ?? null),
  isDraft: ({ release }) => release.draft,
  isPrerelease: ({ release }) => release.prerelease,
  isLatest: ({ repo, release }) => latestRelease(repo)?.release === release,
  publishedAt: ({ release }) => release.published_at,
  createdAt: ({ repo, release }, _args, { state }) =>
    release.published_at ?? repo.tags.get(release.tag)?.at ?? state.now,
  updatedAt: ({ release }) => release.updated_at,
  repository: ({ repo }) => repositorySource(repo),
  resourcePath: path,
  url: (source, _args, { webUrl }) => `${webUrl}${path(source)}`,
};

import { resolveRef } from "../git/resolve.ts";
import { notFound, Refused } from "../refused.ts";
import type { SimRelease, SimRepo } from "../state.ts";
import { type Acting, newId, tell } from "./acting.ts";
import { createTag } from "./push.ts";

interface NewRelease {
  readonly tag: string;
  readonly name?: string;
  readonly body?: string;
  readonly target?: string;
  readonly draft?: boolean;
  readonly prerelease?: boolean;
}

/** Publishes a release; its tag is made on the target (default: the default branch) when it is not there. */
export function publishRelease(acting: Acting, repo: SimRepo, made: NewRelease): SimRelease {
  const draft = made.draft ?? false;
  if (!draft) ensureTag(acting, repo, made);
  const release: SimRelease = {
    id: newId(acting.state),
    tag: made.tag,
    name: made.name ?? null,
    body: made.body ?? null,
    draft,
    prerelease: made.prerelease ?? false,
    published_at: draft ? null : acting.state.now,
    updated_at: acting.state.now,
  };
  repo.releases.push(release);
  if (!draft) tell(acting, repo, "release", "published", { release_id: release.id });
  return release;
}

function ensureTag(acting: Acting, repo: SimRepo, made: Pick<NewRelease, "tag" | "target">): void {
  if (repo.tags.has(made.tag)) return;
  const sha = resolveRef(repo, made.target ?? repo.default_branch);
  if (sha === null) {
    throw new Refused(422, "Validation Failed", [{ resource: "Release", field: "target_commitish", code: "invalid" }]);
  }
  createTag(acting, repo, made.tag, sha);
}

function releaseWith(repo: SimRepo, id: number): SimRelease {
  const found = repo.releases.find((release) => release.id === id);
  if (found === undefined) throw notFound();
  return found;
}

/** Publishes a draft, makes a release a draft again, or changes whether it is a prerelease. */
export function editRelease(
  acting: Acting,
  repo: SimRepo,
  id: number,
  edit: { readonly draft?: boolean; readonly prerelease?: boolean },
): SimRelease {
  const { draft, prerelease } = { ...releaseWith(repo, id), ...edit };
  const before = releaseWith(repo, id);
  if (before.draft && !draft) ensureTag(acting, repo, before);
  // A copy: a refused action gets the list back as it was.
  const published_at = draft ? null : (before.published_at ?? acting.state.now);
  const release = { ...before, draft, prerelease, published_at, updated_at: acting.state.now };
  repo.releases = repo.releases.map((one) => (one.id === id ? release : one));
  const action = before.draft === draft ? "edited" : draft ? "unpublished" : "published";
  tell(acting, repo, "release", action, { release_id: id });
  return release;
}

/** Deletes it; its tag stays. */
export function deleteRelease(acting: Acting, repo: SimRepo, id: number): void {
  const deleted_release = releaseWith(repo, id);
  repo.releases = repo.releases.filter((release) => release.id !== id);
  tell(acting, repo, "release", "deleted", { deleted_release });
}

/** What was published with a tag that is deleted is an untagged draft (smithclay/duckdb-otlp#74, openml/automlbenchmark#429). */
export function unpublishTagged(acting: Acting, repo: SimRepo, tag: string): void {
  for (const { id, draft } of repo.releases.filter((release) => release.tag === tag)) {
    if (!draft) editRelease(acting, repo, id, { draft: true });
  }
}

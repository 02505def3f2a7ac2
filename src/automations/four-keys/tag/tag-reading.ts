import type { DeploymentReading } from "../../../records/book.ts";
import type { Instant } from "../../../records/record.ts";
import type { fourKeysTagResult } from "./four-keys-tag.generated.ts";

/** A tag as the fragment FourKeysTag reads it, alone or in a page of others. */
export type TagNode = NonNullable<NonNullable<fourKeysTagResult["repository"]>["ref"]>;

/** How a tag was seen. */
export interface TagSeen {
  /** When it was read after a webhook. GitHub does not say when a tag was changed, so history, at 0, gives way to that. */
  readonly version: Instant;
  /** When it was pushed, as its webhook reported; null: not known. */
  readonly pushedAt: Instant | null;
}

/**
 * An annotated tag at its tagger's date; a lightweight one when it was pushed, else at its commit's date. A tag of something
 * else than a commit is no deployment.
 */
export function tagReading({ name, target }: TagNode, { version, pushedAt }: TagSeen, repo: string): DeploymentReading {
  const annotated = target?.__typename === "Tag" ? target : null;
  const commit = annotated === null ? target : annotated.target;
  const tagger = annotated?.tagger?.date ?? null;
  const time = tagger === null ? pushedAt : Date.parse(tagger);
  const isCommit = commit?.__typename === "Commit";
  return {
    type: "deployment",
    key: tagKey(name),
    version,
    record: isCommit
      ? {
          type: "deployment",
          repo,
          id: name,
          environment: "production",
          service: null,
          sha: commit.oid,
          status: "success",
          startedAt: null,
          finishedAt: time ?? Date.parse(commit.committedDate),
          changes: null,
          source: "tag",
        }
      : null,
  };
}

export function tagKey(name: string): `tag/${string}` {
  return `tag/${name}`;
}

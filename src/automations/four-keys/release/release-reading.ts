import type { Reading } from "../../../records/book.ts";
import type { fourKeysReleaseResult } from "./four-keys-release.generated.ts";

/** A release as the fragment FourKeysRelease reads it, alone or in a page of others. */
export type ReleaseNode = Extract<NonNullable<fourKeysReleaseResult["node"]>, { readonly tagName: string }>;

/** A published release; a draft or a prerelease is none, and one that became a draft again is none any more. */
export function releaseReading(node: ReleaseNode, repo: string): Reading {
  const { id, tagName, isDraft, isPrerelease, publishedAt, updatedAt, tagCommit } = node;
  return {
    type: "deployment",
    key: releaseKey(id),
    version: Date.parse(updatedAt),
    record:
      isDraft || isPrerelease || publishedAt === null
        ? null
        : {
            type: "deployment",
            repo,
            // How people name it, as in an incident's line `Deployment: v1.2.0`.
            id: tagName,
            environment: "production",
            service: null,
            sha: tagCommit?.oid ?? null,
            status: "success",
            startedAt: null,
            finishedAt: Date.parse(publishedAt),
            changes: null,
            source: "release",
          },
  };
}

export function releaseKey(id: string): `release/${string}` {
  return `release/${id}`;
}

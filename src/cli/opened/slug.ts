import type { GitHub } from "../../github/client.ts";
import { meaningOf } from "../../github/error-meaning.ts";
import { findMarkers } from "../../markdown/marker.ts";
import { readCredentials } from "../../web/setup/credentials.ts";

/** The App's name where nobody chose another one. */
export const DEFAULT_SLUG = "detoil";

/** The App that the setup page registered for the server here; null: none, or nobody may read it. */
export async function savedSlug(folder: string): Promise<string | null> {
  try {
    return (await readCredentials(folder))?.slug ?? null;
  } catch {
    // what is wrong with the file concerns the server; the repository may show the name
    return null;
  }
}

/** The App that wrote the latest text with a marker of Detoil's in a repository; null: no such text was found. */
export async function slugOnRepository(github: GitHub, repo: string): Promise<string | null> {
  const [owner = "", name = ""] = repo.split("/");
  const latest = { owner, repo: name, state: "all", sort: "updated", per_page: 100 } as const;
  const found = await github.rest("GET /repos/{owner}/{repo}/issues", latest).catch((error: unknown) => {
    if (["gone", "place gone", "not permitted"].includes(meaningOf(error).is)) return null;
    throw error;
  });
  for (const { user, body } of found?.data ?? []) {
    const [, slug] = /^([\w-]+)\[bot\]$/.exec(user?.login ?? "") ?? [];
    if (slug !== undefined && findMarkers(body ?? "").length > 0) return slug;
  }
  return null;
}

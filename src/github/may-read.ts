import type { GitHub } from "./client.ts";
import { type Meaning, meaningOf } from "./error-meaning.ts";
import { permissionOf } from "./permission-of.ts";
import type { RepoRef } from "./repo-ref.ts";

const HIDDEN: ReadonlySet<Meaning["is"]> = new Set(["gone", "place gone", "not permitted", "not authenticated"]);

/**
 * Whether a person may read a repository. False also if there is no such repository, person or answer, so that the caller
 * learns nothing from the difference. Throws the other kinds of errors.ts.
 */
export async function mayRead(github: GitHub, repository: RepoRef, login: string): Promise<boolean> {
  try {
    return (await permissionOf(github, repository, login)) !== "none";
  } catch (error) {
    if (HIDDEN.has(meaningOf(error).is)) return false;
    throw error;
  }
}

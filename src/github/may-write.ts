import type { GitHub } from "./client.ts";
import { orNullIfGone } from "./error-meaning.ts";
import { permissionOf } from "./permission-of.ts";
import type { RepoRef } from "./repo-ref.ts";

/** Whether a person may write to a repository. Throws the kinds of errors.ts. */
export async function mayWrite(github: GitHub, repository: RepoRef, login: string): Promise<boolean> {
  // null: no such account (any more)
  const permission = await orNullIfGone(permissionOf(github, repository, login));
  return permission === "admin" || permission === "write";
}

import type { GitHub } from "./client.ts";
import { NotFound } from "./errors.ts";
import { permissionOf } from "./permission-of.ts";
import type { RepoRef } from "./repo-ref.ts";

/** Whether a person may write to a repository. Throws the kinds of errors.ts. */
export async function mayWrite(github: GitHub, repository: RepoRef, login: string): Promise<boolean> {
  try {
    const permission = await permissionOf(github, repository, login);
    return permission === "admin" || permission === "write";
  } catch (error) {
    // no such account (any more)
    if (error instanceof NotFound) return false;
    throw error;
  }
}

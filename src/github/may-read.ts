import type { GitHub } from "./client.ts";
import { Forbidden, NotFound } from "./errors.ts";
import { permissionOf } from "./permission-of.ts";
import type { RepoRef } from "./repo-ref.ts";

/**
 * Whether a person may read a repository. False also if there is no such repository, person or answer, so that the caller
 * learns nothing from the difference. Throws the other kinds of errors.ts.
 */
export async function mayRead(github: GitHub, repository: RepoRef, login: string): Promise<boolean> {
  try {
    return (await permissionOf(github, repository, login)) !== "none";
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) return false;
    throw error;
  }
}

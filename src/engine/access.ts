import type { Automation } from "../automations/automation.ts";
import { missingPermissions } from "../automations/missing-permissions.ts";
import { elsewherePermissions, tokenPermissions } from "../automations/token-permissions.ts";
import { ORG_REPOSITORY } from "../config/files.ts";
import type { App, Permissions, TokenScope } from "../github/app.ts";
import type { GitHub } from "../github/client.ts";
import { isGone, isRefused, orNullIfGone } from "../github/error-meaning.ts";
import { PlaceNotFound, StaleFacts } from "../github/errors.ts";
import type { RepoRef } from "../github/repo-ref.ts";
import { routed } from "../github/routed.ts";
import { type InstallationRow, notePermissions } from "../store/installations.ts";
import { findRepository, findRepositoryIds, type RepositoryRow } from "../store/repositories.ts";
import type { Store } from "../store/store.ts";

export interface Access {
  /** What the installation has granted. */
  readonly granted: Permissions;
  /** null: the automation lacks a permission, and is off. */
  readonly github: GitHub | null;
}

/**
 * A client for one item of work. Its token is for this repository and what the automation declares; another repository,
 * which a configuration is read from, is read with a token for that one, which can write nothing.
 */
export async function accessFor(
  { app, store }: { readonly app: App; readonly store: Store },
  automation: Automation,
  installation: InstallationRow,
  repository: RepositoryRow,
): Promise<Access> {
  const { id } = installation;
  const granted = installation.permissions ?? (await readGranted(app, store, id));
  if (missingPermissions(automation, granted).length > 0) return { granted, github: null };
  const scope = { repositoryIds: [repository.id], permissions: tokenPermissions(automation, granted) };
  /** Throws `PlaceNotFound` where a repository is not in the installation. */
  const tokenFor = (wanted: TokenScope): Promise<GitHub> =>
    app.installation(id, wanted).catch(async (error: unknown) => {
      if (!isRefused(error)) throw error;
      // The registry is behind: less is granted by now, or the repository is no longer in the installation.
      const now = await readGranted(app, store, id);
      if (missingPermissions({ permissions: wanted.permissions }, { metadata: "read", ...now }).length > 0)
        throw new StaleFacts("what is granted");
      throw new PlaceNotFound(error.operation, error.status, "the repository is not in the installation");
    });
  const own = await tokenFor(scope);
  const elsewhere = async (named: RepoRef): Promise<GitHub> => {
    const known = await findRepositoryIds(store.db, id, named);
    const repositoryIds = known.length > 0 ? known : await formerlyNamed(app, store, installation, named);
    // Outside the installation only what is public can be read, with any token.
    if (repositoryIds.length === 0) return own;
    return tokenFor({ repositoryIds, permissions: elsewherePermissions(granted) }).catch((error: unknown) => {
      // It left the installation. `own` learns the same as about any repository that it may not see.
      if (isGone(error)) return own;
      throw error;
    });
  };
  return { granted, github: routed(own, repository, elsewhere) };
}

/** Asks as the App itself: a token would tell less, and might be refused. */
async function readGranted(app: App, store: Store, id: number): Promise<Permissions> {
  const route = "GET /app/installations/{installation_id}";
  const { data } = await app.asApp().rest(route, { installation_id: id });
  const permissions = { ...data.permissions } as Permissions;
  await notePermissions(store.db, id, permissions);
  return permissions;
}

/**
 * A configuration may still extend a repository by its former name, and GitHub redirects: under the new name the registry
 * has it. An organization's default is where its name says, so for that one nothing is asked.
 */
async function formerlyNamed(
  app: App,
  store: Store,
  { id, account }: InstallationRow,
  { owner, name }: RepoRef,
): Promise<readonly number[]> {
  if (owner.toLowerCase() !== account.toLowerCase() || name.toLowerCase() === ORG_REPOSITORY) return [];
  const github = await app.installation(id, { permissions: { metadata: "read" } });
  const found = await orNullIfGone(github.rest("GET /repos/{owner}/{repo}", { owner, repo: name }));
  const repository = found === null ? null : await findRepository(store.db, id, found.data.id);
  return repository === null ? [] : [repository.id];
}

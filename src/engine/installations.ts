import type { Automation, Repository } from "../automations/automation.ts";
import { noteDefaultBranches } from "../store/default-branches.ts";
import {
  findInstallation,
  putInstallation,
  removeInstallation,
  renameAccount,
  upsertInstallations,
} from "../store/installations.ts";
import {
  findRepository,
  listRepositories,
  putRepository,
  removeRepositories,
  upsertRepositories,
} from "../store/repositories.ts";
import type { Database } from "../store/store.ts";
import type { WorkRequest } from "../store/work-items.ts";
import type { InstallationChange } from "./installation-change.ts";

/**
 * Keeps the registry of installations and their repositories, by id. Answers the work that follows: what is new, or back,
 * is reconciled completely.
 */
export async function applyChange(
  db: Database,
  change: InstallationChange,
  automations: readonly Automation[],
): Promise<readonly WorkRequest[]> {
  const { id } = change;
  switch (change.kind) {
    case "uninstalled":
      await removeInstallation(db, id);
      return [];
    case "renamed": {
      await renameAccount(db, change);
      const all = await listRepositories(db, id);
      // Links to sre.yml have its name in them.
      return all.filter((one) => !one.archived).flatMap((one) => allTargetsOf(id, one.id, automations));
    }
    case "installed": {
      await putInstallation(db, change);
      await noteAllDefaultBranches(db, id);
      await upsertRepositories(db, rowsOf(id, change.repositories));
      if (change.suspended) {
        return [];
      }
      const all = await listRepositories(db, id);
      return all.filter((one) => !one.archived).flatMap((one) => allTargetsOf(id, one.id, automations));
    }
    case "added": {
      if ((await findInstallation(db, id)) === null) {
        const [first] = change.repositories;
        await upsertInstallations(db, first === undefined ? [] : [{ id, account: first.owner }]);
      }
      await upsertRepositories(db, rowsOf(id, change.repositories));
      return change.repositories.flatMap((one) => allTargetsOf(id, one.id, automations));
    }
    case "removed":
      await removeRepositories(db, id, change.repositoryIds);
      return [];
    case "repository": {
      const { repository, archived } = change;
      await upsertInstallations(db, [{ id, account: repository.owner }]);
      const before = await findRepository(db, id, repository.id);
      await putRepository(db, { ...repository, installationId: id, archived });
      const isBack = before?.archived === true && !archived;
      return before === null || isBack ? allTargetsOf(id, repository.id, automations) : [];
    }
  }
}

/** All targets of the automations in one repository. */
export function allTargetsOf(
  installationId: number,
  repositoryId: number,
  automations: readonly Automation[],
): readonly WorkRequest[] {
  return automations.flatMap((automation) =>
    automation.allTargets.map((target) => ({
      installationId,
      repositoryId,
      automation: automation.name,
      target,
      priority: "first" as const,
    })),
  );
}

function rowsOf(installationId: number, repositories: readonly Repository[]) {
  return repositories.map(({ id, owner, name }) => ({ installationId, id, owner, name }));
}

/** GitHub sends nothing while an installation is suspended: what was read before that may be old. */
async function noteAllDefaultBranches(db: Database, installationId: number): Promise<void> {
  const known = await listRepositories(db, installationId);
  await noteDefaultBranches(
    db,
    known.map((one) => ({ installationId, repositoryId: one.id, before: "", tip: "" })),
  );
}

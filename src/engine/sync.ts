import { isDeepStrictEqual } from "node:util";
import type { Automation, Repository } from "../automations/automation.ts";
import type { App } from "../github/app.ts";
import { meaningOf, orNullIfGone } from "../github/error-meaning.ts";
import { readNumberedPages } from "../github/read-pages.ts";
import { A_PAGE } from "../github-limits.ts";
import { noteDefaultBranches } from "../store/default-branches.ts";
import {
  listInstallations,
  noteMissingInstallation,
  putInstallation,
  removeInstallation,
} from "../store/installations.ts";
import { keepListed, listRepositories, putRepository, upsertRepositories } from "../store/repositories.ts";
import { inTransaction, type Store } from "../store/store.ts";
import { allTargetsOf, applyChange } from "./installations.ts";
import type { Queue } from "./queue.ts";
import { isAllowed } from "./receive.ts";

/** As long must GitHub say that an installation is not there: a 404 may be a lagging replica's, or a proxy's. */
const DAY_MS = 86_400_000;

export interface SyncOptions {
  readonly store: Store;
  readonly queue: Queue;
  readonly app: App;
  readonly automations: readonly Automation[];
  readonly allowedOwners: ReadonlySet<string> | null;
  /** By GitHub's clock. */
  readonly now: () => Date;
}

/** Brings the registry in line with what GitHub says now: webhooks may have been lost, or this store be new. */
export async function syncInstallations(options: SyncOptions): Promise<void> {
  const { store, queue } = options;
  // Our registry first: who comes in while GitHub is asked is not in its answer, and must not be taken for gone.
  const before = new Map((await listInstallations(store.db)).map((one) => [one.id, one]));
  const present = await installationsOf(options.app);
  const allowed = present.filter((one) => isAllowed(one.account, options.allowedOwners));
  const ids = new Set(allowed.map((one) => one.id));
  const known = new Set(present.map((one) => one.id));
  for (const id of [...before.keys()].filter((one) => !ids.has(one))) {
    if (known.has(id)) {
      await inTransaction(store, (transaction) => removeInstallation(transaction, id));
    } else {
      await checkInstallation(options, id);
    }
  }
  for (const installation of allowed) {
    const row = before.get(installation.id);
    const isOther =
      row !== undefined &&
      (row.suspended !== installation.suspended || !isDeepStrictEqual(row.permissions, installation.permissions));
    if (isOther) {
      // As the webhook would have said.
      const change = { kind: "installed", ...installation, repositories: [] } as const;
      await queue.enqueue(
        await inTransaction(store, (transaction) => applyChange(transaction, change, options.automations)),
      );
    } else {
      await putInstallation(store.db, installation);
    }
    if (!installation.suspended) {
      await syncRepositories(options, installation.id);
    }
  }
}

/** Reads one installation, and removes it once it has been away for a day; its webhook says so at once. */
async function checkInstallation({ store, app, now }: SyncOptions, id: number): Promise<void> {
  const asked = app.asApp().rest("GET /app/installations/{installation_id}", { installation_id: id });
  const isThere = (await orNullIfGone(asked)) !== null;
  const at = now();
  const since = await noteMissingInstallation(store.db, id, isThere ? null : at);
  if (since !== null && at.getTime() - since.getTime() >= DAY_MS) {
    await inTransaction(store, (transaction) => removeInstallation(transaction, id));
  }
}

/** The same for one installation's repositories. One that has been away for a day is forgotten. */
export async function syncRepositories(options: SyncOptions, installationId: number): Promise<void> {
  const { store, queue, automations } = options;
  const known = new Map((await listRepositories(store.db, installationId)).map((one) => [one.id, one]));
  const present = await repositoriesOf(options.app, installationId);
  if (present === "not found") {
    await checkInstallation(options, installationId);
    return;
  }
  if (present === "suspended") {
    return;
  }
  await keepListed(
    store.db,
    installationId,
    present.map((one) => one.id),
    options.now(),
  );
  const changed = present.filter((one) => {
    const before = known.get(one.id);
    return (
      before !== undefined &&
      (before.owner !== one.owner || before.name !== one.name || before.archived !== one.archived)
    );
  });
  for (const repository of changed) {
    await putRepository(store.db, { ...repository, installationId });
  }
  // As the webhooks would have said.
  await noteDefaultBranches(
    store.db,
    changed.map(({ id }) => ({ installationId, repositoryId: id, before: "", tip: "" })),
  );
  const fresh = present.filter((one) => !known.has(one.id));
  await upsertRepositories(
    store.db,
    fresh.map(({ id, owner, name }) => ({ installationId, id, owner, name })),
  );
  const back = changed.filter((one) => known.get(one.id)?.archived === true && !one.archived);
  const active = [...fresh, ...back].filter((one) => !one.archived);
  await queue.enqueue(active.flatMap((one) => allTargetsOf(installationId, one.id, automations)));
}

async function installationsOf(app: App) {
  const github = app.asApp();
  const all = [];
  const read = async (page: number) => (await github.rest("GET /app/installations", { per_page: A_PAGE, page })).data;
  for await (const installations of readNumberedPages(read)) {
    for (const { id, account, suspended_at, permissions } of installations) {
      // An enterprise's has no login, and no repositories.
      if (account === null || !("login" in account)) continue;
      all.push({
        id,
        account: account.login,
        suspended: typeof suspended_at === "string",
        permissions: permissions as Readonly<Record<string, string>>,
      });
    }
  }
  return all;
}

async function repositoriesOf(
  app: App,
  installationId: number,
): Promise<(Repository & { readonly archived: boolean })[] | "not found" | "suspended"> {
  try {
    const github = await app.installation(installationId, { permissions: { metadata: "read" } });
    const all = [];
    const read = async (page: number) =>
      (await github.rest("GET /installation/repositories", { per_page: A_PAGE, page })).data.repositories;
    for await (const repositories of readNumberedPages(read)) {
      for (const { id, owner, name, archived } of repositories) {
        all.push({ id, owner: owner.login, name, archived });
      }
    }
    return all;
  } catch (error) {
    switch (meaningOf(error).is) {
      case "gone":
      case "place gone":
        return "not found";
      case "not permitted":
      case "not authenticated":
        return "suspended";
    }
    throw error;
  }
}

import { upsertInstallations } from "../src/store/installations.ts";
import { openStore } from "../src/store/open.ts";
import { upsertRepositories } from "../src/store/repositories.ts";
import type { Store } from "../src/store/store.ts";
import { startPostgres } from "./postgres.ts";
import { started } from "./started.ts";

/** A fresh PostgreSQL in which each of these installations has one repository, with the installation's number. */
export async function storeWith(installations: readonly number[]): Promise<Store> {
  const postgres = await startPostgres();
  const store = await openStore({ databaseUrl: `${postgres.url}/postgres`, folder: null });
  started(store, () => store.close());
  await upsertInstallations(
    store.db,
    installations.map((id) => ({ id, account: `org-${id}` })),
  );
  await upsertRepositories(
    store.db,
    installations.map((id) => ({ installationId: id, id, owner: `org-${id}`, name: "shop" })),
  );
  return store;
}

import type { Automation } from "../automations/automation.ts";
import type { App } from "../github/app.ts";
import { orNullIfGone } from "../github/error-meaning.ts";
import type { RepoRef } from "../github/repo-ref.ts";
import { type InstallationRow, putInstallation } from "../store/installations.ts";
import { type RepositoryRow, upsertRepositories } from "../store/repositories.ts";
import type { Store } from "../store/store.ts";
import { enqueueItems } from "../store/work-items.ts";
import { BackfillProblem } from "./backfill-problem.ts";
import { backfillText } from "./backfill-text.ts";
import type { Clock } from "./clock.ts";
import { allTargetsOf } from "./installations.ts";
import { isAllowed } from "./receive.ts";

/** What reads history, and where to. */
export interface BackfillPlace {
  readonly store: Store;
  readonly app: App;
  readonly automations: readonly Automation[];
  readonly clock: Clock;
  readonly webUrl: string;
  readonly allowedOwners: ReadonlySet<string> | null;
}

interface Found {
  readonly installation: InstallationRow;
  readonly repository: RepositoryRow;
}

/** The repository as GitHub and the store know it: a new one is met as the server would meet it. Throws `BackfillProblem`. */
export async function placeOf(place: BackfillPlace, { owner, name }: RepoRef): Promise<Found> {
  const { store, app, automations, allowedOwners } = place;
  const title = `${owner}/${name}`;
  if (!isAllowed(owner, allowedOwners)) throw new BackfillProblem(backfillText.notAllowed(owner));
  const route = "GET /repos/{owner}/{repo}/installation";
  const found = await orNullIfGone(app.asApp().rest(route, { owner, repo: name }));
  if (found === null) throw new BackfillProblem(backfillText.notInstalled(title));
  const { id, account, suspended_at, permissions } = found.data;
  if (suspended_at !== null) throw new BackfillProblem(backfillText.suspended(title));
  const installation: InstallationRow = {
    ...{ id, account: account !== null && "login" in account ? account.login : owner, suspended: false },
    permissions: { ...permissions } as Readonly<Record<string, string>>,
  };
  const github = await app.installation(id, { permissions: { metadata: "read" } });
  const { data } = await github.rest("GET /repos/{owner}/{repo}", { owner, repo: name });
  const repository = { installationId: id, id: data.id, owner: data.owner.login, name: data.name };
  await putInstallation(store.db, installation);
  const isNew = (await upsertRepositories(store.db, [repository])).size > 0;
  // A server that finds it in its registry would think that all was reconciled there before.
  if (isNew && !data.archived) await enqueueItems(store.db, allTargetsOf(id, data.id, automations));
  return { installation, repository };
}

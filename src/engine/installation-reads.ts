import type { InstallationReads } from "../automations/automation.ts";
import { elsewherePermissions } from "../automations/token-permissions.ts";
import type { App, Permissions } from "../github/app.ts";
import type { GitHub } from "../github/client.ts";
import { type InstallationRepositories, readInstallationRepositories } from "../github/installation-repositories.ts";
import { addChosen, type ChoiceScope, readChosen } from "../store/chosen.ts";
import { inTransaction, type Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";

export interface InstallationReadsOptions {
  readonly app: App;
  readonly store: Store;
  readonly clock: Clock;
  /** Whether anything may be offered that nobody asked for. */
  readonly offers: boolean;
}

/** For whoever has just installed it: all of their repositories ask at once. */
const KNOWN_MS = 5 * 60_000;

interface Known {
  readonly until: Date;
  readonly read: Promise<InstallationRepositories>;
}

/** What automations learn of a whole installation, read once for all that ask within five minutes. */
export function createInstallationReads({ app, store, clock, offers }: InstallationReadsOptions) {
  const known = new Map<number, Known>();

  function repositoriesOf(id: number, reader: () => Promise<GitHub>): Promise<InstallationRepositories> {
    const now = clock.now();
    const before = known.get(id);
    if (before !== undefined && before.until > now) return before.read;
    const read = reader().then(readInstallationRepositories);
    known.set(id, { until: new Date(now.getTime() + KNOWN_MS), read });
    // What failed is asked for again by the next one.
    read.catch(() => known.delete(id));
    return read;
  }

  return function readsFor(scope: ChoiceScope, granted: Permissions): InstallationReads {
    const id = scope.installationId;
    const reader = () => app.installation(id, { permissions: elsewherePermissions(granted) });
    return {
      offers,
      reader,
      repositories: () => repositoriesOf(id, reader),
      async chosen(most, choose) {
        const before = await readChosen(store.db, scope);
        if (before.size >= most) return before;
        const ids = await choose(before);
        if (ids.length === 0) return before;
        return inTransaction(store, (transaction) => addChosen(transaction, scope, ids, most));
      },
    };
  };
}

import type { App } from "../github/app.ts";
import { isRefusal, meaningOf } from "../github/error-meaning.ts";
import { AUTO_TRIGGER, repositoriesWithAutoSuites, suitesScope } from "../store/check-suites.ts";
import { claimKey, replaceObservation } from "../store/observations.ts";
import type { RepositoryRow } from "../store/repositories.ts";
import type { Store } from "../store/store.ts";
import { reserveWrite } from "./content-budget.ts";

const WRITE = { creation: false, bulk: true, answers: false };
const UNSURE_SECONDS = 300;
const REST_MS = 10_000;
const PAUSE_MS = 60_000;

export interface AutoSuiteOptions {
  readonly store: Store;
  readonly app: App;
  readonly writeInterval: number;
  /** Installations of others are left alone; null: everybody's are served. */
  readonly allowedOwners: ReadonlySet<string> | null;
}

/**
 * Switches off, once per repository, that GitHub makes an empty check suite for this App at every push: Detoil fills only
 * those that it has something to say in, and an empty one stays queued forever, on which tools hang that wait for all
 * suites (NousResearch/hermes-agent#52311). GitHub has no way to read the preference, so that it was set is stored,
 * also where GitHub refuses: its description wants admin, its list of permissions `checks: write`.
 */
export function createAutoSuiteSwitch({ store, app, writeInterval, allowedOwners }: AutoSuiteOptions) {
  const paused = new Map<number, number>();
  let nothingUntil = 0;

  async function switchOff(repository: RepositoryRow): Promise<string> {
    const scope = { repositoryIds: [repository.id], permissions: { metadata: "read", checks: "write" } } as const;
    try {
      const github = await app.installation(repository.installationId, scope);
      await github.rest("PATCH /repos/{owner}/{repo}/check-suites/preferences", {
        owner: repository.owner,
        repo: repository.name,
        auto_trigger_checks: [{ app_id: app.id, setting: false }],
      });
      return "off";
    } catch (error) {
      if (isRefusal(error) || meaningOf(error).is === "not authenticated") return "refused";
      throw error;
    }
  }

  /** At most one repository of each installation, so that these writes are paced like others. */
  return async function switchOffSome(now: Date): Promise<void> {
    if (now.getTime() < nothingUntil) return;
    const found = await repositoriesWithAutoSuites(store.db);
    if (found.length === 0) nothingUntil = now.getTime() + REST_MS;
    for (const repository of found) {
      const { installationId, owner } = repository;
      const isServed = allowedOwners === null || allowedOwners.has(owner.toLowerCase());
      if (!isServed || (paused.get(installationId) ?? 0) > now.getTime()) continue;
      try {
        await reserveWrite(store, installationId, now, WRITE, writeInterval);
        const scope = suitesScope(repository);
        const limits = { unsureSeconds: UNSURE_SECONDS, knownSeconds: null };
        if (!(await claimKey(store.db, scope, AUTO_TRIGGER, limits)).claimed) continue;
        const value = await switchOff(repository);
        await replaceObservation(store.db, { ...scope, key: AUTO_TRIGGER, value });
      } catch (error) {
        // No hurry: it is tried again when there is room, or after the claim's five minutes.
        const meaning = meaningOf(error);
        const until = meaning.is === "limited" ? meaning.until.getTime() : now.getTime() + PAUSE_MS;
        if (meaning.is !== "throttled") paused.set(installationId, until);
      }
    }
  };
}

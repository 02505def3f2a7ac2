import type { ConfigFiles } from "../config/files.ts";
import { loadConfig } from "../config/load.ts";
import type { LoadedConfig } from "../config/loaded.ts";
import { type DefaultBranch, findDefaultBranches, VISIBLE_SECONDS } from "../store/default-branches.ts";
import type { Store } from "../store/store.ts";
import type { Claim } from "../store/work-items.ts";
import { createBoundedCache } from "./bounded-cache.ts";
import type { Clock } from "./clock.ts";
import { readsAnew } from "./reads-anew.ts";

/** What one configuration was read from: `owner/name` → what had been heard of it before. */
type Sources = Map<string, string>;

interface Cached {
  readonly loaded: LoadedConfig;
  readonly sources: ReadonlyMap<string, string>;
}

/** Whose configuration is read, and for whom. */
type Asker = Pick<Claim, "installationId" | "repositoryId" | "priority" | "attempts">;

/** Configurations by repository. Each process has its own; what another one hears of a push is in the store. */
export interface ConfigCache {
  /** The configuration in force: without a request if nothing that it was read from has been pushed to since. */
  load(claim: Asker, files: ConfigFiles): Promise<LoadedConfig>;
}

const LIMIT_BYTES = 16 * 1024 * 1024;
/** What an entry takes besides its text, as V8 keeps it: most repositories have no sre.yml, and a text of 150 characters. */
const ENTRY_BYTES = 1_500;
/** A push whose webhook GitHub never sent or repeated counts after this long, or after the nightly reconciliation. */
const OWN_SECONDS = 3_600;
/** Of other repositories that a configuration is read from, webhooks come only where Detoil is installed. */
const OTHERS_SECONDS = 600;
const UNHEARD: DefaultBranch = { version: "", tip: null, ageSeconds: Number.POSITIVE_INFINITY };

export function createConfigCache(store: Store, clock: Clock, limit = LIMIT_BYTES): ConfigCache {
  const cache = createBoundedCache<Cached>(limit);
  /** One webhook wakes several automations at once: they take turns, so that one of them reads for all. */
  const last = new Map<string, Promise<void>>();

  async function heardOf({ installationId }: Asker, names: readonly string[]): Promise<DefaultBranch[]> {
    const known = await findDefaultBranches(store.db, installationId, names);
    return names.map((name) => known.get(name) ?? UNHEARD);
  }

  async function isUnchanged(claim: Asker, { sources }: Cached): Promise<boolean> {
    const heard = await heardOf(claim, [...sources.keys()]);
    return [...sources.values()].every((version, at) => heard[at]?.version === version);
  }

  /** The same files; `sources` are those that were read, and `unsure` those that GitHub may show as they were before a push. */
  function observed(claim: Asker, files: ConfigFiles, sources: Sources, unsure: Set<string>): ConfigFiles {
    async function noting<Answer extends { readonly commit: string } | string>(
      name: string,
      ask: () => Promise<Answer>,
    ): Promise<Answer> {
      const [heard = UNHEARD] = await heardOf(claim, [name]);
      const answer = await ask();
      const commit = typeof answer === "string" ? null : answer.commit;
      if (!isSure(heard, commit)) unsure.add(name);
      // Two files of one repository: the older knowledge counts.
      if (!sources.has(name)) sources.set(name, heard.version);
      return answer;
    }
    return {
      ...files,
      own: () => noting(keyOf(files.owner, files.name), files.own),
      other: (owner, name, path) => noting(keyOf(owner, name), () => files.other(owner, name, path)),
    };
  }

  async function read(claim: Asker, files: ConfigFiles, key: string): Promise<LoadedConfig> {
    cache.delete(key);
    const [sources, unsure]: [Sources, Set<string>] = [new Map(), new Set()];
    const loaded = await loadConfig(observed(claim, files, sources, unsure));
    if (unsure.size === 0) {
      const seconds = sources.size === 1 ? OWN_SECONDS : OTHERS_SECONDS;
      const now = clock.now();
      const until = new Date(now.getTime() + seconds * 1000);
      cache.set(key, { loaded, sources }, { size: ENTRY_BYTES + 2 * JSON.stringify(loaded).length, now, until });
    }
    return loaded;
  }

  async function load(claim: Asker, files: ConfigFiles, key: string): Promise<LoadedConfig> {
    const cached = readsAnew(claim) ? null : cache.get(key, clock.now());
    return cached !== null && (await isUnchanged(claim, cached)) ? cached.loaded : read(claim, files, key);
  }

  return {
    load(claim, files) {
      // The id, because a name may belong to another repository tomorrow; the name, because the org's globs are about it.
      const key = `${claim.installationId} ${claim.repositoryId} ${keyOf(files.owner, files.name)}`;
      const before = last.get(key) ?? Promise.resolve();
      const turn = before.then(() => load(claim, files, key));
      const ended = turn.then(
        () => {},
        () => {},
      );
      last.set(key, ended);
      void ended.then(() => {
        if (last.get(key) === ended) last.delete(key);
      });
      return turn;
    },
  };
}

function keyOf(owner: string, name: string): string {
  return `${owner}/${name}`.toLowerCase();
}

/** What was read is not older than what a webhook said: GitHub's replicas are behind its webhooks by seconds. */
function isSure({ tip, ageSeconds }: DefaultBranch, commit: string | null): boolean {
  return tip === null || tip === commit || ageSeconds > VISIBLE_SECONDS;
}

import type { Automation } from "../automations/automation.ts";
import type { App } from "../github/app.ts";
import { configFiles } from "../github/config-files.ts";
import { isGone, orNullIfGone } from "../github/error-meaning.ts";
import { findAccountId, findInstallation, noteAccountId } from "../store/installations.ts";
import { type Posted, type PostedRecord, postRecord } from "../store/records/post.ts";
import type { RecordScope } from "../store/records/scope.ts";
import { findInstallationsOf, findRepository, type RepositoryRow } from "../store/repositories.ts";
import type { Store } from "../store/store.ts";
import { findTokens } from "../store/tokens/tokens.ts";
import { accessFor } from "./access.ts";
import type { Clock } from "./clock.ts";
import type { ConfigCache } from "./config-cache.ts";
import { groupCommit } from "./group-commit.ts";
import type { Queue } from "./queue.ts";
import { isAllowed } from "./receive.ts";

const AUTOMATION = "four-keys";
const MOST_TOGETHER = 250;

/** off: sre.yml has no `four-keys`. not external: it counts other deployments. no permission: the App lacks some. */
type PostingRefusal = "off" | "not external" | "no permission";

/** What pipelines record of a repository that Detoil is installed on. */
export interface Postings {
  /** What a token of `detoil token` opens; null: nothing. not served: Detoil does not work there now. */
  byToken(token: string): Promise<RepositoryRow | "not served" | null>;
  /** The repository with this id of the account with that one; null: Detoil does not work there. Throws as GitHub fails. */
  byIds(repositoryId: number, ownerId: number): Promise<RepositoryRow | null>;
  /** null: Detoil does not work there any more. Throws as GitHub fails. */
  post(repository: RepositoryRow, record: PostedRecord): Promise<Posted | PostingRefusal | null>;
}

export interface PostingsOptions {
  readonly store: Store;
  readonly app: App;
  readonly automations: readonly Automation[];
  readonly allowedOwners: ReadonlySet<string> | null;
  readonly configs: ConfigCache;
  readonly clock: Clock;
  readonly queue: Pick<Queue, "enqueue">;
}

export function createPostings(options: PostingsOptions): Postings {
  const { store, app, automations, allowedOwners, configs, clock, queue } = options;
  // One query at a time for everybody who asks meanwhile: strangers with made-up tokens hold up no webhook.
  const scopes = groupCommit((tokens: readonly string[]) => findTokens(store.db, tokens), MOST_TOGETHER);
  const homes = groupCommit((ids: readonly number[]) => findInstallationsOf(store.db, ids), MOST_TOGETHER);

  /** null: it is archived, suspended, or not to be served. */
  async function served({ installationId, repositoryId }: RecordScope): Promise<RepositoryRow | null> {
    const installation = await findInstallation(store.db, installationId);
    const repository = await findRepository(store.db, installationId, repositoryId);
    if (installation === null || repository === null || installation.suspended || repository.archived) return null;
    return isAllowed(installation.account, allowedOwners) ? repository : null;
  }

  /** An account keeps its id, so GitHub is asked once. */
  async function accountId(installationId: number): Promise<number | null> {
    const known = await findAccountId(store.db, installationId);
    if (known !== null) return known;
    const route = "GET /app/installations/{installation_id}";
    const account = (await orNullIfGone(app.asApp().rest(route, { installation_id: installationId })))?.data.account;
    if (account === undefined || account === null) return null;
    await noteAccountId(store.db, installationId, account.id);
    return account.id;
  }

  async function refusal(repository: RepositoryRow, { type }: PostedRecord): Promise<PostingRefusal | null> {
    const automation = automations.find(({ name }) => name === AUTOMATION);
    const installation = await findInstallation(store.db, repository.installationId);
    if (automation === undefined || installation === null) return "off";
    const { github } = await accessFor({ app, store }, automation, installation, repository);
    if (github === null) return "no permission";
    const asker = { installationId: installation.id, repositoryId: repository.id } as const;
    const loaded = await configs.load({ ...asker, priority: "webhook", attempts: 0 }, configFiles(github, repository));
    const section = loaded.config?.[AUTOMATION] ?? null;
    if (section === null) return "off";
    return type === "deployment" && section.deployments.external === undefined ? "not external" : null;
  }

  return {
    async byToken(token) {
      const scope = await scopes.add(token);
      return scope === null ? null : ((await served(scope)) ?? "not served");
    },
    async byIds(repositoryId, ownerId) {
      for (const installationId of await homes.add(repositoryId)) {
        const repository = await served({ installationId, repositoryId });
        if (repository !== null && (await accountId(installationId)) === ownerId) return repository;
      }
      return null;
    },
    async post(repository, record) {
      const why = await refusal(repository, record).catch((error: unknown) => {
        // GitHub says so before its webhook does.
        if (isGone(error)) return "gone" as const;
        throw error;
      });
      if (why !== null) return why === "gone" ? null : why;
      const scope = { installationId: repository.installationId, repositoryId: repository.id };
      const posted = await postRecord(store, scope, record, clock.now().getTime());
      const isShipped = record.type === "deployment" && record.status === "success";
      // Also for the same again: the server may have been killed between the two.
      if (isShipped && posted !== null) {
        // The commits behind it say which changes it brought; without one it lists them, or its time does.
        const target = record.sha === null ? "comments" : `commit/${record.sha}`;
        await queue.enqueue([{ ...scope, automation: AUTOMATION, target, priority: "webhook" }]);
      }
      return posted;
    },
  };
}

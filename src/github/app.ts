import { Octokit as Core, type Octokit } from "@octokit/core";
import type { Logger } from "pino";
import { Probot, ProbotOctokit } from "probot";
import type { GitHub, Self } from "./client.ts";
import { NotFound, PlaceNotFound, Unavailable } from "./errors.ts";
import { failureOf } from "./failure.ts";
import { type GitHubFetchOptions, githubRequest } from "./github-fetch.ts";
import { createClient } from "./octokit-client.ts";
import { PageSizes, type ReducedSizes } from "./page-size.ts";

export interface AppOptions extends GitHubFetchOptions {
  readonly appId: number;
  readonly privateKey: string;
  /** `https://api.github.com`, or `https://HOST/api/v3`. */
  readonly baseUrl: string;
  readonly log: Logger;
}

/** What an installation has granted: resource → access. */
export type Permissions = Readonly<Record<string, string>>;

export interface App {
  readonly id: number;
  readonly self: Self;
  /** A client that speaks as the App itself (`/app/…`). A new one counts its requests from 0. */
  asApp(): GitHub;
  /**
   * A client for one installation, with a token that can do what `scope` says and nothing else; absent: all that is granted.
   * Throws `PlaceNotFound` where it is uninstalled, `Forbidden` where suspended, `Rejected` where the scope is more than was
   * granted. The request for the token is not counted.
   */
  installation(id: number, scope?: TokenScope): Promise<GitHub>;
}

/** Tokens of one scope are made once an hour, and kept in memory: Probot's cache holds 15,000. */
export interface TokenScope {
  /** Absent: all repositories of the installation. */
  readonly repositoryIds?: readonly number[];
  readonly permissions: Readonly<Record<string, "read" | "write">>;
}

/** As a function: the object form does not reach the plugins (probot/probot#2039). */
const Unhurried = ProbotOctokit.defaults((options: Record<string, unknown>) => ({
  ...options,
  // Both plugins sleep in the worker, and `retry` repeats POSTs blindly: the engine decides what is retried, and when.
  retry: { enabled: false },
  throttle: { enabled: false },
  auth: withBaseUrl(options.auth, options.baseUrl),
}));

/** Probot sets no base URL for the token request, so on a GHES it would go to github.com. */
function withBaseUrl(auth: unknown, baseUrl: unknown): unknown {
  const { request } = (auth ?? {}) as { request?: Octokit["request"] };
  if (request === undefined || typeof baseUrl !== "string") return auth;
  return { ...(auth as object), request: request.defaults({ baseUrl }) };
}

/** There is no token for an installation that is gone. */
function withoutPlace(failure: Error): Error {
  if (!(failure instanceof NotFound)) return failure;
  return new PlaceNotFound(failure.operation, failure.status, "the installation is gone");
}

interface InstallationAuth {
  readonly token: string;
}

/** GitHub's description allows `null` and a missing slug, but only the slug tells which texts are Detoil's own. */
function identityIn(data: unknown): { readonly id: number; readonly slug: string } {
  const { id, slug } = (data ?? {}) as { readonly id?: unknown; readonly slug?: unknown };
  if (Number.isSafeInteger(id) && typeof slug === "string" && slug !== "") return { id: id as number, slug };
  throw new Unavailable("GET /app", 200, "the answer does not name the App");
}

/**
 * The GitHub App with these credentials. Asks GitHub which App it is: throws `Forbidden` if the key does not belong to the
 * App id, `Unavailable` if GitHub does not answer or does not name the App.
 */
export async function connectApp(options: AppOptions): Promise<App> {
  const request = githubRequest(options);
  const probot = new Probot({
    appId: options.appId,
    privateKey: options.privateKey,
    // Probot requires one; Detoil verifies signatures itself, against several (rotation).
    secret: "unused",
    baseUrl: options.baseUrl,
    Octokit: Unhurried,
    log: options.log,
    request,
  });
  await probot.ready();
  const appOctokit = (await probot.auth()) as unknown as Octokit;
  const unknown: Self = { slug: "", login: "" };
  const { id, slug } = identityIn((await createClient(appOctokit, { self: unknown }).rest("GET /app", {})).data);
  const self: Self = { slug, login: `${slug}[bot]` };
  const reduced: ReducedSizes = new Map();
  return {
    id,
    self,
    asApp: () => createClient(appOctokit, { self }),
    async installation(id, scope) {
      const authenticate = (refresh: boolean) =>
        appOctokit.auth({
          type: "installation",
          installationId: id,
          refresh,
          // A copy, because it is sorted in place.
          ...(scope?.repositoryIds === undefined ? {} : { repositoryIds: [...scope.repositoryIds] }),
          ...(scope === undefined ? {} : { permissions: scope.permissions }),
        }) as Promise<InstallationAuth>;
      const octokit = new Core({ baseUrl: options.baseUrl, userAgent: "detoil", request });
      octokit.hook.before("request", async (request) => {
        const { token } = await authenticate(false);
        request.headers.authorization = `token ${token}`;
      });
      await authenticate(false).catch((error: unknown) => {
        throw withoutPlace(failureOf("POST /app/installations/{installation_id}/access_tokens", error));
      });
      return createClient(octokit, {
        self,
        renew: async () => void (await authenticate(true)),
        sizes: new PageSizes(reduced, `${id} ${scope?.repositoryIds?.join(" ") ?? ""}`),
      });
    },
  };
}

import type { Octokit } from "@octokit/core";
import type { Logger } from "pino";
import { Probot, ProbotOctokit } from "probot";
import type { GitHub, Self } from "./client.ts";
import { NotFound, PlaceNotFound, Unavailable } from "./errors.ts";
import { failureOf } from "./failure.ts";
import { type GitHubFetchOptions, githubFetch } from "./github-fetch.ts";
import { createClient } from "./octokit-client.ts";

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
   * A client for one installation, and what its token was granted. `fresh`: with a new token, because an old one lacks
   * permissions that were granted since. Throws `NotFound` where it is uninstalled, `Forbidden` where suspended.
   */
  installation(id: number, fresh?: boolean): Promise<{ readonly github: GitHub; readonly permissions: Permissions }>;
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
  readonly permissions?: Permissions;
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
  const probot = new Probot({
    appId: options.appId,
    privateKey: options.privateKey,
    // Probot requires one; Detoil verifies signatures itself, against several (rotation).
    secret: "unused",
    baseUrl: options.baseUrl,
    Octokit: Unhurried,
    log: options.log,
    request: { fetch: githubFetch(options) },
  });
  await probot.ready();
  const appOctokit = (await probot.auth()) as unknown as Octokit;
  const unknown: Self = { slug: "", login: "" };
  const { id, slug } = identityIn((await createClient(appOctokit, { self: unknown }).rest("GET /app", {})).data);
  const self: Self = { slug, login: `${slug}[bot]` };
  const octokits = new Map<number, Octokit>();

  async function octokitOf(id: number): Promise<Octokit> {
    const known = octokits.get(id);
    if (known !== undefined) return known;
    const made = (await probot.auth(id)) as unknown as Octokit;
    octokits.set(id, made);
    return made;
  }

  return {
    id,
    self,
    asApp: () => createClient(appOctokit, { self }),
    async installation(id, fresh = false) {
      const octokit = await octokitOf(id);
      const authenticate = (refresh: boolean) =>
        octokit.auth({ type: "installation", installationId: id, refresh }) as Promise<InstallationAuth>;
      const github = createClient(octokit, { self, renew: async () => void (await authenticate(true)) });
      const { permissions = {} } = await authenticate(fresh).catch((error: unknown) => {
        throw withoutPlace(failureOf("POST /app/installations/{installation_id}/access_tokens", error));
      });
      return { github, permissions };
    },
  };
}

import { Octokit } from "@octokit/core";
import type { GitHub } from "./client.ts";
import { createClient } from "./octokit-client.ts";

export interface TokenOptions {
  readonly baseUrl: string;
  readonly token: string;
  /** Whose texts are Detoil's own (`--app SLUG`). */
  readonly slug: string;
  readonly fetch?: typeof fetch;
}

/** GitHub as a token sees it: for the command line. */
export function connectToken(options: TokenOptions): GitHub {
  const octokit = new Octokit({
    auth: options.token,
    baseUrl: options.baseUrl,
    userAgent: "detoil",
    ...(options.fetch === undefined ? {} : { request: { fetch: options.fetch } }),
  });
  return createClient(octokit, { self: { slug: options.slug, login: `${options.slug}[bot]` } });
}

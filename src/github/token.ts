import { Octokit } from "@octokit/core";
import type { GitHub } from "./client.ts";
import { type GitHubFetchOptions, githubRequest } from "./github-fetch.ts";
import { createClient } from "./octokit-client.ts";

export interface TokenOptions extends GitHubFetchOptions {
  readonly baseUrl: string;
  readonly token: string;
  /** The App whose texts count as Detoil's own (`--app SLUG`). */
  readonly slug: string;
}

/** GitHub as a token sees it: for the command line. */
export function connectToken(options: TokenOptions): GitHub {
  const octokit = new Octokit({
    auth: options.token,
    baseUrl: options.baseUrl,
    userAgent: "detoil",
    request: githubRequest(options),
  });
  return createClient(octokit, { self: { slug: options.slug, login: `${options.slug}[bot]` } });
}

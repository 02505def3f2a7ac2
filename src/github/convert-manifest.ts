import { Octokit } from "@octokit/core";
import { failureOf } from "./failure.ts";
import { type GitHubFetchOptions, githubRequest } from "./github-fetch.ts";

/** What GitHub returns once about an App that was created from a manifest. */
export interface MadeApp {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  /** The App's public page. */
  readonly html_url: string;
  readonly client_id: string;
  readonly client_secret: string;
  readonly webhook_secret: string;
  readonly pem: string;
}

const ROUTE = "POST /app-manifests/{code}/conversions";

/**
 * Redeems the code of the manifest flow; it works once, for an hour. Throws `NotFound` for a code that GitHub does not
 * know (any more), `Unavailable` where there is no answer.
 */
export async function convertManifest(apiUrl: string, code: string, options: GitHubFetchOptions): Promise<MadeApp> {
  const octokit = new Octokit({ baseUrl: apiUrl, userAgent: "detoil", request: githubRequest(options) });
  try {
    const { data } = await octokit.request(ROUTE, { code });
    return {
      id: data.id,
      slug: data.slug ?? "",
      name: data.name,
      html_url: data.html_url,
      client_id: data.client_id,
      client_secret: data.client_secret,
      webhook_secret: data.webhook_secret ?? "",
      pem: data.pem,
    };
  } catch (error) {
    throw failureOf(ROUTE, error);
  }
}

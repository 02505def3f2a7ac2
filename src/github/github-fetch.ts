import { NoAnswer, networkProblem, pageSaid } from "./no-answer.ts";
import { readAnswer } from "./read-answer.ts";

/** Seconds for the connection and the response headers. */
const HEADERS_SECONDS = 10;
/** Seconds for a whole response, unless DETOIL_GITHUB_TIMEOUT says otherwise. */
export const GITHUB_TIMEOUT_SECONDS = 30;
/** The REST API's version that this code was written for; 2026-03-10 changes answers (docs.github.com: "API versions"). */
const API_VERSION = "2022-11-28";

export interface GitHubFetchOptions {
  /** For one answer in all. */
  readonly timeoutSeconds?: number;
  /** Another way to reach GitHub than the network; tests and `preview --world` have one. */
  readonly fetch?: typeof fetch;
}

/** Octokit's `request` option: see `readAnswer` for the one who parses. */
export function githubRequest(options: GitHubFetchOptions = {}) {
  return { fetch: githubFetch(options), parseSuccessResponseBody: false };
}

/**
 * Every request to GitHub gets a timeout and the API version, and its response is read to the end. Octokit treats a
 * truncated response as an empty one (`getResponseData` in @octokit/request), and would return an empty list of
 * installations.
 */
function githubFetch({ timeoutSeconds = GITHUB_TIMEOUT_SECONDS, fetch: send }: GitHubFetchOptions = {}) {
  return async (input: Parameters<typeof fetch>[0], init: RequestInit = {}): Promise<Response> => {
    const ended = new AbortController();
    const tooLate = Promise.withResolvers<never>();
    tooLate.promise.catch(() => {});
    const endIn = (seconds: number): NodeJS.Timeout =>
      setTimeout(() => {
        const failure = new NoAnswer(`no answer within ${seconds} s`);
        ended.abort(failure);
        tooLate.reject(failure);
      }, seconds * 1000);
    const timers = [endIn(Math.min(HEADERS_SECONDS, timeoutSeconds)), endIn(timeoutSeconds)];
    const signal = init.signal ? AbortSignal.any([init.signal, ended.signal]) : ended.signal;
    try {
      const sent = (send ?? fetch)(input, { ...init, headers: versioned(input, init), signal });
      const response = await Promise.race([sent, tooLate.promise]);
      clearTimeout(timers[0]);
      const text = await Promise.race([response.text(), tooLate.promise]);
      return whole(response, text);
    } catch (error) {
      throw networkProblem(error, urlOf(input).host);
    } finally {
      for (const timer of timers) clearTimeout(timer);
    }
  };
}

function urlOf(input: Parameters<typeof fetch>[0]): URL {
  return new URL(input instanceof Request ? input.url : input);
}

/** GraphQL has no versions. */
function versioned(input: Parameters<typeof fetch>[0], init: RequestInit): Headers {
  const headers = new Headers(init.headers);
  const { pathname } = urlOf(input);
  if (!pathname.endsWith("/graphql")) headers.set("x-github-api-version", API_VERSION);
  return headers;
}

/** What a proxy's page of these may not mean: that GitHub refuses, or that something is gone. */
const REFUSALS: readonly number[] = [401, 403, 404, 407, 410];

/** A success must be JSON; a proxy's page, or half a response, is not from GitHub. */
function whole(response: Response, text: string): Response {
  const page = response.ok || REFUSALS.includes(response.status) ? pageSaid(text) : null;
  if (page !== null) throw new NoAnswer(page);
  try {
    return readAnswer(response, text);
  } catch {
    throw new NoAnswer("the answer is not JSON");
  }
}

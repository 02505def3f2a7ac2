/** Seconds for the connection and the response headers. */
const HEADERS_SECONDS = 10;
/** Seconds for a whole response, unless DETOIL_GITHUB_TIMEOUT says otherwise. */
export const GITHUB_TIMEOUT_SECONDS = 30;
/** The REST API's version that this code was written for; 2026-03-10 changes answers (docs.github.com: "API versions"). */
const API_VERSION = "2022-11-28";

const WITHOUT_BODY: readonly number[] = [204, 205, 304];

export interface GitHubFetchOptions {
  /** For one answer in all. */
  readonly timeoutSeconds?: number;
  /** Another way to reach GitHub than the network; tests and `preview --world` have one. */
  readonly fetch?: typeof fetch;
}

/** GitHub took too long or sent an incomplete response. Octokit reports it as status 500, so a write may have happened. */
class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/**
 * Every request to GitHub gets a timeout and the API version, and its response is read to the end. Octokit treats a
 * truncated response as an empty one (`getResponseData` in @octokit/request), and would return an empty list of
 * installations.
 */
export function githubFetch({ timeoutSeconds = GITHUB_TIMEOUT_SECONDS, fetch: send }: GitHubFetchOptions = {}) {
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
      const body = await Promise.race([response.arrayBuffer(), tooLate.promise]);
      return whole(response, body);
    } finally {
      for (const timer of timers) clearTimeout(timer);
    }
  };
}

/** GraphQL has no versions. */
function versioned(input: Parameters<typeof fetch>[0], init: RequestInit): Headers {
  const headers = new Headers(init.headers);
  const { pathname } = new URL(input instanceof Request ? input.url : input);
  if (!pathname.endsWith("/graphql")) headers.set("x-github-api-version", API_VERSION);
  return headers;
}

/** The response with its body in memory. It must be JSON; a proxy's page, or half a response, is not from GitHub. */
function whole({ status, statusText, headers, url }: Response, body: ArrayBuffer): Response {
  const isGood = status >= 200 && status < 300;
  if (isGood && body.byteLength > 0 && !isJson(body)) throw new NoAnswer("the answer is not JSON");
  const complete = new Response(WITHOUT_BODY.includes(status) ? null : body, { status, statusText, headers });
  Object.defineProperty(complete, "url", { value: url });
  return complete;
}

function isJson(body: ArrayBuffer): boolean {
  try {
    JSON.parse(new TextDecoder().decode(body));
    return true;
  } catch {
    return false;
  }
}

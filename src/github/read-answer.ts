/** What Octokit reads of a response. */
type Answer = Pick<Response, "ok" | "status" | "statusText" | "headers" | "url" | "text"> & {
  /** Of a success: its JSON, parsed; the text where there is none. */
  readonly body: unknown;
};

/**
 * A response that was read to its end, as Octokit takes it when it is told not to parse (`parseSuccessResponseBody`): its
 * own parser calls a function for every value, in search of numbers beyond 2^53, and takes several times as long
 * (json-with-bigint in @octokit/request). Throws a SyntaxError for a success that is not JSON.
 */
export function readAnswer({ ok, status, statusText, headers, url }: Response, text: string): Response {
  const body = ok && text !== "" ? parsed(text) : text;
  const answer: Answer = { ok, status, statusText, headers, url, body, text: async () => text };
  return answer as unknown as Response;
}

/** Whole numbers that a float cannot hold are BigInts, as Octokit makes them. */
function parsed(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) => {
    const source = context?.source ?? "";
    return typeof value === "number" && !Number.isSafeInteger(value) && /^-?\d+$/.test(source) ? BigInt(source) : value;
  });
}

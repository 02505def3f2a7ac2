import { createHash } from "node:crypto";
import type { Refused } from "../refused.ts";
import type { Answer } from "./context.ts";

const DOCUMENTATION = "https://docs.github.com/rest";

/** The body of GitHub's refusals. */
export function refusalBody(refused: Refused): object {
  const errors = refused.errors === null ? {} : { errors: refused.errors };
  return { message: refused.message, ...errors, documentation_url: DOCUMENTATION, status: String(refused.status) };
}

/** Sends an answer: JSON, an ETag on reads, 304 if the client already has it. */
export function respond(request: Request, answer: Answer): Response {
  const headers = new Headers({ "x-github-media-type": "github.v3; format=json", ...answer.headers });
  if (answer.body === undefined) return new Response(null, { status: answer.status, headers });
  const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
  if (!headers.has("content-type")) headers.set("content-type", "application/json; charset=utf-8");
  if (request.method === "GET" && answer.status === 200) {
    const etag = `W/"${createHash("sha256").update(text).digest("hex")}"`;
    headers.set("etag", etag);
    headers.set("cache-control", "private, max-age=60, s-maxage=60");
    if (matches(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  }
  return new Response(text, { status: answer.status, headers });
}

function matches(known: string | null, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  return (known ?? "").split(",").some((one) => bare(one) === bare(etag));
}

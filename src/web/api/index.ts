import type { IncomingMessage, ServerResponse } from "node:http";
import type { Postings } from "../../engine/postings.ts";
import { meaningOf } from "../../github/error-meaning.ts";
import type { PostedRecord } from "../../store/records/post.ts";
import { answer } from "../answer.ts";
import { memoryBound } from "../memory-bound.ts";
import { readBody } from "../read-body.ts";
import type { Routes } from "../server.ts";
import { answerText } from "../text.ts";
import { type Authentication, authenticate } from "./authenticate.ts";
import { rateLimit } from "./rate.ts";
import { isJson, readPosted } from "./read-posted.ts";
import { Refusal } from "./refusal.ts";
import { apiText } from "./text.ts";

export interface ApiOptions {
  readonly postings: Postings;
  readonly oidc: Authentication["oidc"];
  readonly now: () => Date;
  /** Neither GitHub nor whoever sent it is the reason. */
  readonly onError: (error: unknown) => void;
}

const MOST_KIBIBYTES = 64;
const MOST_BYTES = MOST_KIBIBYTES * 1024;
/** Over all requests. */
const MOST_HELD_BYTES = 16 * 1024 * 1024;
/** Of one repository: a hundred services may deploy at once, and none does so all day. */
const RATE = { most: 100, seconds: 6 };
const RETRY_SECONDS = 30;

/** `POST /api/deployments` and `/api/incidents`: what pipelines record. No answer tells anything of the inside. */
export function recordingApi(options: ApiOptions): Routes {
  const held = memoryBound(MOST_HELD_BYTES);
  const secondsUntil = rateLimit(RATE);

  async function post(request: IncomingMessage, type: PostedRecord["type"]) {
    const repository = await authenticate(request.headers.authorization, options);
    const wait = secondsUntil(`${repository.installationId} ${repository.id}`);
    if (wait > 0) throw new Refusal(429, apiText.tooMany, wait);
    if (!isJson(request.headers["content-type"] ?? "")) throw new Refusal(415, apiText.notJson);
    const body = await readBody(request, MOST_BYTES, held);
    if (body === "too large") throw new Refusal(413, apiText.tooLarge(MOST_KIBIBYTES));
    if (body === "no room") throw new Refusal(503, answerText.busy, RETRY_SECONDS);
    try {
      const expected = { type, repo: `${repository.owner}/${repository.name}`, now: options.now().getTime() };
      const record = readPosted(body.bytes, expected);
      return { record, result: await options.postings.post(repository, record) };
    } finally {
      body.release();
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse, type: PostedRecord["type"]) {
    try {
      const { record, result } = await post(request, type);
      switch (result) {
        case "off":
          throw new Refusal(422, apiText.off);
        case "not external":
          throw new Refusal(422, apiText.notExternal);
        case "no permission":
          throw new Refusal(422, apiText.noPermission);
        case null:
          throw new Refusal(403, apiText.notInstalled);
      }
      const { repo, id } = record;
      const told = { type, repo, id, replaced: result === "replaced" };
      answer(response, result === "new" ? 201 : 200, JSON.stringify(told), "application/json");
    } catch (error) {
      // A client that disconnected is not an error.
      if (request.destroyed && !request.complete) return;
      refuse(request, response, refusalOf(error, options.onError));
    }
  }

  return {
    "POST /api/deployments": (request, response) => handle(request, response, "deployment"),
    "POST /api/incidents": (request, response) => handle(request, response, "incident"),
  };
}

function refusalOf(error: unknown, onError: ApiOptions["onError"]): Refusal {
  if (error instanceof Refusal) return error;
  if (meaningOf(error).is !== "unknown") return new Refusal(503, apiText.github, RETRY_SECONDS);
  onError(error);
  return new Refusal(503, apiText.notStored, RETRY_SECONDS);
}

function refuse(request: IncomingMessage, response: ServerResponse, { status, message, retryAfter }: Refusal) {
  // The rest of the body is not awaited.
  if (!request.complete) {
    response.setHeader("connection", "close");
    request.resume();
  }
  if (status === 401) response.setHeader("www-authenticate", "Bearer");
  if (retryAfter !== null) response.setHeader("retry-after", retryAfter);
  answer(response, status, message);
}

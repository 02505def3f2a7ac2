import type { IncomingMessage, ServerResponse } from "node:http";
import { type Delivery, readDelivery } from "../engine/delivery.ts";
import { fields, number } from "../engine/payload.ts";
import type { Reception } from "../engine/receive.ts";
import { answer } from "./answer.ts";
import { memoryBound } from "./memory-bound.ts";
import { MOST_BYTES, readBody } from "./read-body.ts";
import { isSignature, isSigned } from "./signature.ts";
import { answerText } from "./text.ts";

export interface IntakeOptions {
  readonly secrets: readonly string[];
  /** Resolves when the delivery is durable. */
  readonly receive: (delivery: Delivery) => Promise<Reception>;
  /** How many deliveries wait to be stored. */
  readonly waiting: () => number;
  readonly onReceived: (event: string, outcome: Outcome) => void;
  /** The delivery could not be stored. */
  readonly onFailure: (error: unknown, delivery: Pick<Delivery, "guid" | "event" | "installationId">) => void;
}

export type Outcome = Reception | "unsigned" | "malformed" | "too large" | "not stored";

/** If more than these wait in memory, further ones are refused: GitHub lists them as failed, and they are requested again. */
const MOST_WAITING = 2_000;

/** Anyone can send a body, and only the whole body shows who signed it: at most this much unverified data is held. */
const MOST_UNVERIFIED_BYTES = 64 * 1024 * 1024;

/**
 * `POST /api/github/webhooks`: 202 once the delivery is durable. Its responses reveal nothing about the inside. Requests by
 * strangers are cheap: odd headers are refused before the body is read, and a body is decoded and parsed only after its
 * signature was verified.
 */
export function createIntake(options: IntakeOptions) {
  const unverified = memoryBound(MOST_UNVERIFIED_BYTES);

  return async function intake(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const event = headerOf(request, "x-github-event");
    const guid = headerOf(request, "x-github-delivery");
    const signature = headerOf(request, "x-hub-signature-256");
    const refuse = (status: number, outcome: Outcome, sentence: string) => {
      options.onReceived(event, outcome);
      // The rest of the body is not awaited.
      if (!request.complete) {
        response.setHeader("connection", "close");
        request.resume();
      }
      answer(response, status, sentence);
    };
    const unsigned = () => refuse(401, "unsigned", answerText.unsigned);
    const malformed = () => refuse(400, "malformed", answerText.malformed);
    const busy = () => refuse(503, "not stored", answerText.busy);
    if (!isSignature(signature)) return unsigned();
    if (!/^[a-z_]{1,60}$/.test(event) || !/^[\w-]{1,100}$/.test(guid)) return malformed();
    if (options.waiting() > MOST_WAITING) return busy();
    const body = await readBody(request, MOST_BYTES, unverified);
    if (body === "no room") return busy();
    if (body === "too large") {
      return refuse(413, "too large", answerText.tooLarge(MOST_BYTES / 1024 / 1024));
    }
    const signed = isSigned(body.bytes, signature, options.secrets);
    body.release();
    if (!signed) return unsigned();
    const payload = parse(body.bytes.toString("utf8"), request.headers["content-type"]);
    if (payload === null) return malformed();
    try {
      const outcome = await options.receive(readDelivery(guid, event, payload));
      options.onReceived(event, outcome);
      answer(response, 202, answerText.accepted);
    } catch (error) {
      options.onFailure(error, { guid, event, installationId: number(fields(payload.installation).id) });
      refuse(503, "not stored", answerText.notStored);
    }
  };
}

function headerOf(request: IncomingMessage, name: string): string {
  return String(request.headers[name] ?? "");
}

/** JSON, or the form that an App set up by hand may send; null for anything but an object. */
function parse(body: string, contentType = ""): Readonly<Record<string, unknown>> | null {
  try {
    const isForm = contentType.startsWith("application/x-www-form-urlencoded");
    const value: unknown = JSON.parse(isForm ? (new URLSearchParams(body).get("payload") ?? "") : body);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? fields(value) : null;
  } catch {
    return null;
  }
}

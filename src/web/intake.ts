import type { IncomingMessage, ServerResponse } from "node:http";
import { type Delivery, readDelivery } from "../engine/delivery.ts";
import { fields } from "../engine/payload.ts";
import type { Reception } from "../engine/receive.ts";
import { answer } from "./answer.ts";
import { MOST_BYTES, readBody } from "./read-body.ts";
import { isSigned } from "./signature.ts";

export interface IntakeOptions {
  readonly secrets: readonly string[];
  /** Resolves when the delivery is durable. */
  readonly receive: (delivery: Delivery) => Promise<Reception>;
  /** How many deliveries wait to be stored. */
  readonly waiting: () => number;
  readonly onReceived: (event: string, outcome: Outcome) => void;
  /** The delivery could not be stored. */
  readonly onFailure: (error: unknown, delivery: Pick<Delivery, "guid" | "event">) => void;
}

export type Outcome = Reception | "unsigned" | "malformed" | "too large" | "not stored";

/** More than these in memory, and GitHub had better keep the rest (it shows them as failed, and they are fetched again). */
const MOST_WAITING = 2_000;

/** `POST /api/github/webhooks`: 202 once the delivery is durable. Says nothing of what goes on inside. */
export function createIntake(options: IntakeOptions) {
  return async function intake(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const event = String(request.headers["x-github-event"] ?? "");
    const guid = String(request.headers["x-github-delivery"] ?? "");
    const refuse = (status: number, outcome: Outcome, sentence: string) => {
      options.onReceived(isEvent(event) ? event : "", outcome);
      answer(response, status, sentence);
    };
    if (options.waiting() > MOST_WAITING) {
      return refuse(503, "not stored", "Busy, try again.");
    }
    const bytes = await readBody(request);
    if (bytes === null) {
      response.setHeader("connection", "close");
      return refuse(413, "too large", `A payload has at most ${MOST_BYTES / 1024 / 1024} MiB.`);
    }
    const body = bytes.toString("utf8");
    if (!(await isSigned(body, String(request.headers["x-hub-signature-256"] ?? ""), options.secrets))) {
      return refuse(401, "unsigned", "The signature does not match the webhook secret.");
    }
    const payload = parse(body, request.headers["content-type"]);
    if (payload === null || !isEvent(event) || !/^[\w-]{1,100}$/.test(guid)) {
      return refuse(400, "malformed", "This is not a webhook as GitHub sends them.");
    }
    try {
      const outcome = await options.receive(readDelivery(guid, event, payload));
      options.onReceived(event, outcome);
      answer(response, 202, "Accepted.");
    } catch (error) {
      options.onFailure(error, { guid, event });
      refuse(503, "not stored", "The delivery could not be stored.");
    }
  };
}

function isEvent(name: string): boolean {
  return /^[a-z_]{1,60}$/.test(name);
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

import { createHmac } from "node:crypto";
import type { Webhook } from "./delivery.ts";

/** Where webhooks go. */
export interface Endpoint {
  readonly url: string;
  readonly secret: string | null;
  /** The hook's and the App's id, for the headers. */
  readonly hookId: number;
  readonly appId: number;
}

export interface Outcome {
  readonly status: string;
  readonly status_code: number;
  /** Seconds. */
  readonly duration: number;
}

export type Transport = (request: Request) => Promise<Response>;

/** GitHub waits this long for an answer (milliseconds). */
const TIMEOUT = 10_000;

/** Sends one signed webhook. Never throws: a failure is the outcome, worded as GitHub shows it. */
export async function send(webhook: Webhook, endpoint: Endpoint, transport: Transport): Promise<Outcome> {
  const started = performance.now();
  const ended = (status: string, status_code: number): Outcome => ({
    status,
    status_code,
    duration: Math.round(performance.now() - started) / 1000,
  });
  const signal = AbortSignal.timeout(TIMEOUT);
  try {
    const request = new Request(endpoint.url, {
      method: "POST",
      headers: webhookHeaders(webhook, endpoint),
      body: webhook.body,
      redirect: "manual",
      signal,
    });
    const response = await transport(request);
    await response.body?.cancel();
    return response.ok
      ? ended("OK", response.status)
      : ended(`Invalid HTTP Response: ${response.status}`, response.status);
  } catch {
    return signal.aborted ? ended("timed out", 504) : ended("failed to connect to host", 502);
  }
}

/** What GitHub sends along with the body. */
export function webhookHeaders(webhook: Webhook, endpoint: Endpoint): Record<string, string> {
  const signature = (algorithm: "sha1" | "sha256", secret: string) =>
    `${algorithm}=${createHmac(algorithm, secret).update(webhook.body).digest("hex")}`;
  return {
    accept: "*/*",
    "content-type": "application/json",
    "user-agent": "GitHub-Hookshot/simulated",
    "x-github-delivery": webhook.guid,
    "x-github-event": webhook.event,
    "x-github-hook-id": String(endpoint.hookId),
    "x-github-hook-installation-target-id": String(endpoint.appId),
    "x-github-hook-installation-target-type": "integration",
    ...(endpoint.secret === null
      ? {}
      : {
          "x-hub-signature": signature("sha1", endpoint.secret),
          "x-hub-signature-256": signature("sha256", endpoint.secret),
        }),
  };
}

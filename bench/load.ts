import { Agent, request } from "node:http";
import type { Simulator } from "../simulator/index.ts";
import { pushWebhook } from "./webhook.ts";

export interface Load {
  /** Webhooks a second. */
  readonly rate: number;
  readonly seconds: number;
  /** Number of the first one; it makes GUIDs unique. Default 1. */
  readonly first?: number;
}

export interface Sent {
  readonly sent: number;
  /** GUIDs that were answered 202. */
  readonly accepted: readonly string[];
  /** Milliseconds from the first byte sent to the answer. */
  readonly p50: number;
  readonly p99: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

function post(url: string, headers: Record<string, string>, body: string): Promise<number> {
  return new Promise((done) => {
    const outgoing = request(`${url}/api/github/webhooks`, { method: "POST", agent, headers }, (answer) => {
      answer.resume();
      answer.once("end", () => done(answer.statusCode ?? 0));
    });
    outgoing.once("error", () => done(0));
    outgoing.end(body);
  });
}

function percentile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return Math.round(value * 10) / 10;
}

/** Sends on time whether or not earlier ones were answered, as GitHub does. */
export async function sendAtRate(url: string, simulator: Simulator, load: Load): Promise<Sent> {
  const total = Math.round(load.rate * load.seconds);
  const accepted: string[] = [];
  const times: number[] = [];
  const answers: Promise<void>[] = [];
  const started = performance.now();
  for (let number = 1; number <= total; number += 1) {
    const due = started + ((number - 1) * 1000) / load.rate;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    const { headers, body } = pushWebhook(simulator, number + (load.first ?? 1) - 1);
    const sent = performance.now();
    const answer = post(url, headers, body).then((status) => {
      times.push(performance.now() - sent);
      if (status === 202) accepted.push(headers["x-github-delivery"] ?? "");
    });
    answers.push(answer);
  }
  await Promise.all(answers);
  times.sort((a, b) => a - b);
  return { sent: total, accepted, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

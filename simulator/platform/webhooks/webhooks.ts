import type { SimState } from "../../state.ts";
import { type Delivery, guidOf, type Webhook } from "./delivery.ts";
import { type Endpoint, type Outcome, send, type Transport } from "./sender.ts";
import { shuffled } from "./shuffle.ts";

/** How webhooks are delivered (contract §6). */
export interface WebhookSettings {
  url: string | null;
  secret: string | null;
  /** hold: kept until released. drop: lost on the way, and listed as failed. */
  deliver: "live" | "hold" | "drop";
  /** How many times more each one is sent, under the same GUID. */
  duplicate: number;
  /** Seed by which those that go out together are shuffled; null: in order. */
  shuffle: number | null;
}

const HOOK_ID = 1;
/** Deliveries on their way at the same time. */
const AT_ONCE = 16;
/** GitHub keeps deliveries this long (milliseconds). */
const KEPT = 3 * 24 * 3_600_000;

/** Sends webhooks and records every attempt. Like GitHub, it does not redeliver failed webhooks on its own. */
export class Webhooks {
  readonly settings: WebhookSettings = { url: null, secret: null, deliver: "live", duplicate: 0, shuffle: null };
  readonly #state: () => SimState;
  readonly #transport: Transport;
  readonly #seed: string;
  #deliveries: Delivery[] = [];
  #held: { webhook: Webhook; redelivery: boolean }[] = [];
  readonly #queue: { webhook: Webhook; redelivery: boolean }[] = [];
  readonly #running = new Set<Promise<void>>();
  #made = 0;
  #attempts = 0;

  constructor(state: () => SimState, transport: Transport, seed: string) {
    this.#state = state;
    this.#seed = seed;
    this.#transport = transport;
  }

  /** Newest first. */
  get deliveries(): readonly Delivery[] {
    return this.#deliveries.toSorted((a, b) => b.id - a.id);
  }

  get held(): number {
    return this.#held.length;
  }

  nextGuid(): string {
    this.#made += 1;
    return guidOf(this.#seed, this.#made);
  }

  /** Sends webhooks that belong together: those of one action. */
  sendAll(webhooks: readonly Webhook[]): void {
    this.#go(webhooks.map((webhook) => ({ webhook, redelivery: false })));
  }

  /** Sends a webhook once more. */
  redeliver(webhook: Webhook): void {
    this.#go([{ webhook, redelivery: true }]);
  }

  /** Releases held webhooks; returns their number. */
  release(): number {
    const held = this.#held;
    this.#held = [];
    this.#enqueue(held);
    return held.length;
  }

  /** Resolves when nothing is on its way any more; held ones do not count. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  /** Forgets all, for a new world. */
  clear(): void {
    this.#deliveries = [];
    this.#held = [];
    this.#queue.length = 0;
  }

  #go(items: readonly { webhook: Webhook; redelivery: boolean }[]): void {
    if (this.settings.deliver === "hold") this.#held.push(...items);
    else this.#enqueue(items);
  }

  #enqueue(items: readonly { webhook: Webhook; redelivery: boolean }[]): void {
    const { duplicate, shuffle } = this.settings;
    const copies = items.flatMap((item) => Array.from({ length: 1 + duplicate }, () => item));
    this.#queue.push(...(shuffle === null ? copies : shuffled(copies, shuffle)));
    while (this.#queue.length > 0 && this.#running.size < AT_ONCE) {
      const worker: Promise<void> = this.#work().finally(() => this.#running.delete(worker));
      this.#running.add(worker);
    }
  }

  async #work(): Promise<void> {
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
      await this.#attempt(next.webhook, next.redelivery);
    }
  }

  async #attempt(webhook: Webhook, redelivery: boolean): Promise<void> {
    const { url, secret, deliver } = this.settings;
    if (url === null && deliver === "live") return; // the App has no webhook yet
    const deliveredAt = this.#state().now;
    this.#attempts += 1;
    const id = this.#attempts;
    let outcome: Outcome = { status: "failed to connect to host", status_code: 502, duration: 0 };
    if (url !== null && deliver !== "drop") {
      const endpoint: Endpoint = { url, secret, hookId: HOOK_ID, appId: this.#state().app.id };
      outcome = await send(webhook, endpoint, this.#transport);
    }
    this.#deliveries.push({ id, webhook, deliveredAt, redelivery, url, ...outcome });
    const oldest = Date.parse(this.#state().now) - KEPT;
    if (Date.parse(this.#deliveries[0]?.deliveredAt ?? deliveredAt) < oldest) {
      this.#deliveries = this.#deliveries.filter((delivery) => Date.parse(delivery.deliveredAt) >= oldest);
    }
  }
}

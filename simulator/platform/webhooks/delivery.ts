import { createHash } from "node:crypto";

/** A webhook that is to be sent: what stays the same over all of its attempts. */
export interface Webhook {
  /** `X-GitHub-Delivery`: the same again when it is redelivered. */
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  readonly installationId: number | null;
  readonly repositoryId: number | null;
  /** The exact bytes that are signed. */
  readonly body: string;
}

/** One attempt at delivering, as `/app/hook/deliveries` lists it. */
export interface Delivery {
  readonly id: number;
  readonly webhook: Webhook;
  readonly deliveredAt: string;
  readonly redelivery: boolean;
  /** Seconds. */
  readonly duration: number;
  /** `OK`, or what went wrong. */
  readonly status: string;
  readonly status_code: number;
  readonly url: string | null;
}

/** Shaped like a UUID, from a counter, so that two runs with the same seed give the same. */
export function guidOf(seed: string, count: number): string {
  const hex = createHash("sha256").update(`delivery ${seed} ${count}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-11f0-8${hex.slice(13, 16)}-${hex.slice(16, 28)}`;
}

/** As the list of deliveries shows it (schema `hook-delivery-item`). */
export function deliveryItem(delivery: Delivery): Record<string, unknown> {
  const { webhook } = delivery;
  return {
    id: delivery.id,
    guid: webhook.guid,
    delivered_at: delivery.deliveredAt,
    redelivery: delivery.redelivery,
    duration: delivery.duration,
    status: delivery.status,
    status_code: delivery.status_code,
    event: webhook.event,
    action: webhook.action,
    installation_id: webhook.installationId,
    repository_id: webhook.repositoryId,
    throttled_at: null,
  };
}

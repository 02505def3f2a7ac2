import { notFound, Refused } from "../../refused.ts";
import { type Answer, type Call, type Handlers, numberIn, ok } from "../../rest/context.ts";
import { positive } from "../../rest/paging.ts";
import type { Platform } from "../platform.ts";
import { type Delivery, deliveryItem } from "../webhooks/delivery.ts";
import { webhookHeaders } from "../webhooks/sender.ts";

/**
 * The parameter `status`, as GitHub describes it (docs.github.com: "List deliveries for an app webhook"): success is a
 * status code from 200 to 399, failure one from 400 to 599.
 */
function hasStatus({ status_code }: Delivery, status: string | null): boolean {
  if (status === null) return true;
  return status === "success" ? status_code >= 200 && status_code < 400 : status_code >= 400 && status_code < 600;
}

/** Newest first; the cursor names the delivery to go on behind. */
function deliveries(platform: Platform, { query, url }: Call): Answer {
  const size = Math.min(100, positive(query.get("per_page")) ?? 30);
  const cursor = query.get("cursor");
  const behind = cursor === null ? Number.POSITIVE_INFINITY : Number(/^v1_(\d+)$/.exec(cursor)?.[1]);
  if (Number.isNaN(behind)) throw new Refused(422, "Invalid cursor");
  const status = query.get("status");
  const found = platform.webhooks.deliveries.filter((delivery) => delivery.id < behind && hasStatus(delivery, status));
  const page = found.slice(0, size);
  const last = page.at(-1);
  if (found.length === page.length || last === undefined) return ok(page.map(deliveryItem));
  const next = new URL(url);
  next.searchParams.set("cursor", `v1_${last.id}`);
  return ok(page.map(deliveryItem), { link: `<${next.href}>; rel="next"` });
}

function deliveryIn(platform: Platform, call: Call): Delivery {
  const found = platform.webhooks.deliveries.find(({ id }) => id === numberIn(call, "delivery_id"));
  if (found === undefined) throw notFound();
  return found;
}

function withContents(platform: Platform, delivery: Delivery): Answer {
  const url = delivery.url ?? "";
  const endpoint = { url, secret: platform.webhooks.settings.secret, hookId: 1, appId: platform.state.app.id };
  const request = { headers: webhookHeaders(delivery.webhook, endpoint), payload: JSON.parse(delivery.webhook.body) };
  return ok({ ...deliveryItem(delivery), url, request, response: { headers: {}, payload: "" } });
}

/** The App's deliveries, which it may list and redeliver. */
export function hookHandlers(platform: Platform): Handlers {
  return {
    "GET /app/hook/deliveries": (call) => deliveries(platform, call),
    "GET /app/hook/deliveries/{delivery_id}": (call) => withContents(platform, deliveryIn(platform, call)),
    "POST /app/hook/deliveries/{delivery_id}/attempts": (call) => {
      platform.webhooks.redeliver(deliveryIn(platform, call).webhook);
      return { status: 202, body: {} };
    },
  };
}

/** `/app/hook/config`, in GitHub's shape; the secret is never shown. */
export function hookConfig(platform: Platform, change: Readonly<Record<string, unknown>> | null): Answer {
  const { settings } = platform.webhooks;
  if (typeof change?.url === "string") settings.url = change.url;
  if (typeof change?.secret === "string") settings.secret = change.secret;
  const secret = settings.secret === null ? {} : { secret: "********" };
  return ok({ content_type: "json", insecure_ssl: "0", ...secret, url: settings.url ?? "" });
}

import type { Stage } from "../../fact.ts";

/** No run has a server that GitHub reaches. */
export const SERVER = "a server that GitHub can reach";
export const PAYLOADS = "docs.github.com: Webhook events and payloads";

/** Deliveries to the App's server since the last call: events and actions. */
export async function eventNames(stage: Stage): Promise<readonly string[]> {
  return (await stage.deliveries()).map(({ name }) => name);
}

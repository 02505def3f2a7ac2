import type { Instant } from "../../records/record.ts";
import type { Observations, Target, WebhookEvent } from "../automation.ts";
import { at } from "../payload.ts";
import { targetsFor } from "./targets-for.ts";

type Keys = Pick<Observations, "keys">;

const ENDED = new Set(["deleted", "transferred"]);

/**
 * Keys of what GitHub forgets: that something is gone, and when a tag was pushed (a lightweight one has no date of its own,
 * and its `create` webhook none but the repository's).
 */
export function observes(event: WebhookEvent): readonly string[] {
  const { name, action, payload } = event;
  const isEnd = name === "delete" || (ENDED.has(action ?? "") && (name === "issues" || name === "release"));
  if (isEnd) return targetsFor(event).map(goneKey);
  const pushedAt = at(payload, "repository", "pushed_at");
  if (name !== "create" || typeof pushedAt !== "string") return [];
  return targetsFor(event).map((target) => `${pushedPrefix(target)}${pushedAt}`);
}

/** Whether a webhook said so: that GitHub does not show it may also be its lag. */
export async function isGone(observations: Keys, target: Target): Promise<boolean> {
  const key = goneKey(target);
  return (await observations.keys(key)).includes(key);
}

/** When a tag was pushed last, as far as webhooks reported. */
export async function pushedAt(observations: Keys, target: Target): Promise<Instant | null> {
  const prefix = pushedPrefix(target);
  const times = (await observations.keys(prefix)).map((key) => Date.parse(key.slice(prefix.length)));
  return times.reduce<Instant | null>((last, time) => (Number.isNaN(time) || time < (last ?? 0) ? last : time), null);
}

function goneKey(target: Target): string {
  return `gone/${target}`;
}

/** No name of a tag has a colon in it. */
function pushedPrefix(target: Target): string {
  return `pushed/${target}:`;
}

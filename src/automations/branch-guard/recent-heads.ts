import type { Observations, WebhookEvent } from "../automation.ts";
import { at } from "../payload.ts";

/** Prefix of the keys of heads that webhooks reported; the commit and the pull request's number follow. */
export const HEADS = "head/";

const NEW = new Set(["opened", "reopened"]);
/** GitHub's lists have caught up by then. */
const RECENT_SECONDS = 300;

/**
 * New pull requests and their heads, as they are reported: a commit's list may not show yet that it is the head of another one,
 * whose check would be overwritten.
 */
export function observes({ name, action, payload }: WebhookEvent): readonly string[] {
  if (name !== "pull_request" || !NEW.has(action ?? "")) return [];
  const [oid, number] = [at(payload, "pull_request", "head", "sha"), at(payload, "pull_request", "number")];
  return typeof oid === "string" && typeof number === "number" ? [`${HEADS}${oid}/${number}`] : [];
}

/** Numbers of the pull requests that lately got this commit as their head; those may have another one since. */
export async function recentlyAt(observations: Pick<Observations, "observed">, oid: string): Promise<number[]> {
  const prefix = `${HEADS}${oid}/`;
  const found = await observations.observed(prefix);
  return found.flatMap(({ key, ageSeconds }) =>
    ageSeconds > RECENT_SECONDS ? [] : [Number(key.slice(prefix.length))],
  );
}

import { createHash } from "node:crypto";
import { withLineFeeds } from "../markdown/line-ends.ts";

/** 32 hex digits: the same text has the same. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

/** Of a text that people edit, whatever its line ends. */
export function textHash(text: string): string {
  return hashOf(withLineFeeds(text));
}

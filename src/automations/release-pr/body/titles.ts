import type { Lane } from "../../../config/schema.ts";
import { showsTitles } from "../../../github/web-url.ts";

/** Whether to write titles: `auto` does where GitHub does not show them itself. */
export function writesTitles(titles: Lane["titles"], webUrl: string): boolean {
  return titles === "auto" ? !showsTitles(webUrl) : titles === "always";
}

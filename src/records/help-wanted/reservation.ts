import type { HelpRecord, RecordedAsk } from "./help-request.ts";

/** Whether the comments tell what was reserved, or something later: that person, or another one, or that it ended. */
export function isHeardOf(reserved: RecordedAsk, { request, asks }: HelpRecord): boolean {
  return request?.state === "ended" || asks.some(({ at }) => at >= reserved.at);
}

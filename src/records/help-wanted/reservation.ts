import type { HelpRecord, RecordedAsk } from "./help-request.ts";

/** Whether the comments tell what was reserved, or something later: that person, or another one, or that it ended. */
export function isHeardOf(reserved: RecordedAsk, { request, asks }: HelpRecord): boolean {
  return request?.state === "ended" || asks.some(({ at }) => at >= reserved.at);
}

/** A record with what was reserved for it: for whoever reads it the person is asked. */
export function withReserved(record: HelpRecord, reserved: RecordedAsk | null): HelpRecord {
  const { request, asks } = record;
  if (request === null || reserved === null) return record;
  const { login, at } = reserved;
  return {
    ...record,
    request: {
      ...request,
      ...{ state: "asked", asked: login, askedAt: at },
      firstAskedAt: request.firstAskedAt ?? at,
      passedAt: request.firstAskedAt === null ? request.passedAt : [...request.passedAt, at],
    },
    asks: [...asks, reserved],
  };
}

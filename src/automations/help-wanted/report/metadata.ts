import { z } from "zod";
import type { MarkerData } from "../../../markdown/marker.ts";
import type { Cover, RecordedAsk, Span } from "../../../records/help-wanted/help-request.ts";

const login = z.string().max(200);
const day = z.iso.date();
const span = { who: login, from: day, to: day };

const schema = z.object({
  /** The tick of the schedule that it was written for. */
  at: z.iso.datetime(),
  away: z.array(z.object(span)),
  covers: z.array(z.object({ ...span, by: login })),
  /** When each person was asked last. */
  last: z.array(z.object({ login, at: z.iso.datetime() })),
});

/** What the report's marker keeps: with it and the requests' comments a lost database is made again. */
export interface ReportData {
  readonly at: Date;
  readonly away: readonly Span[];
  readonly covers: readonly Cover[];
  readonly last: readonly RecordedAsk[];
}

export function writtenData({ at, last, away, covers }: ReportData): MarkerData {
  return {
    at: at.toISOString(),
    away: [...away],
    covers: [...covers],
    last: last.map((ask) => ({ login: ask.login, at: new Date(ask.at).toISOString() })),
  };
}

/** null: it has none, or of another version. */
export function readData(data: MarkerData): ReportData | null {
  const read = schema.safeParse(data);
  if (!read.success) return null;
  const { at, last, ...rest } = read.data;
  return { ...rest, at: new Date(at), last: last.map((ask) => ({ ...ask, at: Date.parse(ask.at) })) };
}

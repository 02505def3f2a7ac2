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
  /** The latest comment whose commands were carried out. */
  processed: z.int().min(0),
  /** A command changed what the text does not say yet. */
  isStale: z.boolean(),
});

/** What the report's marker keeps: with it and the requests' comments a lost database is made again. */
export interface ReportData {
  readonly at: Date;
  readonly away: readonly Span[];
  readonly covers: readonly Cover[];
  readonly last: readonly RecordedAsk[];
  readonly processed: number;
  readonly isStale: boolean;
}

/** Of a report whose marker cannot be read. */
export const NO_DATA: ReportData = {
  at: new Date(0),
  away: [],
  covers: [],
  last: [],
  processed: 0,
  isStale: true,
};

export function writtenData({ at, last, away, covers, ...rest }: ReportData): MarkerData {
  return {
    ...rest,
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

import { z } from "zod";

/** What the server says of a backfill, a line for each, until the last one is `done` or a problem. */
export const newsShape = z.discriminatedUnion("is", [
  z.object({
    is: z.literal("progress"),
    progress: z.object({
      since: z.string(),
      read: z.number(),
      total: z.number().nullable(),
      complete: z.boolean(),
      waitsUntil: z.string().nullable(),
    }),
  }),
  z.object({ is: z.literal("problem"), message: z.string() }),
  z.object({ is: z.literal("done") }),
]);

export type BackfillNews = z.output<typeof newsShape>;

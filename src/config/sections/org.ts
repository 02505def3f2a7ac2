import { z } from "zod";
import { group } from "../kinds/group.ts";
import { cron } from "../kinds/time.ts";

export const orgSection = group("org", "Only in an org's `.github` repository: tables over all repositories.", {
  "four-keys": z.boolean().default(true).meta({ description: "A row of four keys per repository." }),
  renovate: z.boolean().default(true).meta({ description: "A row of update cadence per repository." }),
  schedule: cron()
    .default("0 9 * * mon")
    .meta({ description: "When the tables are refreshed.", examples: ["0 9 * * mon"] }),
});

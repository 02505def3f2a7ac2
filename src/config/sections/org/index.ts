import { z } from "zod";
import { glob } from "../../kinds/branch.ts";
import { list } from "../../kinds/group.ts";
import { name } from "../../kinds/text.ts";
import { cron } from "../../kinds/time.ts";
import { plain } from "../plain.ts";
import { section } from "../section.ts";
import { settingChanges } from "../setting-changes.ts";

export const org = section({
  ...plain("org", "Only in an org's `.github` repository: tables over all repositories.", {
    teams: z
      .record(name(100), list(glob()).min(1))
      .default({})
      .meta({
        description: "Rows per team in the tables: a team's repositories.",
        examples: [{ web: ["acme/web-*"] }],
      }),
    onboarding: z.boolean().default(true).meta({
      description:
        "Offer a first sre.yml, by one issue, to private repositories that have none: see docs/onboarding.md.",
    }),
    "four-keys": z.boolean().default(true).meta({ description: "A row of four keys per repository." }),
    renovate: z.boolean().default(true).meta({ description: "A row of update cadence per repository." }),
    schedule: cron()
      .default("0 9 * * mon")
      .meta({ description: "When the tables are refreshed.", examples: ["0 9 * * mon"] }),
  }),
  scope: "org",
  changes: (was, is, context) =>
    settingChanges("org", ["teams", "onboarding", "four-keys", "renovate", "schedule"], was, is, context),
});

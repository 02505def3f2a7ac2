import { type SreConfig, sreSchema } from "./schema.ts";

/** What holds where no sre.yml is in force: no section, so nothing acts; the defaults of language, zone and calendar. */
export const bareConfig: SreConfig = sreSchema.parse({ version: 1 });

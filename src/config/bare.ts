import { type SreConfig, sreSchema } from "./schema.ts";

/** The configuration when no sre.yml is in force: no sections, only the default language, time zone and calendar. */
export const bareConfig: SreConfig = sreSchema.parse({ version: 1 });

import { z } from "zod";
import type { LoadedConfig } from "../config/loaded.ts";

/** The automation whose summaries say how sre.yml stands in each repository. */
export const CONFIG = "config";

const shape = z.object({ state: z.enum(["absent", "valid", "broken"]) });

/** For the organization's tables: what is wrong with sre.yml is said in the repository itself. */
export function configSummaryOf({ state }: Pick<LoadedConfig, "state">): z.output<typeof shape> {
  return { state };
}

/** Whether sre.yml had problems when it was read last. */
export function isConfigBroken(value: unknown): boolean {
  return shape.safeParse(value).data?.state === "broken";
}

import type { ReconcileContext } from "../../../../src/automations/automation.ts";
import type { ReportFacts } from "../../../../src/automations/four-keys/report/facts.ts";
import { periodsOf } from "../../../../src/automations/four-keys/report/periods.ts";
import { sreSchema } from "../../../../src/config/schema.ts";
import { settingsOf } from "../../../../src/metrics/configured.ts";
import { joinRecords } from "../../../../src/metrics/history.ts";
import { overviewOf } from "../../../../src/metrics/overview.ts";
import type { Records } from "../../../../src/records/record.ts";
import { SELF } from "../../../engine/places.ts";

/** Tuesday, a day after the tick of `0 10 * * mon`. */
export const NOW = new Date("2026-11-24T01:30:00Z");

export function contextOf(section: object = {}, file: object = {}, now = NOW): ReconcileContext<"four-keys"> {
  const config = sreSchema.parse({
    version: 1,
    timezone: "Asia/Tokyo",
    ...file,
    "four-keys": { deployments: { environment: ["production"] }, ...section },
  });
  return {
    repository: { id: 10, owner: "acme", name: "shop" },
    target: "report",
    now,
    self: SELF,
    webUrl: "https://github.com",
    granted: null,
    config,
    section: config["four-keys"] as never,
    refusals: [],
    loaded: {
      state: "valid",
      config,
      problems: [],
      language: config.language,
      origin: { repository: "acme/shop", path: ".github/sre.yml", commit: "" },
      inForceSince: null,
      defaultBranch: "main",
      inherited: [],
      suppliers: new Map(),
      isPrivate: true,
    },
  };
}

export function factsOf(
  records: Records,
  context: ReconcileContext<"four-keys">,
  more: Partial<ReportFacts> = {},
): ReportFacts {
  const periods = periodsOf(context);
  if (periods === null) throw new Error("no window");
  const settings = settingsOf(context.section, context.config.timezone);
  return {
    overview: overviewOf(joinRecords(records, settings), settings, periods),
    history: { reading: null, completeFrom: Date.UTC(2025, 10, 24) },
    elsewhere: [],
    definitions: [],
    isDefinedAnew: false,
    issue: null,
    hasIssues: true,
    ...more,
  };
}

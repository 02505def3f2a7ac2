import type { SreConfig } from "../../config/schema.ts";
import type { Automation } from "../automation.ts";
import { describe } from "./describe.ts";
import type { ReleaseFacts } from "./facts.ts";
import { gather } from "./gather.ts";
import { plan } from "./plan.ts";
import { wakes } from "./wakes.ts";

/** The standing release pull request of each lane, opened and kept true; see README.md. */
export const releasePr: Automation<ReleaseFacts> = {
  name: "release-pr",
  section: "release",
  permissions: { metadata: "read", contents: "read", pull_requests: "write", issues: "write", checks: "write" },
  events: ["push", "create", "delete", "pull_request", "check_run", "check_suite"],
  wakes,
  schedules(config: SreConfig) {
    const lanes = config.release?.lanes ?? [];
    // A freeze begins and ends at midnight, and no webhook says so.
    const crons = lanes.flatMap((lane) => [
      ...(lane.schedule === null ? [] : [lane.schedule]),
      ...(lane.freeze.length > 0 ? ["0 0 * * *"] : []),
    ]);
    return [...new Set(crons)].map((cron) => ({ target: "lanes", cron, timezone: config.timezone }));
  },
  everything: ["lanes", "pulls"],
  numbered: (number) => `lane-of/${number}`,
  gather,
  plan,
  describe,
};

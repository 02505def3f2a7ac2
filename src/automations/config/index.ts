import type { Automation } from "../automation.ts";
import { CONFIG, configSummaryOf } from "../config-summary.ts";
import { describe } from "./describe.ts";
import type { ConfigFacts } from "./facts.ts";
import { gather } from "./gather.ts";
import { plan } from "./plan.ts";
import { targets } from "./targets.ts";
import { targetsFor } from "./targets-for.ts";

/**
 * The check "Detoil / config" on pull requests that touch sre.yml, and one issue while the file is broken; see
 * README.md.
 */
export const config: Automation<null, ConfigFacts> = {
  name: CONFIG,
  part: { en: "The check of sre.yml", ja: "sre.yml のチェック" },
  section: null,
  permissions: { metadata: "read", contents: "read", pull_requests: "read", issues: "write", checks: "write" },
  // For the event merge_group, and to know which pull requests wait ahead of others.
  optional: { merge_queues: "read" },
  events: ["push", "pull_request", "check_run", "check_suite", "merge_group", "issues"],
  targets,
  targetsFor,
  allTargets: ["default", "pulls"],
  numbered: { of: "pull request", target: (value) => targets.format({ kind: "pull", value }) },
  gather,
  plan,
  summary: ({ onDefault }, { loaded }) => (onDefault === null ? null : configSummaryOf(loaded)),
  describe,
};

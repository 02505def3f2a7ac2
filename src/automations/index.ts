import type { Automation } from "./automation.ts";
import { branchGuard } from "./branch-guard/index.ts";
import { commandsFor } from "./commands/index.ts";
import { config } from "./config/index.ts";
import { fourKeys } from "./four-keys/index.ts";
import { helpWanted } from "./help-wanted/index.ts";
import { milestoneTasks } from "./milestone-tasks/index.ts";
import { onboarding } from "./onboarding/index.ts";
import { orgTablesOf } from "./org-tables/index.ts";
import { permissionsOf } from "./permissions/index.ts";
import { releasePr } from "./release-pr/index.ts";
import { renovateCadence } from "./renovate-cadence/index.ts";

const declaring: readonly Automation[] = [
  config,
  releasePr,
  branchGuard,
  milestoneTasks,
  helpWanted,
  renovateCadence,
  fourKeys,
  onboarding,
];
const working: readonly Automation[] = [...declaring, orgTablesOf(declaring), commandsFor(declaring)];

/** All automations; nothing else knows them all. */
export const automations: readonly Automation[] = [...working, permissionsOf(working)];

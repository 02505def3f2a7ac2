import type { Automation } from "./automation.ts";
import { commands } from "./commands/index.ts";
import { config } from "./config/index.ts";
import { milestoneTasks } from "./milestone-tasks/index.ts";
import { releasePr } from "./release-pr/index.ts";

/** All automations; nothing else knows them all. */
export const automations: readonly Automation[] = [config, releasePr, milestoneTasks, commands];

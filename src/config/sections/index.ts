import { branches } from "./branches/index.ts";
import { calendar } from "./calendar/index.ts";
import { environments } from "./environments/index.ts";
import { extending } from "./extends/index.ts";
import { fourKeys } from "./four-keys/index.ts";
import { helpWanted } from "./help-wanted/index.ts";
import { language } from "./language/index.ts";
import { milestones } from "./milestones/index.ts";
import { notify } from "./notify/index.ts";
import { org } from "./org/index.ts";
import { release } from "./release/index.ts";
import { renovate } from "./renovate/index.ts";
import { repositories } from "./repositories/index.ts";
import { timezone } from "./timezone/index.ts";
import { version } from "./version/index.ts";

/** Every key of sre.yml, in the order of the reference. The rest of config is made of it and names no section. */
export const sections = {
  version,
  _extends: extending,
  repositories,
  timezone,
  language,
  calendar,
  notify,
  release,
  branches,
  environments,
  milestones,
  renovate,
  "four-keys": fourKeys,
  "help-wanted": helpWanted,
  org,
} as const;

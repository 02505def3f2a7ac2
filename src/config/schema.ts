import { z } from "zod";
import { glob } from "./kinds/branch.ts";
import { group, list } from "./kinds/group.ts";
import { extendsTarget } from "./kinds/place.ts";
import { zone } from "./kinds/time.ts";
import { branchesSection } from "./sections/branches.ts";
import { calendarSection } from "./sections/calendar.ts";
import { environmentsSection } from "./sections/environments.ts";
import { fourKeysSection } from "./sections/four-keys.ts";
import { helpWantedSection } from "./sections/help-wanted.ts";
import { milestonesSection } from "./sections/milestones.ts";
import { notifySection } from "./sections/notify.ts";
import { orgSection } from "./sections/org.ts";
import type { laneSchema } from "./sections/release.ts";
import { releaseSection } from "./sections/release.ts";
import { renovateSection } from "./sections/renovate.ts";

/** Everything that sre.yml may contain. An absent section is off; within a section, every optional key has a default. */
export const sreSchema = group("file", "What Detoil does in a repository: `.github/sre.yml`.", {
  version: z.literal(1).meta({ description: "The format's version.", examples: [1] }),
  _extends: extendsTarget()
    .optional()
    .meta({
      description:
        "`[owner/]repo[:path]`: a file of the same owner that this one extends. This one overrides it key by key.",
      examples: [".github"],
    }),
  repositories: list(glob(), 500)
    .min(1)
    .optional()
    .meta({
      description: "Only in an org's `.github` repository: the repositories that this file is the default for.",
      examples: [["web-*"]],
    }),
  timezone: zone()
    .default("UTC")
    .meta({ description: "IANA name, for schedules, dates and weeks.", examples: ["Asia/Tokyo"] }),
  language: z.enum(["en", "ja"]).default("en").meta({ description: "The language of everything Detoil writes." }),
  calendar: calendarSection.prefault({}),
  notify: notifySection.optional(),
  release: releaseSection.optional(),
  branches: branchesSection.optional(),
  environments: environmentsSection.optional(),
  milestones: milestonesSection.optional(),
  renovate: renovateSection.optional(),
  "four-keys": fourKeysSection.optional(),
  "help-wanted": helpWantedSection.optional(),
  org: orgSection.optional(),
});

/** sre.yml after parsing, every default filled in. */
export type SreConfig = z.output<typeof sreSchema>;
export type Language = SreConfig["language"];
export type Lane = z.output<typeof laneSchema>;

import { z } from "zod";
import { branch, glob } from "../../kinds/branch.ts";
import { groupsNamed, list } from "../../kinds/group.ts";
import { label, login, name } from "../../kinds/text.ts";
import { cron, positiveDuration } from "../../kinds/time.ts";
import { weekdays } from "../../kinds/weekdays.ts";
import { labels } from "./text.ts";

const group = groupsNamed(labels);

const environments = () => list(name()).min(1);

/** Exactly one of them: see rules.ts. */
const deployments = group("deployments", "What counts as a deployment; exactly one of these.", {
  environment: environments()
    .optional()
    .meta({ description: "GitHub deployments to these environments.", examples: [["production"]] }),
  workflow: glob()
    .optional()
    .meta({ description: "Successful runs of these workflows on the default branch.", examples: ["deploy*.yml"] }),
  release: z
    .literal(true)
    .optional()
    .meta({ description: "Published releases.", examples: [true] }),
  tag: glob()
    .optional()
    .meta({ description: "Pushed tags.", examples: ["v*"] }),
  merge: branch()
    .optional()
    .meta({ description: "Pull requests merged into this branch.", examples: ["main"] }),
  external: z
    .literal(true)
    .optional()
    .meta({ description: "Recorded through the API or the command line.", examples: [true] }),
});

const service = group("service", "A part of a monorepo that ships on its own.", {
  name: name(100).meta({ description: "The service.", examples: ["web"] }),
  paths: list(glob())
    .min(1)
    .meta({ description: "Its files.", examples: [["web/**"]] }),
  environment: environments()
    .optional()
    .meta({ description: "Its environments.", examples: [["web-prod"]] }),
});

const incidents = group("incidents", "What counts as an incident.", {
  labels: list(label())
    .default(["incident"])
    .meta({ description: "Issues with one of these.", examples: [["incident"]] }),
  "exclude-labels": list(label())
    .default([])
    .meta({ description: "An incident with one of these does not count.", examples: [["sev4"]] }),
  reverts: z.boolean().default(true).meta({ description: "A merged revert of a deployed change." }),
  rollbacks: z
    .boolean()
    .default(true)
    .meta({ description: "An older commit deployed again is a failure of the deployment that it replaces." }),
  "hotfix-labels": list(label())
    .default(["hotfix"])
    .meta({ description: "Pull requests with one of these.", examples: [["hotfix"]] }),
});

export const fourKeysSection = group("four-keys", "The four keys of DORA, and rework.", {
  deployments,
  services: list(service)
    .default([])
    .meta({
      description: "Monorepo: the parts that ship on their own.",
      examples: [[{ name: "web", paths: ["web/**"], environment: ["web-prod"] }]],
    }),
  incidents: incidents.prefault({}),
  "lead-time": z
    .enum(["first-commit", "opened", "merged"])
    .default("first-commit")
    .meta({ description: "Where the clock starts; it stops at the deployment." }),
  statistic: z.enum(["p50", "p75", "p90", "mean"]).default("p50").meta({ description: "The statistic that is shown." }),
  bands: z
    .literal([2021, 2023, 2024, "none"])
    .default(2023)
    .meta({ description: "The year of the DORA bands.", examples: [2023] }),
  "week-starts": z.enum(weekdays).default("mon").meta({ description: "The first day of a week." }),
  "ignore-authors": list(login())
    .default([])
    .meta({ description: "Logins whose changes do not count; bots count by default.", examples: [["renovate[bot]"]] }),
  report: cron()
    .default("0 10 * * mon")
    .meta({ description: "Refreshes the Four Keys issue.", examples: ["0 10 * * mon"] }),
  window: positiveDuration("4 weeks")
    .default("4 weeks")
    .meta({ description: "The period that it covers.", examples: ["4 weeks"] }),
  comment: z
    .boolean()
    .default(false)
    .meta({ description: "True: a comment on each pull request once it is deployed." }),
});

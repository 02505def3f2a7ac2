import { z } from "zod";
import { branch } from "../../kinds/branch.ts";
import { groupsNamed, list } from "../../kinds/group.ts";
import { template } from "../../kinds/template.ts";
import { label, link, person } from "../../kinds/text.ts";
import { cron, dayOrRange, duration } from "../../kinds/time.ts";
import { labels } from "./text.ts";

const group = groupsNamed(labels);

const names = ["date", "from", "to", "count", "version"];

const checkIn = group("check-in", "Asks people after a release whether everything works.", {
  after: duration("1 business day").meta({ description: "How long after the release.", examples: ["1 business day"] }),
  ask: list(person())
    .default([])
    .meta({ description: "Logins or `@org/team`.", examples: [["@acme/web"]] }),
  links: list(link())
    .default([])
    .meta({ description: "What to look at.", examples: [["https://grafana.example.com"]] }),
});

const laneSchema = group("lane", "One release pull request that is kept open.", {
  from: branch().meta({ description: "The branch that is released.", examples: ["develop", "main"] }),
  to: branch().meta({ description: "The branch it is released to.", examples: ["main", "production"] }),
  title: template(names, 200)
    .min(1)
    .nullable()
    .default(null)
    .meta({
      description:
        "Template with `{{date}}`, `{{from}}`, `{{to}}`, `{{count}}`, `{{version}}`. Null: `Release {{date}}`, in Japanese `リリース {{date}}`.",
      examples: ["Release {{date}}"],
    }),
  intro: template(names)
    .default("")
    .meta({
      description: "Markdown above the checklist; the same names as in `title`.",
      examples: ["See the [runbook](https://example.com)."],
    }),
  labels: list(label())
    .default([])
    .meta({ description: "Labels of the release pull request.", examples: [["release"]] }),
  titles: z.enum(["auto", "always", "never"]).default("auto").meta({
    description: "Titles of the listed pull requests. Auto: only on a GHES, which does not show them itself.",
  }),
  mention: z.enum(["assignee", "author", "none"]).default("assignee").meta({
    description: "Who is named at an item: the assignee (or the author if there is none), the author, or nobody.",
  }),
  assign: z.boolean().default(false).meta({ description: "Assign those people to the release pull request." }),
  "request-review": z.boolean().default(false).meta({ description: "Ask those people for a review." }),
  draft: z.boolean().default(false).meta({ description: "Open it as a draft." }),
  schedule: cron()
    .nullable()
    .default(null)
    .meta({
      description: "Null: open as soon as something is waiting. Cron: open and refresh only then.",
      examples: ["0 10 * * mon-fri"],
    }),
  freeze: list(dayOrRange(), 500)
    .default([])
    .meta({
      description: "Dates or ranges in which Detoil opens none; an open one says that it is frozen.",
      examples: [["2026-12-29/2027-01-03"]],
    }),
  "exclude-labels": list(label())
    .default([])
    .meta({
      description: "A pull request with one of these still ships, but is mentioned below the list.",
      examples: [["no-release-note"]],
    }),
  "hold-labels": list(label())
    .default(["do-not-release"])
    .meta({
      description: "A listed pull request with one of these turns the check `Detoil / release` red.",
      examples: [["do-not-release"]],
    }),
  "sign-off": z
    .boolean()
    .default(false)
    .meta({ description: "True: the check `Detoil / release` passes only when every box is ticked." }),
  nested: z
    .boolean()
    .default(true)
    .meta({ description: "List pull requests that were merged into a listed one's branch, indented under it." }),
  "announce-ci": z
    .boolean()
    .default(true)
    .meta({ description: "Comment once when all checks on the release pull request's head have finished." }),
  version: z
    .enum(["none", "semver", "calver"])
    .default("none")
    .meta({ description: "How versions are numbered; semver: by the labels major, minor, patch." }),
  tag: template(["version"], 200)
    .min(1)
    .default("v{{version}}")
    .meta({ description: "With `version`: tag and release at the merge commit.", examples: ["v{{version}}"] }),
  "check-in": checkIn.nullable().default(null),
  "back-merge": z
    .boolean()
    .default(false)
    .meta({ description: "True: open a pull request back when `to` has commits that `from` lacks." }),
});

export const releaseSection = group("release", "Release pull requests that are kept open.", {
  lanes: list(laneSchema, 20)
    .min(1)
    .meta({
      description: "One open release pull request per lane.",
      examples: [[{ from: "develop", to: "main" }]],
    }),
});

export type Lane = z.output<typeof laneSchema>;

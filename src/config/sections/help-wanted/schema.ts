import { z } from "zod";
import { glob } from "../../kinds/branch.ts";
import { groupsNamed, list } from "../../kinds/group.ts";
import { label, login, name, person } from "../../kinds/text.ts";
import { cron, day, positiveDuration } from "../../kinds/time.ts";
import { labels } from "./text.ts";

const group = groupsNamed(labels);

const from = () => day().meta({ description: "First day.", examples: ["2026-11-23"] });
const to = () => day().meta({ description: "Last day, included.", examples: ["2026-11-29"] });

const duty = group("duty", "Who is on call from when to when.", {
  who: login().meta({ description: "Login.", examples: ["alice"] }),
  from: from(),
  to: to(),
});

const absence = group("absence", "Who is away from when to when.", {
  who: login().meta({ description: "Login.", examples: ["bob"] }),
  from: from(),
  to: to(),
});

const route = group("route", "Who is asked for what; all its conditions must hold.", {
  labels: list(label())
    .default([])
    .meta({ description: "The request has one of these.", examples: [["db"]] }),
  paths: list(glob())
    .default([])
    .meta({ description: "It changes one of these.", examples: [["db/**"]] }),
  people: z.union([list(person()).min(1), z.literal("codeowners")]).meta({
    description: "Logins or `@org/team`; `codeowners` asks the owners of the changed paths.",
    examples: [["bob"]],
  }),
});

const project = group("project", "An organization's project that requests are added to.", {
  owner: login().meta({ description: "The organization.", examples: ["acme"] }),
  number: z
    .int()
    .min(1)
    .meta({ description: "The project's number.", examples: [3] }),
  status: name()
    .optional()
    .meta({ description: "Status of a new item.", examples: ["Triage"] }),
});

export const helpWantedSection = group("help-wanted", "Assigns requests for help to a person.", {
  label: label()
    .default("help wanted")
    .meta({ description: "The label that marks a request.", examples: ["help wanted"] }),
  people: list(person())
    .default([])
    .meta({ description: "Logins or `@org/team`: who can be asked.", examples: [["alice", "@acme/sre"]] }),
  strategy: z
    .enum(["rotation", "least-loaded", "on-call"])
    .default("rotation")
    .meta({ description: "How the next person is chosen." }),
  "on-call": list(duty, 1_000)
    .default([])
    .meta({
      description: "With `strategy: on-call`: the roster.",
      examples: [[{ who: "alice", from: "2026-11-23", to: "2026-11-29" }]],
    }),
  routes: list(route)
    .default([])
    .meta({ description: "First match wins.", examples: [[{ labels: ["db"], people: ["bob"] }]] }),
  away: list(absence, 1_000)
    .default([])
    .meta({
      description: 'Who is away; GitHub\'s "busy" counts too.',
      examples: [[{ who: "bob", from: "2026-12-01", to: "2026-12-05" }]],
    }),
  "max-open": z
    .int()
    .min(1)
    .max(1_000)
    .default(5)
    .meta({
      description: "The most open requests that one person gets.",
      examples: [5],
    }),
  "respond-within": positiveDuration("8 business hours")
    .default("8 business hours")
    .meta({ description: "How soon an answer is due.", examples: ["8 business hours"] }),
  "escalate-to": list(person())
    .default([])
    .meta({ description: "Logins or `@org/team`, mentioned when nobody answered.", examples: [["@acme/leads"]] }),
  project: project.nullable().default(null),
  report: cron()
    .nullable()
    .default("0 9 * * mon")
    .meta({ description: "Load per person, waiting times; null: none.", examples: ["0 9 * * mon"] }),
});

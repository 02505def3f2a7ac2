import { z } from "zod";
import { branch } from "../../kinds/branch.ts";
import { groupsNamed, list } from "../../kinds/group.ts";
import { fileName, name, text } from "../../kinds/text.ts";
import { labels } from "./text.ts";

const group = groupsNamed(labels);

const refresh = group("refresh", "One environment and the workflow that brings it up to date.", {
  name: name().meta({ description: "The environment.", examples: ["dev-1"] }),
  workflow: fileName().meta({ description: "File in `.github/workflows`.", examples: ["deploy.yml"] }),
  inputs: z
    .record(name(100), z.union([text(1_000), z.number(), z.boolean()]))
    .default({})
    .meta({ description: "Inputs of the workflow.", examples: [{ target: "dev-1" }] }),
});

const rule = group("environment", "What to refresh when a branch moves.", {
  "on-push": branch().meta({ description: "The branch that moves.", examples: ["develop"] }),
  refresh: list(refresh, 100)
    .min(1)
    .meta({
      description: "The environments to bring up to date.",
      examples: [[{ name: "dev-1", workflow: "deploy.yml" }]],
    }),
});

export const environmentsSection = list(rule, 100).meta({
  description: "Bring every development environment up to date when a branch moves.",
  examples: [[{ "on-push": "develop", refresh: [{ name: "dev-1", workflow: "deploy.yml" }] }]],
});

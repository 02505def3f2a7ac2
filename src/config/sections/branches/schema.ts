import { z } from "zod";
import { branch, glob } from "../../kinds/branch.ts";
import { groupsNamed, list } from "../../kinds/group.ts";
import { labels } from "./text.ts";

const group = groupsNamed(labels);

const rule = group("branch-rule", "What may be merged into matching branches.", {
  into: glob().meta({ description: "Glob on the base branch.", examples: ["main"] }),
  from: list(glob())
    .min(1)
    .meta({ description: "Globs on the head branch.", examples: [["develop", "hotfix/*"]] }),
  forks: z.boolean().default(false).meta({ description: "Allow head branches in forks too." }),
  "not-based-on": list(branch())
    .default([])
    .meta({
      description: "Refuse a branch that was cut from, or has merged, one of these.",
      examples: [["main", "staging"]],
    }),
  except: list(glob())
    .default([])
    .meta({ description: "Head branches that are allowed anyway.", examples: [["hotfix/*"]] }),
});

export const branchesSection = list(rule, 100).meta({
  description: "The check `Detoil / branch` on every pull request; every rule whose `into` matches must hold.",
  examples: [[{ into: "main", from: ["develop"] }]],
});

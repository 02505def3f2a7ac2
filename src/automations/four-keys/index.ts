import type { Automation } from "../automation.ts";
import { again } from "./again.ts";
import type { FourKeysFacts } from "./facts.ts";
import { gather } from "./gather.ts";
import { observes } from "./observed.ts";
import { records } from "./records.ts";
import { targets } from "./targets.ts";
import { targetsFor } from "./targets-for.ts";

/** Records what is merged, deployed and broken: what the numbers of the Four Keys are computed from. */
export const fourKeys: Automation<"four-keys", FourKeysFacts> = {
  name: "four-keys",
  part: { en: "The Four Keys", ja: "Four Keys" },
  section: "four-keys",
  permissions: { metadata: "read", contents: "read", pull_requests: "read", issues: "read", deployments: "read" },
  events: ["pull_request", "issues", "deployment_status", "release", "create", "delete", "push"],
  targets,
  targetsFor,
  observes,
  allTargets: [],
  numbered: { of: "pull request", target: (value) => targets.format({ kind: "change", value }) },
  gather,
  records,
  plan: () => [],
  again,
  describe: (facts, context) => ({ kind: facts.kind, readings: records(facts, context).readings }),
};

import { CONFIG_PATH } from "../../config/files.ts";
import type { Automation } from "../automation.ts";
import { oneTarget } from "../one-target.ts";
import { pushChanges } from "../push-changes.ts";
import { commands } from "./commands/index.ts";
import { describe } from "./describe.ts";
import { emptyReason } from "./empty-reason.ts";
import type { OnboardingFacts } from "./facts.ts";
import { gather } from "./gather.ts";
import { plan } from "./issue.ts";
import { observes } from "./observed.ts";

/** The issue that offers a first sre.yml, and `/sre setup`; see README.md. */
export const onboarding: Automation<null, OnboardingFacts> = {
  name: "onboarding",
  part: { en: "A first sre.yml", ja: "最初の sre.yml" },
  section: null,
  permissions: { metadata: "read", contents: "read", pull_requests: "read", issues: "write" },
  // What was deployed; without it, releases and merges are counted.
  optional: { deployments: "read" },
  events: ["push", "issues"],
  ...oneTarget("repository"),
  targetsFor: (event) =>
    event.name === "push" && pushChanges(event, (path) => path === CONFIG_PATH) ? ["repository"] : [],
  observes,
  gather,
  plan,
  commands,
  emptyReason,
  describe,
};

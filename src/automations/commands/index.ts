import type { Automation } from "../automation.ts";
import { describe } from "./describe.ts";
import type { ConversationFacts } from "./facts.ts";
import { gather } from "./gather.ts";
import { plan } from "./plan.ts";
import { targets } from "./targets.ts";
import { observes, targetsFor } from "./targets-for.ts";

/** Answers `/sre …` where no other automation does; see README.md. */
export const commands: Automation<null, ConversationFacts> = {
  name: "commands",
  section: null,
  permissions: { metadata: "read", contents: "read", issues: "write", pull_requests: "write" },
  events: ["issue_comment"],
  targets,
  targetsFor,
  observes,
  schedules: () => [],
  allTargets: [],
  targetForNumber: (value) => targets.format({ kind: "conversation", value }),
  gather,
  plan,
  describe,
};

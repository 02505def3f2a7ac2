import type { Automation } from "../automation.ts";
import { conversations } from "../conversation-target.ts";
import { declaredBy } from "./declared-by.ts";
import { describe } from "./describe.ts";
import { type CommandsFacts, gather } from "./gather.ts";
import { plan, wakes } from "./plan.ts";
import { observes, targetsFor } from "./targets-for.ts";

/** Answers `/sre …` everywhere, with the verbs that `others` declare; see README.md. */
export function commandsFor(others: readonly Automation[]): Automation<null, CommandsFacts> {
  const declared = declaredBy(others);
  return {
    name: "commands",
    part: { en: "Commands in comments", ja: "コメントのコマンド" },
    section: null,
    permissions: { metadata: "read", contents: "read", issues: "write" },
    // Without the first, commands on issues still work. Verbs read what their automation reads.
    optional: Object.assign({ pull_requests: "write" }, ...declared.map(({ optional }) => optional)),
    whereGranted: Object.assign({}, ...declared.map(({ commands }) => commands.whereGranted)),
    events: ["issue_comment"],
    targets: conversations,
    targetsFor,
    observes,
    allTargets: [],
    numbered: {
      of: "issue or pull request",
      target: (value) => conversations.format({ kind: "conversation", value }),
    },
    gather: (github, context, observations) => gather(github, context, observations, declared),
    plan: (facts, context) => plan(facts, declared, context),
    wakes: (facts, context) => wakes(facts, declared, context),
    describe: (facts, context) => describe(facts, declared, context),
  };
}

import type { Plan } from "../../github/actions.ts";
import type { OwnIssue } from "../../github/own-issues.ts";
import { planStatusIssue, statusData } from "../../managed/status-issue.ts";
import { code } from "../../markdown/escape.ts";
import type { ReconcileContext } from "../automation.ts";
import { BLOCK, type OnboardingFacts } from "./facts.ts";
import { proposalText } from "./proposal.ts";
import { messages } from "./text.ts";

type Offer = Extract<OnboardingFacts, { readonly kind: "offer" }>;

/** The one issue: made once, and closed by Detoil when a sre.yml is in force. What people close stays closed. */
export function plan(facts: OnboardingFacts, context: ReconcileContext): Plan {
  switch (facts.kind) {
    case "nothing":
      return [];
    case "in force":
      return facts.issue === null ? [] : closing(facts.issue, context);
    case "offer":
      return offer(facts, context);
  }
}

function offer(proposed: Offer, context: ReconcileContext): Plan {
  const text = messages(proposed.language);
  const content = [
    proposed.choice === "for all" ? text.orgLead : text.lead,
    proposalText(proposed, context),
    text.more,
    text.no,
    text.signature,
  ].join("\n\n");
  const because = "this repository has no sre.yml, and nobody has been asked yet";
  const report = { kind: "report", title: text.title, content, subjects: [], because } as const;
  return planStatusIssue(BLOCK, { issues: [], hasIssues: true }, report).map((action) =>
    action.action === "create-issue" ? { ...action, bulk: true } : action,
  );
}

function closing(issue: OwnIssue, { loaded, repository, config }: ReconcileContext): Plan {
  // Detoil closed it, and somebody opened it again: it is theirs.
  if (statusData(BLOCK, [issue]).state !== "reported") return [];
  const text = messages(config.language);
  const isOwn = loaded.origin?.repository.toLowerCase() === `${repository.owner}/${repository.name}`.toLowerCase();
  const sentence = isOwn ? text.inForce(code(loaded.defaultBranch)) : text.orgInForce;
  const content = `${sentence}\n\n${text.signature}`;
  return planStatusIssue(
    BLOCK,
    { issues: [issue], hasIssues: true },
    { kind: "all-clear", content, because: "a sre.yml is in force" },
  );
}

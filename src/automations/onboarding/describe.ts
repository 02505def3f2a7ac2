import type { ReconcileContext } from "../automation.ts";
import type { OnboardingFacts } from "./facts.ts";
import { suggestionFor } from "./proposal.ts";

/** The facts as `preview --json` prints them. */
export function describe(facts: OnboardingFacts, context: ReconcileContext): Readonly<Record<string, unknown>> {
  switch (facts.kind) {
    case "nothing":
      return { offered: false, why: facts.why };
    case "in force":
      return { offered: false, why: "file", issue: facts.issue?.number ?? null };
    case "offer": {
      const { parts, replay } = suggestionFor(facts, context);
      const sections = parts.map(({ key }) => key);
      return { offered: true, assumed: facts.choice === "assumed", language: facts.language, sections, replay };
    }
  }
}

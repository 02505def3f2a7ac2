import { emptyReasonText } from "./empty-reason-text.ts";
import type { OnboardingFacts } from "./facts.ts";

/** For the terminal of whoever runs `detoil preview`. */
export function emptyReason(facts: OnboardingFacts): string | null {
  switch (facts.kind) {
    case "nothing":
      return emptyReasonText[facts.why];
    case "in force":
      return facts.issue === null ? emptyReasonText.file : null;
    case "offer":
      return facts.choice === "assumed" ? emptyReasonText.assumed : null;
  }
}

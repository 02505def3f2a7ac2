import type { Language } from "../../config/language.ts";
import type { OwnIssue } from "../../github/own-issues.ts";
import type { History } from "../../suggestion/facts.ts";
import type { Choice } from "./choice.ts";

/** Marker key of the issue. */
export const BLOCK = "onboarding";

/** Why no issue is made. */
export type Why =
  | "file"
  | "public"
  | "operator"
  | "organization"
  | "answered"
  | "all"
  | "others"
  | "no issues"
  | "fork"
  | "misnamed"
  | "broken";

/** What is needed to suggest a file. */
export interface Proposed {
  readonly history: History;
  /** Of the text and of the file. */
  readonly language: Language;
}

export type OnboardingFacts =
  | { readonly kind: "nothing"; readonly why: Why }
  /** A sre.yml is in force. `issue`: the open one. */
  | { readonly kind: "in force"; readonly issue: OwnIssue | null }
  | ({ readonly kind: "offer"; readonly choice: Extract<Choice, "chosen" | "for all" | "assumed"> } & Proposed);

import type { TemplateProblem } from "../../markdown/template-tokens.ts";
/** A value that breaks its grammar. */
export type ValueDiagnostic =
  | { readonly kind: "not-a-duration"; readonly value: string; readonly example: string }
  | { readonly kind: "negative-duration"; readonly value: string; readonly example: string }
  | { readonly kind: "zero-duration"; readonly value: string; readonly example: string }
  | { readonly kind: "not-a-cron"; readonly value: string; readonly reason: string }
  | { readonly kind: "not-a-glob"; readonly value: string; readonly reason: "empty" | "long" | "stars" }
  | { readonly kind: "not-a-date"; readonly value: string }
  | { readonly kind: "not-a-range"; readonly value: string; readonly meant: string | null }
  | { readonly kind: "range-backwards"; readonly value: string }
  | { readonly kind: "not-a-zone"; readonly value: string; readonly near: string | null }
  | { readonly kind: "not-a-country"; readonly value: string; readonly near: string | null }
  | { readonly kind: "not-hours"; readonly value: string }
  | {
      readonly kind: "not-a-template";
      readonly value: string;
      readonly names: readonly string[];
      readonly problem: TemplateProblem;
    }
  | { readonly kind: "not-a-branch"; readonly value: string }
  | { readonly kind: "not-a-login"; readonly value: string }
  | { readonly kind: "not-a-person"; readonly value: string }
  | { readonly kind: "not-a-link"; readonly value: string }
  | { readonly kind: "not-a-channel"; readonly value: string }
  | { readonly kind: "not-a-file-name"; readonly value: string }
  | { readonly kind: "not-a-cadence"; readonly value: string }
  | { readonly kind: "not-an-extends"; readonly value: string };

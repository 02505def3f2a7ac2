/** Valid, but without effect: warnings. */
export type LaterDiagnostic =
  | { readonly kind: "section-later"; readonly section: string }
  | {
      readonly kind: "key-later";
      readonly key: string;
    }
  | { readonly kind: "dollar-braces"; readonly value: string; readonly meant: string | null }
  | { readonly kind: "typographic-quotes"; readonly value: string; readonly meant: string | null }
  | { readonly kind: "section-empty"; readonly section: string }
  | { readonly kind: "org-only"; readonly key: string }
  /** `way`: what the deployments are instead. */
  | { readonly kind: "service-environment"; readonly way: string };

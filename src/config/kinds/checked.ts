import { z } from "zod";
import type { ValueDiagnostic } from "./value-diagnostic.ts";

/** A text with its own grammar: `diagnose` returns what is wrong with it, or null. */
export function checked(diagnose: (value: string) => ValueDiagnostic | null) {
  return z.string().superRefine((value, context) => {
    const diagnostic = diagnose(value);
    if (diagnostic) context.addIssue({ code: "custom", message: diagnostic.kind, params: { complaint: diagnostic } });
  });
}

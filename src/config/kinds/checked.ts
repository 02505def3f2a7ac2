import { z } from "zod";
import type { ValueDiagnostic } from "./value-diagnostic.ts";

/** A text with its own grammar: `judge` returns what is wrong with it, or null. */
export function checked(judge: (value: string) => ValueDiagnostic | null) {
  return z.string().superRefine((value, context) => {
    const diagnostic = judge(value);
    if (diagnostic) context.addIssue({ code: "custom", message: diagnostic.kind, params: { complaint: diagnostic } });
  });
}

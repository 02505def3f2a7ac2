import { z } from "zod";
import type { Complaint } from "../complaint.ts";

/** A text with a grammar of its own: `judge` says what is wrong with it, or null. */
export function checked(judge: (value: string) => Complaint | null) {
  return z.string().superRefine((value, context) => {
    const complaint = judge(value);
    if (complaint) context.addIssue({ code: "custom", message: complaint.kind, params: { complaint } });
  });
}

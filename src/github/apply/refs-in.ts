import type { Action } from "../actions.ts";

/** The refs of earlier creates that an action cannot do without. A text that names one can: it shows `—` then. */
export function refsIn(action: Action): string[] {
  return Object.entries(action).flatMap(([field, value]: [string, unknown]) =>
    field !== "ref" && isRef(value) ? [value.ref] : [],
  );
}

function isRef(value: unknown): value is { readonly ref: string } {
  return typeof value === "object" && value !== null && "ref" in value && typeof value.ref === "string";
}

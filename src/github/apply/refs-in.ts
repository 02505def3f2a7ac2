import type { Action } from "../actions.ts";

/** The refs of earlier creates that an action requires. A text that only mentions one does not: it shows `—` then. */
export function refsIn(action: Action): string[] {
  return Object.entries(action).flatMap(([field, value]: [string, unknown]) => {
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return field === "ref" ? [] : values.filter(isRef).map(({ ref }) => ref);
  });
}

function isRef(value: unknown): value is { readonly ref: string } {
  return typeof value === "object" && value !== null && "ref" in value && typeof value.ref === "string";
}

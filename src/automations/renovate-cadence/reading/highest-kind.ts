import { KINDS, type Kind } from "./update.ts";

/** The highest kind of a group; `unknown` for none. */
export function highestKind(kinds: readonly Kind[]): Kind {
  return KINDS.find((kind) => kinds.includes(kind)) ?? "unknown";
}

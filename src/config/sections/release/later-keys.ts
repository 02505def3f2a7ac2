import type { Sentence } from "../../text/sentence.ts";
import type { Lane } from "./schema.ts";
import { signOffLater } from "./text.ts";

/** Keys of a lane that nothing acts on yet, with the warning; null: the usual one. */
export const laterLaneKeys = {
  "sign-off": signOffLater,
  version: null,
  tag: null,
  "check-in": null,
  "back-merge": null,
} as const satisfies { readonly [Key in keyof Lane]?: Sentence | null };

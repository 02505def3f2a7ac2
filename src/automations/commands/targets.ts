import { natural, targetCodec } from "../target-codec.ts";

/** `conversation/N`: one issue or pull request. */
export const targets = targetCodec({ conversation: natural });

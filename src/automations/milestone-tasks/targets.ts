import { natural, targetCodec } from "../target-codec.ts";

/** `milestones`, the list of all; `milestone/N`, one of them with its tasks. */
export const targets = targetCodec({ milestones: null, milestone: natural });

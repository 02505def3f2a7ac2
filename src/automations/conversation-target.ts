import { natural, targetCodec } from "./target-codec.ts";

/** `conversation/N`: one issue or pull request, whose commands are answered; for whoever finds one unanswered, too. */
export const conversations = targetCodec({ conversation: natural });

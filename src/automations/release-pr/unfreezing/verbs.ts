import type { Verb } from "../../../commands/declaration.ts";

export const VERBS: readonly Verb[] = [
  {
    word: "unfreeze",
    usage: "/sre unfreeze The fix for payments cannot wait",
    about: {
      en: "lets this release pass the freeze, for a reason",
      ja: "理由を付けて、このリリースに限り凍結を解除します",
    },
    also: [],
  },
];

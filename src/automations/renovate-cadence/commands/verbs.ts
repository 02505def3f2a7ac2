import type { Verb } from "../../../commands/declaration.ts";

export const VERBS: readonly Verb[] = [
  {
    word: "cadence",
    usage: "/sre cadence quarterly",
    about: {
      en: "opens a pull request that changes how often updates are promised",
      ja: "約束する更新ペースを変更するプルリクエストを作成します",
    },
    also: [],
  },
];

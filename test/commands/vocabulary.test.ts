import { expect, test } from "vitest";
import type { Verb } from "../../src/commands/declaration.ts";
import { helpText, unknownWord } from "../../src/commands/vocabulary.ts";

const verbs: readonly Verb[] = [
  {
    word: "snooze",
    usage: "/sre snooze 2 days",
    about: { en: "gives it a later date", ja: "期日を延ばします" },
    also: ["assignee"],
  },
  {
    word: "take",
    usage: "/sre take",
    about: { en: "makes you the assignee", ja: "担当者になります" },
    also: ["assignee"],
  },
];

test.each([
  ["tkae", "en", "`/sre tkae` is not a command here. Did you mean `/sre take`?"],
  ["hlep", "en", "`/sre hlep` is not a command here. Did you mean `/sre help`?"],
  [
    "deploy",
    "en",
    "`/sre deploy` is not a command here. There are `/sre snooze` and `/sre take`. `/sre help` says what is possible.",
  ],
  ["snoze", "ja", "`/sre snoze` というコマンドはここにはありません。`/sre snooze` のことでしょうか。"],
  [
    "deploy",
    "ja",
    "`/sre deploy` というコマンドはここにはありません。使えるのは `/sre snooze`、`/sre take` です。一覧は `/sre help` で確認できます。",
  ],
] as const)("%s, in %s", (word, language, line) => {
  expect(unknownWord(word, verbs, language)).toBe(line);
});

test("without any command, the only answer is where to find help", () => {
  expect(unknownWord("deploy", [], "en")).toBe(
    "`/sre deploy` is not a command here. `/sre help` says what is possible.",
  );
});

test.each(["@acme/everybody", "`@alice`", "<!--", "x".repeat(5_000)])("a word stays harmless and short: %j", (word) => {
  const line = unknownWord(word, verbs, "en");
  expect(line.length).toBeLessThan(200);
  expect(line.replace(/(`+)[^`].*?[^`]\1(?!`)/g, "")).not.toMatch(/@|<!--/);
});

test("what is possible, one line each", () => {
  expect(helpText(verbs, "en")).toBe(
    [
      "What you can ask for here, each at the start of a line of a new comment:",
      "",
      "- `/sre snooze 2 days` gives it a later date.",
      "- `/sre take` makes you the assignee.",
      "- `/sre help` shows this list.",
      "",
      "Detoil listens to people with write access and to the issue's assignees.",
    ].join("\n"),
  );
  expect(helpText(verbs, "ja")).toBe(
    [
      "ここでは次のコマンドが使えます。新しいコメントの行頭に書いてください。",
      "",
      "- `/sre snooze 2 days`: 期日を延ばします。",
      "- `/sre take`: 担当者になります。",
      "- `/sre help`: この一覧を表示します。",
      "",
      "書き込み権限のある人と、Issue の担当者が使えます。",
    ].join("\n"),
  );
});

test("a text says so where only help is possible", () => {
  expect(helpText([], "en")).toBe("The only command here is `/sre help`.");
  expect(helpText([], "ja")).toBe("ここで使えるコマンドは `/sre help` だけです。");
});

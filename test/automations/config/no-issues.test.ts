import { expect, test } from "vitest";
import { FILE, LANE, shop } from "./world.ts";

const broken = (language = "en") => `version: 1\nlanguage: ${language}\nx: 1\ny: 2\n`;

const summaries = async (text: string, proposed: string, has_issues: boolean) => {
  const world = shop(text, { repo: { has_issues } });
  const number = world.propose({ [FILE]: proposed });
  await world.converge("default");
  await world.converge("pulls");
  return { issues: world.issues().length, summary: world.checks(number).at(-1)?.output.summary ?? "" };
};

test.each<[string, string, string]>([
  [
    "one that fixes it",
    LANE,
    "The sre.yml on `develop` has 2 problems. This repository has no issues, so only this check says so.",
  ],
  [
    "one that is broken too",
    broken("ja"),
    "`develop` の sre.yml には問題が2件あります。このリポジトリでは Issue を使えないため、このチェックだけでお知らせします。",
  ],
])("without issues the check says that the file on the default branch is broken: %s", async (_name, text, words) => {
  expect(await summaries(broken(), text, false)).toEqual({ issues: 0, summary: expect.stringContaining(words) });
  const reported = await summaries(broken(), text, true);
  expect(reported.issues).toBe(1);
  expect(reported.summary).not.toContain(words);
});

test("a valid file is not mentioned", async () => {
  expect((await summaries(LANE, `${LANE}language: en\n`, false)).summary).not.toContain("no issues");
});

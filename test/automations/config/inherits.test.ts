import { expect, test } from "vitest";
import { FILE, LANE, shop } from "./world.ts";

const SECRET = [
  "version: 1",
  "timezone: Asia/Hidden",
  "release: {lanes: [{from: hidden-branch, to: main, hold-labels: [hidden-label]}]}",
  "milestones: {match: 'hidden-*', tasks: [{key: hidden-key, title: Hidden title}]}",
  "hidden_setting: 1",
  "",
].join("\n");
const VALID = SECRET.replace("Asia/Hidden", "Asia/Tokyo").replace("hidden_setting: 1\n", "");
const base = (text: string, permission: object = {}) => ({ name: "acme/base", files: { [FILE]: text }, permission });

test.each([
  ["valid", VALID],
  ["broken", SECRET],
])("a person who may not read a %s file learns nothing of it, nor whether it exists", async (_, text) => {
  const seen: string[] = [];
  for (const repos of [[base(text)], []]) {
    const world = shop(LANE, { repos });
    const number = world.propose({ [FILE]: "version: 1\n_extends: base\n" });
    await world.converge(`pull/${number}`);
    const [run] = world.checks(number);
    expect(run?.conclusion).toBe("failure");
    expect(run?.output.summary).toContain("It inherits from `base`, which cannot be checked for you");
    expect(JSON.stringify(run)).not.toMatch(/hidden/i);
    seen.push(JSON.stringify(run?.output).replaceAll(run?.sha ?? "", "SHA"));
  }
  expect(seen[0]).toBe(seen[1]);
});

test("the file is checked for a person who may read it, and still nothing is quoted where others read along", async () => {
  for (const text of [VALID, SECRET]) {
    const world = shop(LANE, { repos: [base(text, { alice: "read" })] });
    const number = world.propose({ [FILE]: "version: 1\n_extends: base\n" });
    const result = await world.converge(`pull/${number}`);
    const [run] = world.checks(number);
    expect(run?.conclusion).toBe(text === VALID ? "success" : "failure");
    expect(run?.output.summary).not.toContain("cannot be checked for you");
    expect(JSON.stringify([run, result.plan, result.facts])).not.toMatch(/hidden/i);
  }
});

test("the issue does not quote errors of an inherited file, nor do the facts of a preview", async () => {
  const other = { name: "acme/base", files: { ".github/base.yml": SECRET } };
  const world = shop("version: 1\n_extends: base:.github/base.yml\n", { repos: [other] });
  const result = await world.converge("default");
  const [issue] = world.issues();
  expect(issue?.body).toContain(
    "`acme/base:.github/base.yml:5` There is a problem here, which is shown in that repository only.",
  );
  expect(JSON.stringify([issue, result.plan, result.facts, result.loaded.problems])).not.toMatch(/hidden/i);
});

test("effects of the organization's default are hidden from people who may only read this repository", async () => {
  const org = { name: "acme/.github", files: { [FILE]: VALID } };
  const world = shop(LANE, { repos: [org] });
  const deletion = world.propose({ [FILE]: null });
  await world.converge(`pull/${deletion}`);
  expect(JSON.stringify(world.checks(deletion))).not.toMatch(/hidden/i);
  const first = shop(null, { repos: [org] });
  const number = first.propose({ [FILE]: LANE });
  await first.converge(`pull/${number}`);
  expect(JSON.stringify(first.checks(number))).not.toMatch(/hidden/i);
  expect(first.checks(number)[0]?.output.summary).toContain("from `develop` to `main`");
});

test.each(["base:sre.yml", "base:conf/base.yml", "base:.github/../x.yml", "base:.github/secrets.json"])(
  "%s cannot be inherited: only YAML under .github can",
  async (target) => {
    const world = shop(LANE);
    const number = world.propose({ [FILE]: `version: 1\n_extends: ${target}\n` });
    await world.converge(`pull/${number}`);
    expect(world.checks(number)[0]?.output.summary).toContain("does not name a file that can be inherited");
  },
);

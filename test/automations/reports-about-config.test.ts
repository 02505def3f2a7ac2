import { expect, test } from "vitest";
import { previewOf, worldOfReport } from "./report.ts";

/** null where the reports are not beside this checkout. */
async function planOf(automation: string, report: string): Promise<readonly object[] | null> {
  const world = worldOfReport(report);
  return world === null ? null : (await previewOf(automation, world)).plan;
}

test("its issue about sre.yml is found before sixty later tasks", async () => {
  const plan = await planOf("config", "config-issue-before-sixty-tasks");
  if (plan === null) return;
  // It has the words of an older version, and says the same.
  expect(plan).toEqual([]);
});

test("its issue about a missing branch is found behind many tasks, and closed when the branch exists", async () => {
  const plan = await planOf("release-pr", "notice-behind-many-tasks");
  if (plan !== null) expect(plan).toMatchObject([{ action: "update-issue", number: 26, state: "closed" }]);
});

test.each([
  ["first-sre-yaml-pull", ".github/sre.yaml"],
  ["first-sre-yml-root-pull", "sre.yml"],
  ["first-upper-case-pull", ".github/SRE.yml"],
])("%s: a failing check names the right path", async (report, path) => {
  const plan = await planOf("config", report);
  if (plan === null) return;
  expect(plan).toMatchObject([{ action: "set-check-run", name: "Detoil / config", conclusion: "failure" }]);
  expect(JSON.stringify(plan)).toContain(`${path} is not read: it must be .github/sre.yml`);
});

test("sre-yaml: an issue names the file that was found and the right path", async () => {
  const plan = await planOf("config", "sre-yaml");
  if (plan === null) return;
  expect(plan).toMatchObject([{ action: "create-issue" }]);
  expect(JSON.stringify(plan)).toMatch(/`\.github\/sre\.yaml`.*`\.github\/sre\.yml`/);
});

test.each(["release-pr", "milestone-tasks"])(
  "sre-yaml.preview: %s says that there is no such file",
  async (automation) => {
    const world = worldOfReport("sre-yaml");
    if (world === null) return;
    expect(await previewOf(automation, world)).toEqual({
      plan: [],
      stderr: `\`${automation}\` is off in acme/shop: there is no .github/sre.yml. Try one that is on this machine with --config FILE, or on a branch with --ref REF.\n`,
    });
  },
);

test("first-sre-yml-three-milestones: the check says how many issues it creates", async () => {
  const plan = await planOf("config", "first-sre-yml-three-milestones");
  if (plan !== null) expect(JSON.stringify(plan)).toContain("3 open milestones will get 2 tasks each (6 issues)");
});

import { expect, test } from "vitest";
import { FILE, LANE, shop } from "./world.ts";

const MILESTONES = "version: 1\nmilestones: {tasks: [{key: a, title: A}, {key: b, title: B}]}\n";
const RIGHT = ".github/sre.yml";

test.each([".github/sre.yaml", "sre.yml", "sre.yaml", ".github/SRE.yml", ".github/Sre.YAML"])(
  "a pull request that adds %s gets the right name (probot/probot#422)",
  async (path) => {
    const world = shop(null);
    const number = world.propose({ [path]: LANE });
    expect((await world.converge("pulls")).facts).toMatchObject({ pulls: [{ number, misnamed: path }] });
    const { conclusion, output } = world.checks(number)[0] ?? {};
    expect(conclusion).toBe("failure");
    expect(output?.title).toBe(`${path} is not read: it must be ${RIGHT}`);
    expect(output?.summary).toContain(`Rename it to \`${RIGHT}\`.`);
    world.act("alice", "push", {
      branch: "change-1",
      commits: [{ message: "Rename", files: { [path]: null, [FILE]: LANE } }],
    });
    await world.converge(`pull/${number}`);
    expect(world.checks(number).at(-1)?.conclusion).toBe("success");
  },
);

test("beside the right file such a name belongs to somebody else, and other names are ignored", async () => {
  const world = shop(LANE);
  const both = world.propose({ "sre.yml": "x: 1\n" });
  expect((await world.reconcile(`pull/${both}`)).plan).toEqual([]);
  const bare = shop(null);
  const other = bare.propose({ "docs/sre.yml": "x: 1\n", ".github/workflows/sre.yml": "x: 1\n", "my-sre.yaml": "x\n" });
  expect((await bare.reconcile(`pull/${other}`)).plan).toEqual([]);
});

test("renaming the file to such a name is more than a deletion", async () => {
  const world = shop(LANE);
  const number = world.propose({ [FILE]: null, ".github/sre.yaml": LANE });
  await world.converge(`pull/${number}`);
  expect(world.checks(number).at(-1)).toMatchObject({ conclusion: "failure" });
});

test("one issue reports it on the default branch, closes when the file is renamed, and stays closed if a person closed it", async () => {
  const world = shop(null);
  world.land({ ".github/sre.yaml": LANE });
  await world.converge("default");
  const [issue] = world.issues();
  expect(issue).toMatchObject({ state: "open", title: `.github/sre.yaml is not read: it must be ${RIGHT}` });
  world.land({ ".github/sre.yaml": null, [FILE]: LANE });
  await world.converge("default");
  expect(issue?.state).toBe("closed");
  world.land({ "sre.yml": LANE, [FILE]: null });
  await world.converge("default");
  expect(issue?.state).toBe("open");
  world.act("alice", "close-issue", { number: issue?.number });
  expect((await world.converge("default")).plan).toEqual([]);
  expect(world.issues()).toHaveLength(1);
});

test("the check on a first sre.yml says how many issues it creates, and which milestones are left alone", async () => {
  const milestone = (number: number, due_on: string | null) => ({ number, title: `v${number}`, due_on });
  const milestones = [
    milestone(1, "2019-03-02T08:00:00Z"),
    milestone(2, "2026-11-01T07:00:00Z"),
    milestone(3, null),
    milestone(4, "2026-12-04T08:00:00Z"),
  ];
  const world = shop(null, { repo: { milestones } });
  const number = world.propose({ [FILE]: MILESTONES });
  await world.converge(`pull/${number}`);
  expect(world.checks(number)[0]?.output.summary).toContain(
    "- 3 open milestones will get 2 tasks each (6 issues), and a parent issue: `a`, `b`. 1 milestone that was due more than 30 days ago will be left alone.\n",
  );
});

test("so does the check on additional tasks, and a file without any needs no milestones", async () => {
  const world = shop(MILESTONES, { repo: { milestones: [{ number: 1, title: "v1" }] } });
  const more = world.propose({ [FILE]: MILESTONES.replace("}]}", "}, {key: c, title: C}]}") });
  await world.converge(`pull/${more}`);
  expect(world.checks(more)[0]?.output.summary).toContain(
    "- A task will be added to every open milestone (1 issue): `c`.",
  );
});

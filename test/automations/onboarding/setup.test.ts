import { expect, test } from "vitest";
import { commandsFor } from "../../../src/automations/commands/index.ts";
import { milestoneTasks } from "../../../src/automations/milestone-tasks/index.ts";
import { onboarding } from "../../../src/automations/onboarding/index.ts";
import { linesOf } from "../../config/check-text.ts";
import { onboardingWorld } from "./world.ts";

const commands = commandsFor([milestoneTasks, onboarding]);
const LANES = "version: 1\nrelease: {lanes: [{from: develop, to: main}]}\n";
const TASK = '<!-- detoil:task {"milestone":1,"key":"freeze"} -->';

/** What Detoil answers in an issue of acme/shop, or in the pull request #1. */
async function answer(
  said: string,
  {
    as = "alice",
    number = 7,
    body = "",
    granted = null,
    ...given
  }: {
    as?: string;
    number?: number;
    body?: string;
    granted?: Readonly<Record<string, "read" | "write">> | null;
  } & Parameters<typeof onboardingWorld>[0] = {},
) {
  const user = body === "" ? "eve" : "detoil[bot]";
  const issues = [{ number: 7, title: "Slow", user, body }];
  const world = onboardingWorld({ ...given, repo: { issues, ...given.repo } });
  world.act(as, "comment", { number, body: said });
  const { requests } = await world.converge(commands, `conversation/${number}`, { granted });
  const item = world.repo.issues.get(number) ?? world.repo.pulls.get(number);
  const [asked, ...replies] = item?.comments ?? [];
  return {
    replies: replies.map((one) => one.body),
    reactions: asked?.reactions.map(({ content }) => content),
    requests,
  };
}

test.each<[string, Parameters<typeof answer>[1]]>([
  ["an issue", {}],
  ["a pull request", { number: 1 }],
  ["a public repository", { repo: { private: false } }],
  ["one that is not selected for the issue, because all are", { selected: "all" }],
  [
    "the issue of a task",
    {
      body: TASK,
      repo: { files: { ".github/sre.yml": "version: 1\nmilestones: {tasks: [{key: freeze, title: F}]}\n" } },
    },
  ],
])("in %s it answers with the file, or with what the file lacks", async (_name, given) => {
  const { replies, reactions, requests } = await answer("/sre setup", given);
  expect(reactions).toEqual(["eyes"]);
  expect(replies).toHaveLength(1);
  const [, file = ""] = /```yaml\n([\s\S]*?)```/.exec(replies[0] ?? "") ?? [];
  expect(linesOf(file.startsWith("version") ? file : `version: 1\n${file}`)).toEqual([]);
  expect(file).toContain("release:\n  lanes:\n    - from: develop\n");
  expect(requests.rest + requests.graphql).toBeLessThanOrEqual(12);
});

test("somebody who may not write gets one reaction and no answer", async () => {
  expect(await answer("/sre setup", { as: "eve", repo: { private: false } })).toMatchObject({
    replies: [],
    reactions: ["confused"],
  });
});

test.each<[string, object, RegExp, boolean]>([
  [
    "a file that lacks something",
    { ".github/sre.yml": "version: 1\n" },
    /^\*\*\[`\.github\/sre\.yml`\]\(\S+\) is there already\.\*\* What GitHub shows of the last 90 days would add this \(\[open it in the editor\]\(\S+\/edit\/develop\/\.github\/sre\.yml\)\):/,
    true,
  ],
  [
    "a file that has everything",
    { ".github/sre.yml": `${LANES}four-keys: {deployments: {merge: main}}\n` },
    /^\*\*\[`\S+`\]\(\S+\) is there already\.\*\* It has a section for everything that GitHub shows/,
    false,
  ],
  [
    "a file with errors",
    { ".github/sre.yml": "version: 2\n" },
    /is there already, with errors:\*\* fix them first/,
    false,
  ],
  [
    "a file with almost the right name",
    { "sre.yaml": LANES },
    /^\*\*`sre\.yaml` is not read\*\*, so nothing in it happens\. Rename it to `\.github\/sre\.yml`\./,
    false,
  ],
])("%s", async (_name, files, says, hasFile) => {
  const { replies } = await answer("/sre setup", { repo: { files } });
  expect(replies).toEqual([expect.stringMatching(says)]);
  expect(replies[0]?.includes("\nrelease:") ?? false).toBe(hasFile);
});

test("twenty times in one comment, the file is in the reply once", async () => {
  const { replies } = await answer(Array.from({ length: 20 }, () => "/sre setup").join("\n"));
  expect(replies[0]?.match(/```yaml/g)).toHaveLength(1);
  expect(replies[0]?.match(/As above\./g)).toHaveLength(19);
});

test("beside a command about the task here, each answers for itself", async () => {
  const files = { ".github/sre.yml": `${LANES}milestones: {tasks: [{key: freeze, title: F}]}\n` };
  const { replies } = await answer("/sre take\n/sre setup", {
    body: TASK,
    repo: { files, milestones: [{ number: 1, title: "v1" }] },
  });
  expect(replies).toEqual([expect.stringMatching(/^`\/sre take`: Now assigned to alice\.\n\n`\/sre setup`:\s+\*\*\[/)]);
});

test("without a permission for deployments and pull requests it answers with what it may read", async () => {
  const granted = { metadata: "read", contents: "read", issues: "write" } as const;
  const { replies } = await answer("/sre setup", { granted });
  expect(replies).toEqual([expect.stringMatching(/# develop → main: guessed from the branches' names\./)]);
});

test("a team that writes Japanese is answered in Japanese, to the last line", async () => {
  const { replies } = await answer("/sre setup", {
    repo: { pulls: [], milestones: [{ number: 1, title: "カートのリリース" }] },
  });
  expect(replies[0]).toMatch(/^以下は、GitHub に表示されている直近90日間の状況に合わせた案です。/);
  expect(replies[0]).toContain("コマンドの一覧は `/sre help` で表示できます");
});

test("help lists it where nothing else is to be asked for", async () => {
  const { replies } = await answer("/sre help");
  expect(replies[0]).toContain("- `/sre setup` answers with a sre.yml that fits this repository.\n");
  expect(replies[0]).toContain("More commands are for the issues of milestone tasks.");
});

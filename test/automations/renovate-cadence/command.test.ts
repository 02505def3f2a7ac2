import { expect, test } from "vitest";
import type { Automation } from "../../../src/automations/automation.ts";
import { commandsFor } from "../../../src/automations/commands/index.ts";
import { conversations } from "../../../src/automations/conversation-target.ts";
import { commands as cadenceCommands } from "../../../src/automations/renovate-cadence/commands/index.ts";
import { ISSUE as BLOCK } from "../../../src/automations/renovate-cadence/issue-key.ts";
import { marker } from "../../../src/markdown/marker.ts";
import { registryWith } from "../../github/registry.ts";
import { type ReconcileOptions, worldOf } from "../world.ts";

const ISSUE = 5;
const SRE = [
  "version: 1",
  "# decided by everybody",
  "renovate:",
  "  cadence: monthly # for now",
  "  owners: [alice]",
  "",
].join("\n");
const PERMISSIONS = { metadata: "read", issues: "write", pull_requests: "write", contents: "write" };

const commands = commandsFor([
  { name: "renovate-cadence", section: "renovate", commands: cadenceCommands } as Automation,
]);
const target = conversations.format({ kind: "conversation", value: ISSUE });

/** acme/shop (public; alice may write, bo may not), whose sre.yml promises something, and the issue about it. */
function shop(file: string | null = SRE, organizations: string | null = null) {
  const others = [
    { name: "acme/.github", private: false, files: organizations === null ? {} : { ".github/sre.yml": organizations } },
  ];
  const world = worldOf({
    now: "2026-11-20T01:00:00Z",
    app: { slug: "detoil", id: 1, permissions: PERMISSIONS },
    users: [{ login: "alice" }, { login: "bo" }],
    repos: [
      {
        name: "acme/shop",
        private: false,
        permission: { alice: "write" },
        commits: [{ sha: "start", message: "Start", files: file === null ? ["a.ts"] : { ".github/sre.yml": file } }],
        branches: { main: "start" },
        issues: [
          { number: ISSUE, title: "Dependency cadence", body: `Monthly.\n\n${marker(BLOCK)}`, user: "detoil[bot]" },
        ],
      },
      ...others,
    ],
  });
  const { repo } = world;
  const replies = () => repo.issues.get(ISSUE)?.comments.filter(({ user }) => user === "detoil[bot]") ?? [];
  const reply = () => replies().at(-1)?.body.split("\n\n<sub>")[0];
  return {
    ...world,
    replies,
    reply,
    /** A person comments, and Detoil answers: its last reply. */
    async say(as: string, body: string, options: ReconcileOptions = {}) {
      world.act(as, "comment", { number: ISSUE, body });
      await world.converge(commands, target, options);
      return reply();
    },
    pulls: () => [...repo.pulls.values()],
    fileOn: (branch: string) =>
      [...repo.commits.values()].findLast(({ sha }) => sha === repo.branches.get(branch))?.files.get(".github/sre.yml"),
  };
}

test("a pull request changes one value in the file, asked twice it is the same one, and after its end another", async () => {
  const world = shop();
  expect(await world.say("alice", "/sre cadence quarterly")).toBe(
    "#6 changes the promise from `monthly` to `quarterly`. It is in force once that is merged.",
  );
  const [pull] = world.pulls();
  expect(pull).toMatchObject({
    title: "Promise dependency updates: quarterly",
    head: "detoil/cadence",
    base: "main",
    draft: false,
    user: "detoil[bot]",
  });
  expect(pull?.body).toContain(
    "**Changes the promise for dependency updates from `monthly` to `quarterly`.** alice asked for it in #5.",
  );
  expect(world.fileOn("detoil/cadence")).toBe(SRE.replace("monthly", "quarterly"));
  expect(world.fileOn("main")).toBe(SRE);

  world.act("alice", "edit-pull", { number: 6, body: `Please, all.\n\n${pull?.body}` });
  expect(await world.say("alice", "/sre cadence 45 days")).toContain(
    "#6 changes the promise from `monthly` to `45 days`.",
  );
  expect(world.pulls()).toHaveLength(1);
  expect(world.pulls()[0]?.title).toBe("Promise dependency updates: 45 days");
  expect(world.pulls()[0]?.body).toMatch(/^Please, all\.\n\n[\s\S]*to `45 days`/);
  expect(world.fileOn("detoil/cadence")).toBe(SRE.replace("monthly", "45 days"));

  world.act("alice", "merge-pull", { number: 6 });
  expect(await world.say("alice", "/sre cadence 45 days")).toBe("The promise is `45 days` already.");
  expect(await world.say("alice", "/sre cadence weekly")).toContain(
    "#7 changes the promise from `45 days` to `weekly`.",
  );
  expect(world.fileOn("detoil/cadence")).toBe(SRE.replace("monthly", "weekly"));
  expect(await world.say("alice", "/sre cadence 45 days")).toBe(
    "The promise is `45 days` already. #7 would change it: close it if it is not wanted any more.",
  );
});

test("without write access to contents the reply has the change, and opens the editor", async () => {
  const world = shop();
  const granted = { ...PERMISSIONS, contents: "read" } as const;
  expect(await world.say("alice", "/sre cadence quarterly", { granted })).toBe(
    [
      "Detoil may not write files here (**Contents: Read and write** is not granted). Change it yourself: [open sre.yml in the editor](https://github.com/acme/shop/edit/main/.github/sre.yml), change this, and propose it.",
      "```diff\n # decided by everybody\n renovate:\n-  cadence: monthly # for now\n+  cadence: quarterly # for now\n   owners: [alice]\n\n```",
    ].join("\n\n"),
  );
  expect(world.pulls()).toEqual([]);
});

test("what GitHub refuses, the next reply says with GitHub's words", async () => {
  const world = shop();
  await world.fails({ match: { method: "POST", path: "/repos/acme/shop/git/refs" }, times: 1, status: 422 });
  world.act("alice", "comment", { number: ISSUE, body: "/sre cadence quarterly" });
  const { applied } = await world.reconcile(commands, target, {});
  expect(applied?.refused.map(({ action }) => action)).toEqual(["create-branch"]);
  expect(world.replies()).toEqual([]);
  const refusals = applied?.refused ?? [];
  const writing = { registry: registryWith({ refusals: refusals.map(({ hash }) => hash) }) };
  await world.reconcile(commands, target, { refusals, writing });
  expect(world.reply()).toMatch(
    /^GitHub refused Detoil's pull request: `The simulated GitHub was told to answer 422`\. Change it yourself: .*```diff/s,
  );
  expect(world.pulls()).toEqual([]);
});

test("a reply that was lost is given again, without a second pull request", async () => {
  const world = shop();
  await world.fails({ match: { method: "POST", path: "/repos/acme/shop/issues/5/comments" }, times: 1, status: 502 });
  await expect(world.say("alice", "/sre cadence quarterly")).rejects.toThrow();
  await world.converge(commands, target);
  expect(world.reply()).toContain("#6 changes the promise from `monthly` to `quarterly`.");
  expect(world.pulls()).toHaveLength(1);
});

test.each([
  [
    "/sre cadence",
    "Which one? A cadence is `weekly`, `biweekly`, `monthly`, `quarterly`, `half-yearly`, or a number of days, for example `/sre cadence 45 days`.",
  ],
  ["/sre cadence soon", "`soon` is not a cadence. A cadence is `weekly`,"],
  ["/sre cadence Monthly", "The promise is `monthly` already."],
  ["/sre help", "- `/sre cadence quarterly` opens a pull request that changes how often updates are promised."],
])("%s", async (comment, answer) => {
  const world = shop();
  expect(await world.say("alice", comment)).toContain(answer);
  expect(world.pulls()).toEqual([]);
});

test.each([
  [
    "version: 1\n_extends: .github\nrenovate: {owners: [alice]}\n",
    "version: 1\nrenovate: {cadence: monthly}\n",
    "`cadence` comes from a file of [acme/.github](https://github.com/acme/.github), which sre.yml extends. Change it there for every repository that extends it, or [add this to sre.yml](https://github.com/acme/shop/edit/main/.github/sre.yml) for this one:\n\n```yaml\nrenovate:\n  cadence: quarterly\n```",
  ],
  [
    null,
    "version: 1\nrenovate: {cadence: monthly}\n",
    "`cadence` comes from the organization's [sre.yml](https://github.com/acme/.github/blob/HEAD/.github/sre.yml). Change it there for every repository, or create `.github/sre.yml` here for this one:\n\n```yaml\nversion: 1\n_extends: .github\nrenovate:\n  cadence: quarterly\n```",
  ],
  [
    "version: 1\nrenovate: {cadence: monthy}\n",
    null,
    "Nothing was changed. [sre.yml](https://github.com/acme/shop/blob/HEAD/.github/sre.yml) has errors, so nothing new in it is in force: fix them first.",
  ],
  [
    "version: 1\nrenovate: {cadence: &often monthly}\nmilestones: {tasks: [{key: a, title: *often}]}\n",
    null,
    "sre.yml does not hold `cadence` as a plain value that Detoil could change. [Open it in the editor](https://github.com/acme/shop/edit/main/.github/sre.yml) and set it to `quarterly`.",
  ],
])("where the file does not hold the value itself: %#", async (file, organizations, answer) => {
  const world = shop(file, organizations);
  expect(await world.say("alice", "/sre cadence quarterly")).toBe(answer);
  expect(world.pulls()).toEqual([]);
});

test("whoever may not write may not ask for it", async () => {
  const world = shop();
  expect(await world.say("bo", "/sre cadence quarterly")).toBeUndefined();
  expect(world.pulls()).toEqual([]);
});

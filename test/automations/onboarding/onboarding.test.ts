import { expect, test } from "vitest";
import type { InstallationReads, ReconcileContext } from "../../../src/automations/automation.ts";
import { onboarding } from "../../../src/automations/onboarding/index.ts";
import { installationRead } from "../../../src/engine/reconcile.ts";
import { linesOf } from "../../config/check-text.ts";
import type { TestWorld } from "../world.ts";
import { onboardingWorld } from "./world.ts";

const FILE = "version: 1\n";
const ORG = (text: string, more: object = {}) => ({
  name: "acme/.github",
  files: { ".github/sre.yml": text },
  ...more,
});

const look = (world: TestWorld, options: Parameters<TestWorld["reconcile"]>[2] = {}) =>
  world.reconcile(onboarding, "repository", options);
const bodyOf = (plan: Awaited<ReturnType<typeof look>>["plan"]): string => {
  const [action] = plan;
  return action?.action === "create-issue" ? action.body : "";
};

test("one issue, which names what was seen and opens the editor; after it nothing is left to do", async () => {
  const world = onboardingWorld();
  const { plan, requests } = await world.converge(onboarding, "repository");
  expect(plan).toMatchObject([{ action: "create-issue", identity: "issue/onboarding", bulk: true }]);
  const body = bodyOf(plan);
  expect(body).toContain("\n**With this file, those 90 days would have had 2 release pull requests and ");
  expect(body).toContain("# develop → main: merged 2 times.\nrelease:");
  const [, url = ""] = /\*\*\[Open it in GitHub's editor\]\((\S+)\)\*\*/.exec(body) ?? [];
  const value = new URL(url).searchParams.get("value") ?? "";
  expect(linesOf(value)).toEqual([]);
  expect(body).toContain(`\`\`\`yaml\n${value}\`\`\``);
  expect(requests.rest + requests.graphql).toBeLessThanOrEqual(11);
});

const many = (count: number, more: object = {}) =>
  Array.from({ length: count }, (_, at) => ({
    name: `acme/r${at}`,
    pushed_at: `2026-11-${String(19 - (at % 19)).padStart(2, "0")}T00:00:00Z`,
    ...more,
  }));
const all = (repos: readonly { readonly name: string }[]) => ["acme/shop", ...repos.map(({ name }) => name)];
const late = { pushed_at: "2026-11-01T00:00:00Z" };

test.each<[string, Parameters<typeof onboardingWorld>[0], string | null]>([
  ["a public repository", { repo: { private: false } }, "public"],
  ["a fork", { repo: { fork: true } }, "others"],
  ["no issues", { repo: { has_issues: false } }, "others"],
  ["a file", { repo: { files: { ".github/sre.yml": FILE } } }, "file"],
  ["a file with errors", { repo: { files: { ".github/sre.yml": "version: 2\n" } } }, "broken"],
  ["a file with almost the right name", { repo: { files: { ".github/sre.yaml": FILE } } }, "misnamed"],
  ["almost the right name in the root, in capitals", { repo: { files: { "SRE.yml": FILE } } }, "misnamed"],
  ["an installation on all repositories", { selected: "all" }, "all"],
  ["the organization's file speaks for it", { repos: [ORG(FILE)], selected: all([ORG(FILE)]) }, "file"],
  [
    "the organization does not want it",
    {
      repos: [ORG("version: 1\nrepositories: [web]\norg: {onboarding: false}\n")],
      selected: all([ORG("")]),
    },
    "organization",
  ],
  ["nine others were pushed to later", { repo: late, repos: many(9), selected: all(many(9)) }, null],
  ["ten others were pushed to later", { repo: late, repos: many(10), selected: all(many(10)) }, "others"],
  [
    "ten others, one of which has a file",
    {
      repo: late,
      repos: [...many(9), { name: "acme/z", files: { ".github/sre.yml": FILE } }],
      selected: [...all(many(9)), "acme/z"],
    },
    null,
  ],
  [
    "ten others that get none: public, forks, archived, or not selected",
    {
      repo: late,
      repos: [
        ...many(3, { private: false }),
        { name: "acme/a", fork: true },
        { name: "acme/b", archived: true },
        ...many(12).slice(3),
      ],
      selected: ["acme/shop", "acme/r0", "acme/r1", "acme/r2", "acme/a", "acme/b"],
    },
    null,
  ],
])("%s", async (_name, given, why) => {
  const { plan, facts } = await look(onboardingWorld(given));
  expect(facts).toMatchObject(why === null ? { offered: true } : { offered: false, why });
  expect(plan).toHaveLength(why === null ? 1 : 0);
});

test("three hundred repositories: ten of them, the latest, whoever asks, without those that have a file", async () => {
  const repos = many(300).map((repo, at) => ({
    ...repo,
    pushed_at: new Date(Date.parse("2026-11-19T00:00:00Z") - at * 60_000).toISOString(),
    ...(at < 60 ? { files: { ".github/sre.yml": FILE } } : {}),
  }));
  const chosen: string[] = [];
  for (const name of ["acme/r59", "acme/r60", "acme/r69", "acme/r70", "acme/r299"]) {
    const world = onboardingWorld({ repo: late, repos, selected: all(repos), name });
    const { plan, requests } = await look(world, { apply: false });
    if (plan.length > 0) chosen.push(name);
    // The list in four pages, the files in two, the file here and in .github, the search, the history.
    expect(requests.rest + requests.graphql).toBeLessThanOrEqual(14);
  }
  expect(chosen).toEqual(["acme/r60", "acme/r69"]);
});

test("installed on all repositories, it is made in the private .github alone, and speaks for no repository yet", async () => {
  const world = onboardingWorld({ selected: "all", repos: [{ name: "acme/.github" }], name: "acme/.github" });
  const { plan } = await world.converge(onboarding, "repository");
  expect(bodyOf(plan)).toContain("**Detoil is installed on all repositories and does nothing yet:**");
  const [, file = ""] = /```yaml\n([\s\S]*?)```/.exec(bodyOf(plan)) ?? [];
  expect(linesOf(file)).toEqual([]);
  expect(file).toContain("repositories:\n  - .github\n");
  const open = onboardingWorld({
    selected: "all",
    repos: [{ name: "acme/.github", private: false }],
    name: "acme/.github",
  });
  expect((await look(open)).plan).toEqual([]);
});

test("the organization's repository, where it is one of those that are selected, is offered a file for itself", async () => {
  const repos = [{ name: "acme/.github" }];
  const { plan } = await look(onboardingWorld({ repos, selected: all(repos), name: "acme/.github" }));
  expect(bodyOf(plan)).toContain("**Detoil is installed here and does nothing yet:**");
  expect(bodyOf(plan)).toContain("repositories:\n  - .github\n");
});

test("an empty repository gets the issue without a link", async () => {
  const { plan } = await onboardingWorld({ repo: { commits: [], branches: {}, pulls: [] } }).converge(
    onboarding,
    "repository",
  );
  expect(bodyOf(plan)).toContain("This repository has no commit yet");
  expect(bodyOf(plan)).toContain("Commit it as `.github/sre.yml`.");
  expect(bodyOf(plan)).not.toContain("/new/");
});

test("whoever runs Detoil has switched it off", async () => {
  const world = onboardingWorld();
  const { plan, facts } = await look(world, { installation: installationRead(world.connect(), false) });
  expect([plan, facts]).toEqual([[], { offered: false, why: "operator" }]);
});

test("a token that is not told where Detoil is installed shows what a selected repository gets, and says so", async () => {
  const world = onboardingWorld({ selected: "all" });
  const unknown: InstallationReads = { ...installationRead(world.connect(), true), repositories: async () => null };
  const { plan, emptyReason } = await look(world, { installation: unknown, apply: false });
  expect(plan).toHaveLength(1);
  expect(emptyReason).toMatch(/^Where Detoil is installed is told to the App alone/);
});

test("a closed issue ends it, also after it was opened again, and so does a deleted one", async () => {
  const world = onboardingWorld();
  await look(world);
  const [number] = [...world.repo.issues.keys()];
  world.act("alice", "close-issue", { number });
  expect(await look(world)).toMatchObject({ plan: [], facts: { why: "answered" } });
  world.act("alice", "reopen-issue", { number });
  expect(await look(world)).toMatchObject({ plan: [], facts: { why: "answered" } });

  const payload = { issue: { user: { login: "detoil[bot]" }, body: world.repo.issues.get(number ?? 0)?.body } };
  const event = { name: "issues", action: "deleted", installationId: 1, sender: "alice", payload } as const;
  const repository = { id: 1, owner: "acme", name: "shop" };
  const keys = onboarding.observes?.({ ...event, repository }, { slug: "detoil", login: "detoil[bot]" });
  expect(keys).toEqual(["deleted"]);
  const others = { issue: { ...payload.issue, user: { login: "eve" } } };
  expect(
    onboarding.observes?.({ ...event, repository, payload: others }, { slug: "detoil", login: "detoil[bot]" }),
  ).toEqual([]);
});

test("when the file arrives the issue says so and is closed, once", async () => {
  const world = onboardingWorld();
  await look(world);
  const [number = 0] = [...world.repo.issues.keys()];
  const push = { branch: "develop", commits: [{ message: "Set up", files: { ".github/sre.yml": FILE } }] };
  world.act("alice", "push", push);
  const { plan } = await world.converge(onboarding, "repository");
  expect(plan).toMatchObject([{ action: "update-issue", number, state: "closed", state_reason: "completed" }]);
  const body = world.repo.issues.get(number)?.body ?? "";
  expect(body).toContain("\n**sre.yml is on `develop`, thank you.** Detoil works by it from now on");
  expect(body).not.toContain("```yaml");
  world.act("alice", "reopen-issue", { number });
  expect((await look(world)).plan, "whoever opened it again wants it open").toEqual([]);
  world.act("alice", "push", { branch: "develop", commits: [{ message: "No", files: { ".github/sre.yml": null } }] });
  expect((await look(world)).plan, "it was offered once").toEqual([]);
});

test("titles in Japanese, or the organization's file, make it Japanese", async () => {
  const org = ORG("version: 1\nlanguage: ja\nrepositories: [web]\n");
  const byOrg = await look(onboardingWorld({ repos: [org], selected: all([org]) }));
  const titles = { pulls: [] as object[], milestones: [{ number: 1, title: "カートのリリース" }] };
  const byTitles = await look(onboardingWorld({ repo: titles }));
  for (const { plan } of [byOrg, byTitles]) {
    expect(bodyOf(plan)).toContain("\n**Detoil がインストールされましたが、まだ何もしていません。**");
    const [, file = ""] = /```yaml\n([\s\S]*?)```/.exec(bodyOf(plan)) ?? [];
    expect(linesOf(file)).toEqual([]);
    expect(file).toContain("\nlanguage: ja\n");
  }
});

test("names that carry markers, references or nothing visible are left out, and a fence stays closed", async () => {
  const labels = ["<!-- /detoil:onboarding -->", "{{ref:x}}", "a\u202Eb", "hold", "```"];
  const release = {
    base: "main",
    head: "rel```\u0060x",
    head_sha: "c1",
    state: "merged",
    merge_commit_sha: "m1",
    commits: ["c1"],
  };
  const repo = {
    branches: { main: "m1", develop: "c1", "rel```\u0060x": "c1" },
    labels: labels.map((name) => ({ name })),
    pulls: [1, 2].map((number) => ({ ...release, number, user: "alice", labels, merged_at: "2026-11-10T00:00:00Z" })),
    deployments: [
      {
        ...{ id: 1, sha: "m1", environment: "prod <!-- detoil:reply -->", created_at: "2026-11-18T00:00:00Z" },
        statuses: [{ state: "success", at: "2026-11-18T00:01:00Z" }],
      },
    ],
  };
  const { plan } = await onboardingWorld({ repo }).converge(onboarding, "repository");
  const body = bodyOf(plan);
  expect(body.match(/<!--/g)).toHaveLength(2);
  expect(body).not.toMatch(/\{\{ref|\u202E/);
  const [, , file = ""] = /^(`{3,})yaml\n([\s\S]*?)^\1$/m.exec(body) ?? [];
  expect(linesOf(file)).toEqual([]);
  expect(file).toContain("hold-labels:\n        - hold\n");
});

test("a push of sre.yml to the default branch wakes it, and nothing else", () => {
  const event = (ref: string, modified: readonly string[]) => ({
    ...{ name: "push", action: null, installationId: 1, sender: "alice" },
    repository: { id: 1, owner: "acme", name: "shop" },
    payload: { ref, repository: { default_branch: "main" }, commits: [{ modified }] },
  });
  const self: ReconcileContext["self"] = { slug: "detoil", login: "detoil[bot]" };
  expect(onboarding.targetsFor(event("refs/heads/main", [".github/sre.yml"]), self)).toEqual(["repository"]);
  expect(onboarding.targetsFor(event("refs/heads/main", ["README.md"]), self)).toEqual([]);
  expect(onboarding.targetsFor(event("refs/heads/x", [".github/sre.yml"]), self)).toEqual([]);
});

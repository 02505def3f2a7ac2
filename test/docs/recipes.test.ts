import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createSimulator, parseWorld } from "../../simulator/index.ts";
import { automations } from "../../src/automations/index.ts";
import { reconcile } from "../../src/engine/reconcile.ts";
import { connectToken } from "../../src/github/token.ts";
import { linesOf } from "../config/check-text.ts";

const docs = join(import.meta.dirname, "../../docs");
const recipe = (name: string): string => readFileSync(join(docs, "recipes", `${name}.yml`), "utf8");
const NAMES = readdirSync(join(docs, "recipes")).map((file) => file.replace(/\.yml$/, ""));

test("each recipe is valid to the last key, and the page shows it as it is", () => {
  const page = readFileSync(join(docs, "recipes.md"), "utf8");
  const shown = [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text]) => text);
  expect(shown.toSorted()).toEqual(NAMES.map(recipe).toSorted());
  for (const name of NAMES) expect(linesOf(recipe(name)), name).toEqual([]);
});

/** A pull request that waits on every branch but `main`, and a milestone. */
function world(name: string, now: string, more: object) {
  const pull = { number: 3, title: "Add a cart", user: "bo", base: "develop", head: "feat/x", head_sha: "p1" };
  const repo = {
    name: "acme/shop",
    default_branch: "develop",
    permission: { alice: "write", bo: "write", carol: "write" },
    files: { ".github/sre.yml": recipe(name) },
    commits: [
      { sha: "c1", parents: [], message: "start" },
      { sha: "p1", parents: ["c1"], message: "cart" },
      { sha: "m1", parents: ["c1", "p1"], message: "Merge pull request #3 from acme/feat/x" },
    ],
    branches: { main: "c1", staging: "m1", develop: "m1" },
    pulls: [{ ...pull, state: "merged", merge_commit_sha: "m1", commits: ["p1"] }],
    milestones: [{ number: 1, title: "v1.2", due_on: "2026-12-01T08:00:00Z" }],
    ...more,
  };
  return parseWorld({ now, users: ["alice", "bo", "carol"].map((login) => ({ login })), repos: [repo] }, "world");
}

/** What one automation would write, one line for each action, and its texts. */
async function played(name: string, automation: string, now = "2026-11-20T01:00:00Z", more: object = {}) {
  const simulator = createSimulator(world(name, now, more));
  const { apiUrl: baseUrl, fetch } = simulator;
  const github = connectToken({ baseUrl, fetch, token: simulator.installationToken("acme/shop"), slug: "detoil" });
  const [found] = automations.filter((one) => one.name === automation);
  if (found === undefined) throw new Error(`there is no automation ${automation}`);
  const repository = { id: 1, owner: "acme", name: "shop" };
  const texts: string[] = [];
  const lines: string[] = [];
  const targets = [...found.allTargets];
  for (const target of targets) {
    const { plan, fanOut } = await reconcile({
      ...{ github, repository, automation: found, target, now: new Date(now), webUrl: "http://github.test" },
      apply: false,
    });
    targets.push(...fanOut.filter((one) => !targets.includes(one)));
    for (const action of plan) {
      if ("body" in action && action.body !== undefined) texts.push(action.body);
      if (action.action === "create-pull-request") lines.push(`${action.head} → ${action.base}: ${action.title}`);
      if (action.action === "set-check-run" && automation === "branch-guard") lines.push(action.output.title);
      if (action.action === "create-issue") lines.push(`${action.title} (${action.assignees?.join() ?? "nobody"})`);
    }
  }
  return { lines, text: texts.join("\n") };
}

test.each<[string, string, readonly string[], RegExp]>([
  ["develop-main", "release-pr", ["develop → main: Release 2026-11-20"], /- \[ \] #3 @bo/],
  ["develop-staging-main", "release-pr", ["staging → main: Release 2026-11-20"], /- \[ \] #3 @bo/],
  ["monorepo", "release-pr", ["develop → main: Release 2026-11-20"], /with \*\*Create a merge commit\*\*/],
  ["monorepo", "four-keys", ["Four Keys (nobody)"], /./],
  [
    "github-flow",
    "milestone-tasks",
    ["Release notes for v1.2 (nobody)", "Publish v1.2 (nobody)", "v1.2: tasks (nobody)"],
    /Fri 27 Nov/,
  ],
  ["year-end-freeze", "release-pr", ["develop → main: リリース 2026-11-20"], /@bo/],
  [
    "rotation",
    "milestone-tasks",
    ["Code freeze for v1.2 (alice)", "v1.2: tasks (nobody)"],
    /into `develop` from now on\.\n\n/,
  ],
])("%s, played: %s", async (name, automation, lines, text) => {
  const seen = await played(name, automation);
  expect(seen.lines).toEqual(lines);
  expect(seen.text).toMatch(text);
});

test("develop-staging-main guards its branches", async () => {
  const pulls = [
    { number: 4, title: "Straight to main", user: "bo", base: "main", head: "develop", head_sha: "m1" },
    { number: 5, title: "A feature", user: "bo", base: "develop", head: "feat/y", head_sha: "y1" },
  ];
  const commits = [
    { sha: "c1", parents: [], message: "start" },
    { sha: "m1", parents: ["c1"], message: "cart" },
    { sha: "s1", parents: ["c1", "m1"], message: "To staging" },
    { sha: "y1", parents: ["s1"], message: "On staging" },
  ];
  const branches = { main: "c1", staging: "s1", develop: "m1", "feat/y": "y1" };
  const { lines } = await played("develop-staging-main", "branch-guard", undefined, { pulls, commits, branches });
  expect(lines).toEqual(["feat/y is based on staging", "develop may not be merged into main"]);
});

test("nothing is opened in the freeze, and nobody is told to use what is switched off", async () => {
  expect((await played("year-end-freeze", "release-pr", "2026-12-28T01:00:00Z")).lines).toEqual([]);
  const { lines, text } = await played("squash-only", "release-pr", undefined, { allow_merge_commit: false });
  expect(lines).toEqual(["develop → main: Release 2026-11-20"]);
  expect(text).toContain("This repository allows no merge commits");
  expect(text).not.toContain("Create a merge commit");
});

import { expect, test } from "vitest";
import { verdictOf } from "../../../src/automations/branch-guard/evaluating/verdict.ts";
import type { ForbiddenBranch, GuardedPull } from "../../../src/automations/branch-guard/facts.ts";
import { branchGuard } from "../../../src/automations/branch-guard/index.ts";
import { sreSchema } from "../../../src/config/schema.ts";
import { sectionOf } from "../../../src/config/section-of.ts";
import { contextOf } from "../context.ts";

const RULES = [
  { into: "main", from: ["develop", "hotfix/*"] },
  { into: "dev*", from: ["**"], forks: true },
  { into: "develop", from: ["*"], "not-based-on": ["main", "staging"], except: ["hotfix/*"] },
];

function contextWith(branches: unknown, language = "en", others: object = {}) {
  const config = sreSchema.parse({ version: 1, language, branches, ...others });
  return contextOf<"branches">(sectionOf(config, "branches"), config, "pulls");
}

const PULL: GuardedPull = {
  ...{ number: 12, base: "main", head: "develop", fork: null, own: false, commits: [], forbidden: [], required: true },
};
const clear = (branch: string): ForbiddenBranch => ({ branch, is: "clear", newest: null });
const based = (branch: string, newest: string): ForbiddenBranch => ({ branch, is: "based", newest });
const commit = (oid: string, ...parents: string[]) => ({ oid, parents, committedAt: "2026-11-01T00:00:00Z" });
const [M1, M2, F1] = ["1", "2", "f"].map((digit) => digit.repeat(40)) as [string, string, string];
/** Cut from main: a release, a hotfix on it, and work of its own. */
const FROM_MAIN = {
  commits: [commit(M1, "c", "d"), commit(M2, M1), commit(F1, M2)],
  forbidden: [based("main", M2), clear("staging")],
};

function concluded(pulls: readonly GuardedPull[], branches: unknown = RULES, language = "en", others: object = {}) {
  const head = { headOid: "h".repeat(40), isGroup: false, pulls, checkRun: null };
  const [action] = branchGuard.plan({ heads: [head], moved: [], left: [] }, contextWith(branches, language, others));
  if (action?.action !== "set-check-run") throw new Error("no check");
  return { conclusion: action.conclusion, title: action.output.title, summary: action.output.summary };
}

test.each<[string, Partial<GuardedPull>, "success" | "failure", string]>([
  ["named", {}, "success", "develop may be merged into main"],
  ["by a glob", { head: "hotfix/a" }, "success", "hotfix/a may be merged into main"],
  ["by a glob, which stops at a slash", { head: "hotfix/a/b" }, "failure", "hotfix/a/b may not be merged into main"],
  ["not named", { head: "feat/x" }, "failure", "feat/x may not be merged into main"],
  ["in another case", { head: "Develop" }, "failure", "Develop may not be merged into main"],
  ["a fork's develop", { fork: "bob/shop" }, "failure", "Forks may not be merged into main"],
  ["of a fork that is gone", { fork: "" }, "failure", "Forks may not be merged into main"],
  [
    "a fork's into develop, by one rule of two",
    { base: "develop", fork: "bob/shop" },
    "failure",
    "Forks may not be merged into develop",
  ],
  ["a base without a rule", { base: "release/1", head: "anything" }, "success", "No rule for this base"],
  ["Detoil's own", { head: "feat/x", own: true }, "success", "Detoil's own pull requests are always allowed"],
  ["based on main", { base: "develop", head: "feat/x", ...FROM_MAIN }, "failure", "feat/x is based on main"],
  ["a back-merge", { base: "develop", head: "main", ...FROM_MAIN }, "failure", "main may not be merged into develop"],
  [
    "too old to tell",
    { base: "develop", head: "feat/x", forbidden: [{ branch: "main", is: "too far", newest: null }] },
    ...(["failure", "feat/x is too old to tell whether it is based on main"] as const),
  ],
  [
    "based on what is not there",
    { base: "develop", head: "feat/x", forbidden: [{ branch: "main", is: "missing", newest: null }] },
    ...(["success", "feat/x may be merged into develop"] as const),
  ],
])("%s", (_, pull, conclusion, title) => {
  expect(concluded([{ ...PULL, ...pull }])).toMatchObject({ conclusion, title });
});

test.each<[string, unknown, Partial<GuardedPull>, RegExp]>([
  ["the base that takes it", RULES, { head: "feat/x" }, /go into `develop`.*`gh pr edit 12 --base develop`/],
  ["how to name it, where nothing else takes it", [{ into: "*", from: ["x"] }], { head: "y" }, /Rename the branch/],
  ["the rule that holds it, as it is written", [{ into: "ma*", from: ["x"] }], { head: "y" }, /of the rule for `ma\*`/],
  ["how forks get in", RULES, { fork: "bob/shop" }, /`forks: true` in the rule for `main`/],
  [
    "the commits, newest first",
    RULES,
    { base: "develop", head: "feat/x", ...FROM_MAIN },
    /2 commits of `main` .*2222222.*1111111/,
  ],
  [
    "how a release is merged back",
    RULES,
    { base: "develop", head: "main", ...FROM_MAIN },
    /write `except: \[hotfix\/\*, main\]` in the rule for `develop`/,
  ],
  [
    "that nothing is its own",
    RULES,
    { base: "develop", head: "back", commits: [commit(M1, "c", "d")], forbidden: [based("main", M1)] },
    /nothing of its own to keep[\s\S]*`except: \[hotfix\/\*, back\]`/,
  ],
  [
    "that nobody requires it",
    RULES,
    { required: false },
    /Nobody requires this check yet: a guard that may be ignored/,
  ],
  ["that it cannot tell that", RULES, { required: null }, /cannot see whether `main` requires this check/],
  ["that it is required", RULES, { required: true }, /`main` requires this check/],
  [
    "that a branch is missing",
    RULES,
    { base: "develop", forbidden: [{ branch: "main", is: "missing", newest: null }] },
    /`main` does not exist/,
  ],
])("it tells %s", (_, rules, pull, said) => {
  expect(concluded([{ ...PULL, ...pull }], rules).summary).toMatch(said);
});

test("commands are only for branches that nobody else works from", () => {
  const from = (head: string) => concluded([{ ...PULL, base: "develop", head, ...FROM_MAIN }]).summary;
  expect(from("feat/x")).toContain("git rebase --onto origin/develop 222222222222");
  for (const head of ["main", "staging", "develop"]) expect(from(head)).not.toContain("git ");
});

test.each<[string, string, unknown]>([
  ["a rule names it as what is merged", "staging", { branches: [{ into: "x", from: ["staging"] }] }],
  ["it is a release's", "release/now", { branches: [], release: { lanes: [{ from: "release/now", to: "main" }] } }],
])("nobody is told to rebase a branch that others work from: %s", (_, head, more) => {
  const { branches, ...others } = more as { branches: object[] };
  const rules = [{ into: "qa", from: ["**"], "not-based-on": ["main"] }, ...branches];
  const { summary } = concluded([{ ...PULL, base: "qa", head, ...FROM_MAIN }], rules, "en", others);
  expect(summary).toContain(`is based on \`main\``);
  expect(summary).not.toContain("git ");
});

test("where another base takes it, nobody is told to move it onto this one", () => {
  const rules = [...RULES, { into: "qa", from: ["develop"], "not-based-on": ["main"] }];
  const { summary } = concluded([{ ...PULL, base: "qa", head: "feat/x", ...FROM_MAIN }], rules);
  expect(summary).toContain("gh pr edit 12 --base develop");
  expect(summary).not.toContain("git rebase");
});

test("a fork's main is not main", () => {
  const rules = [{ into: "develop", from: ["**"], forks: true, "not-based-on": ["main"] }];
  const { title, summary } = concluded(
    [{ ...PULL, base: "develop", head: "main", fork: "bob/shop", ...FROM_MAIN }],
    rules,
  );
  expect(title).toBe("bob:main is based on main");
  expect(summary).toMatch(/^`bob:main` is based on `main`: it would bring/);
  expect(summary, "its branch is nobody else's").toContain("git switch main");
});

test("every rule for the base must hold, and each that does not is a reason", () => {
  const rules = contextWith([
    { into: "main", from: ["develop"] },
    { into: "m*", from: ["x"] },
    { into: "*", from: ["*"] },
  ]);
  const { allowed, reasons } = verdictOf({ ...PULL, fork: "bob/shop" }, rules.section);
  expect(allowed).toBe(false);
  expect(reasons).toMatchObject([
    { is: "fork", rule: { into: "main" } },
    { is: "name", rule: { into: "m*", from: ["x"] } },
    { is: "fork", rule: { into: "*" } },
  ]);
});

test("of several pull requests with one head the worst counts, and each is named", () => {
  const pulls = [
    { ...PULL, number: 13, head: "feat/x" },
    { ...PULL, number: 12, head: "feat/x", base: "release/1" },
  ];
  const { conclusion, title, summary } = concluded(pulls);
  expect([conclusion, title]).toEqual(["failure", "#13: feat/x may not be merged into main"]);
  expect(summary).toMatch(/^\*\*#12\*\* No rule for this base[\s\S]*\*\*#13\*\* feat\/x may not be merged into main/);
  expect(concluded([pulls[1] ?? PULL, PULL]).title).toBe("Both pull requests may be merged");
});

test("a hundred pull requests in a merge group are all named, in what GitHub takes", () => {
  const pulls = Array.from({ length: 100 }, (_, index) => ({
    ...{ ...PULL, number: index + 1, base: "develop", head: `feat/${"x".repeat(200)}`, ...FROM_MAIN },
  }));
  const { summary } = concluded(pulls);
  for (const { number } of pulls) expect(summary).toContain(`**#${number}** feat/`);
  expect(summary.length).toBeLessThan(65_535);
});

test("names cannot do anything in what people read", () => {
  const head = "x`<!--@bob-->`$(id)";
  const { title, summary } = concluded([{ ...PULL, base: "develop", head, ...FROM_MAIN }]);
  expect(title).toBe(`${head} is based on main`);
  expect(summary).not.toContain("<!--@bob-->`$(id) is");
  expect(summary).toContain(`git switch 'x\`<!--@bob-->\`$(id)'`);
});

test("in Japanese", () => {
  const { title, summary } = concluded([{ ...PULL, base: "develop", head: "feat/x", ...FROM_MAIN }], RULES, "ja");
  expect(title).toBe("feat/x は main を元にしています");
  expect(summary).toContain("`develop` にない `main` のコミットが2件含まれます");
});

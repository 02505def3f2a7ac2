import fc from "fast-check";
import { expect, test } from "vitest";
import { botOf, countsUnasked } from "../../../src/automations/renovate-cadence/reading/bot.ts";
import { isDashboard, readHeldBack } from "../../../src/automations/renovate-cadence/reading/dashboard.ts";
import type { PullTexts } from "../../../src/automations/renovate-cadence/reading/pull-texts.ts";
import { readUpdate } from "../../../src/automations/renovate-cadence/reading/read-update.ts";
import { KINDS } from "../../../src/automations/renovate-cadence/reading/update.ts";
import { runs } from "../../harness/long.ts";
import { DEPENDABOT, pullTexts } from "./pull-texts.ts";

const DEBUG = "<!--renovate-debug:eyJ0YXJnZXRCcmFuY2giOiJtYWluIn0=-->";

/** A body of Renovate with these rows; `else`: what stands behind the table. */
const renovate = (
  rows: readonly string[],
  rest = "",
  header = "| Package | Type | Update | Change |\n|---|---|---|---|",
) => `This PR contains the following updates:\n\n${[header, ...rows].join("\n")}\n\n---\n\n${rest}\n\n${DEBUG}\n`;

const lodash = "| [lodash](https://lodash.example) ([source](https://lodash.example/s)) | dependencies";

const configuration = (schedule: string, automerge: string) =>
  `### Configuration\n\n📅 **Schedule**: ${schedule}\n\n🚦 **Automerge**: ${automerge}\n\n♻ **Rebasing**: Never.\n\n---`;

const dependabot = (body: string, but: Partial<PullTexts> = {}) => ({
  author: DEPENDABOT,
  branch: "dependabot/npm_and_yarn/x",
  body,
  ...but,
});

/** What is read of one pull request: `NAME FROM TO KIND` of each package, then the highest kind and what is marked. */
const READ: Readonly<Record<string, readonly [Partial<PullTexts>, ...string[]]>> = {
  "arrow of today, in a link": [
    { body: renovate([`${lodash} | minor | [\`4.17.1\` → \`4.18.0\`](https://diff.example/4.17.1/4.18.0) |`]) },
    "lodash 4.17.1 4.18.0 minor",
    "minor",
  ],
  "arrow of before December 2025": [
    { body: renovate([`${lodash} | patch | \`4.17.1\` -> \`4.17.2\` |`]) },
    "lodash 4.17.1 4.17.2 patch",
    "patch",
  ],
  "scoped name, escaped pipe, range": [
    {
      body: renovate(["| [@&#8203;acme/ui\\|kit](https://a.example) | devDependencies | bump | `^1.2.0` → `^2.0.0` |"]),
    },
    "@acme/ui|kit ^1.2.0 ^2.0.0 major",
    "major",
  ],
  "the columns of merge confidence, without Update": [
    {
      body: renovate(
        ["| [zod](https://zod.example) | `3.9.0` → `3.10.1` | ![age](https://b.example) | ![c](https://b.example) |"],
        "",
        "| Package | Change | [Age](https://d.example) | [Confidence](https://d.example) |\n|---|---|---|---|",
      ),
    },
    "zod 3.9.0 3.10.1 minor",
    "minor",
  ],
  "a group has its highest kind": [
    {
      body: renovate([
        `${lodash} | patch | \`1.0.0\` → \`1.0.1\` |`,
        "| node | engines | major | `22` → `24` |",
        "| alpine | final | digest | `a1b2c3d` → `e4f5a6b` |",
      ]),
    },
    "lodash 1.0.0 1.0.1 patch",
    "node 22 24 major",
    "alpine a1b2c3d e4f5a6b digest",
    "major",
  ],
  "pinned digest, without a former one": [
    { body: renovate(["| actions/cache | action | pinDigest | → `0057852` |"]) },
    "actions/cache null 0057852 pin",
    "pin",
  ],
  "digests without the column Update": [
    { body: renovate(["| alpine | `a1b2c3d` → `e4f5a6b` |"], "", "| Package | Change |\n|---|---|") },
    "alpine a1b2c3d e4f5a6b digest",
    "digest",
  ],
  "dates are versions": [
    { body: renovate(["| tzdata | `20260101` → `20261101` |"], "", "| Package | Change |\n|---|---|") },
    "tzdata 20260101 20261101 major",
    "major",
  ],
  "ranges: the version that differs tells, and one may be added": [
    {
      body: renovate([
        "| a | b | | `>=49,<50` → `>=49,<51` |",
        "| c | d | | `^1.2.0 \\|\\| ^2.0.0` → `^1.2.0 \\|\\| ^2.0.0 \\|\\| ^3.0.0` |",
        "| e | f | | `>= 1.2, < 1.3` → `>= 1.2, < 1.4` |",
      ]),
    },
    "a >=49,<50 >=49,<51 major",
    "c ^1.2.0 || ^2.0.0 ^1.2.0 || ^2.0.0 || ^3.0.0 major",
    "e >= 1.2, < 1.3 >= 1.2, < 1.4 minor",
    "major",
  ],
  replacement: [
    {
      body: renovate([
        "| [moment](https://m.example) → [dayjs](https://d.example) | dependencies | replacement | `2.29.0` → `1.11.0` |",
      ]),
    },
    "moment 2.29.0 1.11.0 replacement",
    "replacement",
  ],
  "roll-back, by the column and by the versions": [
    { body: renovate([`${lodash} | rollback | \`5.0.0\` → \`4.18.0\` |`, "| a | b | | `2.1.0` → `2.0.9` |"]) },
    "lodash 5.0.0 4.18.0 rollback",
    "a 2.1.0 2.0.9 rollback",
    "rollback",
  ],
  "maintenance of lock files names no package": [
    {
      body: renovate(["| lockFileMaintenance | All locks refreshed |"], "", "| Update | Change |\n|---|---|"),
      branch: "deps/all-locks",
    },
    "lockfile",
  ],
  "nothing but the branch: lock files": [{ branch: "renovate/lock-file-maintenance" }, "lockfile"],
  "nothing but the branch: a group of major updates": [{ branch: "renovate/major-web" }, "major"],
  "nothing but the title": [{ branch: "bot/0a1b2c", title: "deps: Pin dependencies", body: DEBUG }, "pin"],
  "nothing but a title with a whole version": [{ title: "Update dependency zod to v4.1.0" }, "unknown"],
  "nothing at all": [{ title: "Update left-pad" }, "unknown"],
  "a row that cannot be read": [{ body: renovate(["| a | b |", `${lodash} | ? | soon |`]) }, "unknown"],
  "security by its title": [{ title: "fix(deps): update dependency zod to v4 [security]" }, "major", "security"],
  "security by its branch": [{ branch: "renovate/npm-zod-vulnerability" }, "unknown", "security"],
  "security by an advisory": [
    {
      body: renovate(
        [`${lodash} | minor | \`1.1\` → \`1.2\` |`],
        "### A flaw\n[GHSA-2345-6789-cfgh](https://g.example)",
      ),
    },
    "lodash 1.1 1.2 minor",
    "minor",
    "security",
  ],
  "release notes mention other advisories and have tables": [
    {
      body: renovate(
        [`${lodash} | minor | \`1.1\` → \`1.2\` |`],
        "### Release Notes\nFixes CVE-2026-12345\n\n| Package | Change |\n|---|---|\n| x | `1` → `2` |",
      ),
    },
    "lodash 1.1 1.2 minor",
    "minor",
  ],
  "automerge on": [{ body: configuration("(UTC)", "Enabled.") }, "unknown", "automerge"],
  "automerge off, whatever release notes quote": [
    { body: `> 🚦 **Automerge**: Enabled.\n\n${configuration("(UTC)", "Disabled by config. Please merge this.")}` },
    "unknown",
    "no automerge",
  ],
  "GitHub's own automerge": [{ autoMerge: true }, "unknown", "automerge"],
  "windows line ends": [
    { body: renovate([`${lodash} | minor | \`1.1\` → \`1.2\` |`]).replaceAll("\n", "\r\n") },
    "lodash 1.1 1.2 minor",
    "minor",
  ],
  "Dependabot, one": [
    dependabot("Bumps [left-pad](https://l.example) from 1.2.0 to 1.3.0.\n- [Commits](https://l.example/c)\n"),
    "left-pad 1.2.0 1.3.0 minor",
    "minor",
  ],
  "Dependabot, a group of two, and release notes that bump others": [
    dependabot(
      [
        "Bumps the small group with 2 updates in the /web directory: [a](https://a.example) and [@acme/b](https://b.example).",
        "",
        "Updates `a` from 1.0.0 to 2.0.0",
        "<details>\n<summary>Release notes</summary>\n<blockquote>\nBumps [evil](https://e.example) from 1.0.0 to 9.0.0.",
        "**This update includes security fixes.**",
        "</blockquote>\n</details>",
        "Updates `@acme/b` from 0.3.1 to 0.4.0",
      ].join("\n"),
    ),
    "a 1.0.0 2.0.0 major",
    "@acme/b 0.3.1 0.4.0 minor",
    "major",
  ],
  "Dependabot, two that belong together": [
    dependabot(
      [
        "Bumps [a](https://a.example) and [b](https://b.example). These dependencies needed to be updated together.",
        "",
        "Updates `a` from 1.0.0 to 1.0.1",
        "Updates `b` to 2.0.1",
      ].join("\n"),
      {
        message: "---\nupdated-dependencies:\n- dependency-name: b\n  update-type: version-update:semver-patch\n...\n",
      },
    ),
    "a 1.0.0 1.0.1 patch",
    "b null 2.0.1 patch",
    "patch",
  ],
  "Dependabot, a requirement, by its title": [
    dependabot("Updates the requirements on [rspec](https://r.example) to permit the latest version.", {
      title: "build(deps): Update rspec requirement from ~> 3.1 to ~> 4.0 in /api",
    }),
    "rspec ~> 3.1 ~> 4.0 major",
    "major",
  ],
  "Dependabot, a title with a prefix of one's own": [
    dependabot("", { title: "⬆️ bump vite from 5.4.1 to 5.4.2 in the dev group (via audit fix)" }),
    "vite 5.4.1 5.4.2 patch",
    "patch",
  ],
  "Dependabot, nothing but its commit": [
    dependabot("", {
      title: "Dependencies",
      message:
        'x\n\n---\nupdated-dependencies:\n- dependency-name: "@acme/c"\n  dependency-version: 3.0.0\n  update-type: version-update:semver-major\n...\n',
    }),
    "@acme/c null 3.0.0 major",
    "major",
  ],
  "Dependabot pairs by version, not by index": [
    dependabot("Updates `a` from 1.9.0 to 1.9.1\nUpdates `a` from 2.0.0 to 3.0.0", {
      message:
        "---\nupdated-dependencies:\n- dependency-name: a\n  dependency-version: 3.0.0\n  update-type: version-update:semver-major\n- dependency-name: a\n  dependency-version: 1.9.1\n  update-type: version-update:semver-patch\n...",
    }),
    "a 1.9.0 1.9.1 patch",
    "a 2.0.0 3.0.0 major",
    "major",
  ],
  "Dependabot, security by its sentence": [
    dependabot("Bumps [a](https://a.example) from 1.0.0 to 1.0.1. **This update includes a security fix.**"),
    "a 1.0.0 1.0.1 patch",
    "patch",
    "security",
  ],
  "Dependabot, security by its footer": [
    dependabot(
      "Bumps [a](https://a.example) from 1.0.0 to 1.0.1.\n<details>\n<summary>Dependabot commands and options</summary>\nYou can disable automated security fix PRs for this repo from the [Security Alerts page](https://a.example).\n</details>",
    ),
    "a 1.0.0 1.0.1 patch",
    "patch",
    "security",
  ],
  "Dependabot was told to merge": [
    dependabot(
      "Bumps [a](https://a.example) from 1 to 2.\n\n[//]: # (dependabot-automerge-start)\n[//]: # (dependabot-automerge-end)",
    ),
    "a 1 2 major",
    "major",
    "automerge",
  ],
};

test.each(Object.entries(READ))("reads %s", (_, [pull, ...expected]) => {
  const update = readUpdate(pullTexts(pull), []);
  const packages = update?.packages.map(({ name, from, to, kind }) => `${name} ${from} ${to} ${kind}`) ?? [];
  const automerge = update?.automerge == null ? [] : [update.automerge ? "automerge" : "no automerge"];
  expect([...packages, update?.kind, ...(update?.security ? ["security"] : []), ...automerge]).toEqual(expected);
});

const SELF_HOSTED = { login: "acme-updates[bot]", bot: true };
const PERSON = { login: "alice", bot: false };

test.each<[string, Partial<PullTexts>, string | null]>([
  ["Renovate", {}, "renovate"],
  ["Renovate with other prefixes", { title: "⬆ left-pad", branch: "deps/left-pad" }, "renovate"],
  ["Renovate under another login, by its mark", { author: SELF_HOSTED, branch: "deps/x", body: DEBUG }, "renovate"],
  ["Renovate under a person's login", { author: PERSON, branch: "konflux/mintmaker/main/x", body: DEBUG }, "renovate"],
  ["Renovate by its branch", { author: SELF_HOSTED }, "renovate"],
  ["Dependabot's release notes quote Renovate", dependabot(DEBUG), "dependabot"],
  ["Dependabot by its commit", { author: PERSON, branch: "x", message: "a\nupdated-dependencies:\n" }, "dependabot"],
  ["a bot of authors", { author: { login: "scala-steward", bot: false }, branch: "update/cats" }, "scala-steward"],
  ["a bot that is not in authors", { author: SELF_HOSTED, branch: "release" }, null],
  ["a person", { author: PERSON, branch: "fix", title: "Update the guide" }, null],
  ["nobody", { author: null, branch: "fix" }, null],
  ["Renovate's onboarding", { branch: "renovate/configure", title: "Configure Renovate" }, null],
  ["its new configuration", { branch: "chore/migrate-config" }, null],
  ["its onboarding under another branch", { branch: "bot/a", body: "<!--renovate-config-hash:1a-->" }, null],
])("tells whose update it is: %s", (_, pull, expected) => {
  expect(botOf(pullTexts(pull), ["Scala-Steward[bot]"])).toBe(expected);
});

test("bots and authors count without asking", () => {
  const counts = [PERSON, SELF_HOSTED, { login: "Renovate-Acme", bot: false }, null].map((author) =>
    countsUnasked(author, ["renovate-acme[bot]"]),
  );
  expect(counts).toEqual([false, true, true, false]);
});

const said = (author: PullTexts["author"], ...bodies: string[]) => bodies.map((body) => ({ author, body }));

test.each<[Partial<PullTexts>, string]>([
  [{ state: "open" }, "open"],
  [{ state: "merged", title: "Update x - autoclosed" }, "merged"],
  [{ title: "Update x to v2 - autoclosed" }, "superseded"],
  [{ title: "Update x to v2 - abandoned" }, "closed"],
  [{ comments: said(pullTexts().author, "This was autoclosed, as it is not needed.") }, "superseded"],
  [{ comments: said(pullTexts().author, "### Autoclosing Skipped\n\nIt has been flagged for autoclosing.") }, "closed"],
  [{ comments: said(PERSON, "Superseded by #9.") }, "closed"],
  [dependabot("", { comments: said(DEPENDABOT, "Superseded by #90.") }), "superseded"],
  [
    dependabot("", { comments: said(DEPENDABOT, "Looks like x is up-to-date, so this is no longer needed.") }),
    "superseded",
  ],
  [dependabot("", { comments: [...said(DEPENDABOT, "Superseded by #90."), ...said(PERSON, "Why?")] }), "superseded"],
  [dependabot("", { comments: said(DEPENDABOT, "Superseded by #90.", "OK, I won't notify you again.") }), "closed"],
  [dependabot("", { comments: said(PERSON, "no longer needed.") }), "closed"],
  [{}, "closed"],
])("tells what was superseded from what was refused: %#", (pull, expected) => {
  expect(readUpdate(pullTexts({ state: "closed", ...pull }), [])?.state).toBe(expected);
});

const waits = (name: string, state: "pending" | "failure" | "success" = "pending") => ({ name, state });
const everything: Partial<PullTexts> = {
  mergeable: "CONFLICTING",
  body: configuration('Branch creation - At any time, Automerge - "before 4am on monday" (UTC).', "Enabled."),
  contexts: [waits("test", "failure"), waits("renovate/stability-days")],
  reviewDecision: "REVIEW_REQUIRED",
};
const anytime = "(UTC)\n\n- Branch creation\n  - `* 0-3 * * 1`\n- Automerge\n  - At any time (no schedule defined)";

test.each<[Partial<PullTexts>, string | null]>([
  [everything, "conflict"],
  [{ ...everything, mergeable: "UNKNOWN" }, "schedule"],
  [{ ...everything, mergeable: "MERGEABLE", body: configuration(anytime, "Enabled.") }, "stability"],
  [{ ...everything, mergeable: "MERGEABLE", body: "" }, "stability"],
  [{ contexts: [waits("minimumReleaseAge")] }, "stability"],
  [{ contexts: [waits("renovate/stability-days", "success"), waits("test")] }, "checks"],
  [{ contexts: [waits("test", "failure")], reviewDecision: null }, "checks"],
  [{ reviewDecision: null }, "review"],
  [{ reviewDecision: "CHANGES_REQUESTED" }, "review"],
  [{}, null],
  [{ ...everything, state: "closed" }, null],
  [{ ...everything, state: "merged" }, null],
])("tells what an update waits for: %#", (pull, expected) => {
  expect(readUpdate(pullTexts(pull), [])?.waiting).toBe(expected);
});

test("the dashboard says whose schedule is awaited", () => {
  const item = { title: "x", section: "awaiting-schedule", packages: [], number: null, branch: "renovate/x" } as const;
  const waitingOf = (but: object) =>
    readUpdate(pullTexts({ branch: "renovate/x" }), [], [{ ...item, ...but }])?.waiting;
  expect(waitingOf({})).toBe("schedule");
  expect(waitingOf({ branch: "renovate/y", number: 12 })).toBe("schedule");
  expect(waitingOf({ section: "errored" })).toBeNull();
});

const line = (marker: string, branch: string, text: string) => ` - [ ] <!-- ${marker}-branch=${branch} -->${text}`;

const DASHBOARD = [
  "An introduction in one's own words.",
  "## Config Migration Needed",
  " - [ ] <!-- create-config-migration-pr --> Select this to migrate",
  "## Pending Approval",
  line("approve", "renovate/(web)-Kit-2.x", "Update web kit [beta] to v2"),
  " - [ ] <!-- approve-all-pending-prs -->🔐 **Create all**",
  "## Rate-Limited",
  "### Category one",
  line("unlimit", "renovate/pair", "Update pair (`a`, `@acme/b`)"),
  "## Edited/Blocked",
  line("rebase", "renovate/edited-1.x", "[Update edited [x](y) to v1](../pull/7)"),
  "## PR Edited (Blocked)",
  line("rebase", "renovate/edited-2.x", "[Update edited to v2](../pull/8) (`c`, `d`)"),
  "## Pending Branch Automerge",
  line("approvePr", "renovate/auto", "Update auto"),
  "## PR Creation Approval Required",
  line("approvePr", "renovate/asks", "Update asks"),
  "## Pending Status Checks",
  line("approvePr", "renovate/checked", "Update checked"),
  "## Open",
  line("rebase", "renovate/open", "[Update open](../pull/9)"),
  " - [ ] <!-- rebase-all-open-prs -->**Rebase all**",
  "## Ignored or Blocked",
  line("recreate", "renovate/refused", "[Update refused](pulls/10)"),
  "## Other Branches",
  line("other", "renovate/other", "Update other"),
  "## Errored",
  line("retry", "renovate/broken", "Update broken").replace("[ ]", "[x]"),
  "## Group Size Not Met",
  line("approveGroup", "renovate/few", "Update few"),
  "## A heading of next year",
  line("unschedule", "renovate/later", "Update later"),
  line("rebase", "renovate/also-open", "Update also open"),
  line("novel", "renovate/novel", "Update novel"),
  "## Detected Dependencies",
  " - `left-pad 1.0.0` → [Updates: `1.0.1`]",
].join("\n");

test("reads what the dashboard holds back, under headings of today and of before", () => {
  const shown = readHeldBack(DASHBOARD).map(({ branch, section, title, packages, number }) =>
    [section, branch.slice("renovate/".length), title, ...packages, ...(number === null ? [] : [number])].join(" | "),
  );
  expect(shown).toEqual([
    "pending-approval | (web)-Kit-2.x | Update web kit [beta] to v2",
    "rate-limited | pair | Update pair | a | @acme/b",
    "blocked-edited | edited-1.x | Update edited [x](y) to v1 | 7",
    "blocked-edited | edited-2.x | Update edited to v2 | c | d | 8",
    "pending-automerge | auto | Update auto",
    "pr-approval | asks | Update asks",
    "pending-checks | checked | Update checked",
    "blocked-closed | refused | Update refused | 10",
    "other | other | Update other",
    "errored | broken | Update broken",
    "group-size | few | Update few",
    "awaiting-schedule | later | Update later",
    "other | novel | Update novel",
  ]);
  expect(readHeldBack(DASHBOARD.replaceAll("\n", "\r\n"))).toEqual(readHeldBack(DASHBOARD));
});

test("a dashboard is known by its title or by Renovate's marks", () => {
  expect(isDashboard("🤖 Dependency Dashboard", "")).toBe(true);
  expect(isDashboard("Update Dependencies (Renovate Bot)", "")).toBe(true);
  expect(isDashboard("Our updates", line("other", "renovate/x", "Update x"))).toBe(true);
  expect(isDashboard("Dependency Dashboard is stale", "- [ ] #12")).toBe(false);
});

const texts = Object.values(READ).flatMap(([pull]) => [pull.body ?? "", pull.title ?? "", pull.message ?? ""]);
const mixed = fc
  .array(fc.tuple(fc.constantFrom(...texts, DASHBOARD, "|", "`", "\n", "\\|"), fc.nat(), fc.nat()), { maxLength: 5 })
  .map((parts) => parts.map(([text, a, b]) => text.slice(a % (text.length + 1)).slice(0, b % 400)).join(""));

test("cut and mixed texts are read without a crash, and say nothing that is not in them", () => {
  const author = fc.constantFrom(pullTexts().author, DEPENDABOT, SELF_HOSTED);
  fc.assert(
    fc.property(mixed, mixed, mixed, author, (title, body, message, by) => {
      const update = readUpdate(pullTexts({ title, body, message, author: by }), [SELF_HOSTED.login]);
      const all = `${title}\n${body}\n${message}`.replaceAll("&#8203;", "").replaceAll("\\|", "|").replaceAll("`", "");
      for (const { name, from, to, kind } of update?.packages ?? []) {
        expect(name).not.toBe("");
        for (const part of [name, from, to]) if (part !== null) expect(all).toContain(part);
        expect(KINDS).toContain(kind);
      }
      for (const { branch, title: shown } of readHeldBack(body)) expect(`${branch} ${shown}`.trim()).not.toBe("");
      expect(isDashboard(title, body)).toBeTypeOf("boolean");
    }),
    runs(40),
  );
});

import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createSimulator, parseWorld } from "../../simulator/index.ts";
import { listen } from "../../simulator/server.ts";
import { CommandError } from "../../src/cli/command-error.ts";
import { savedSlug, slugOnRepository } from "../../src/cli/opened/slug.ts";
import type { Preview } from "../../src/cli/preview/result.ts";
import { preview } from "../../src/cli/preview.ts";
import { sayWhileSlow } from "../../src/cli/slow.ts";
import { UsageError } from "../../src/cli/usage.ts";
import { connectToken } from "../../src/github/token.ts";

const world = {
  now: "2026-11-20T01:00:00Z",
  users: [{ login: "alice" }],
  repos: [
    {
      name: "acme/shop",
      default_branch: "develop",
      permission: { alice: "write" },
      files: { ".github/sre.yml": "version: 1\nrelease:\n  lanes:\n    - {from: develop, to: main}\n" },
      branches: { main: "c1", develop: "c3" },
      commits: [
        { sha: "c1", parents: [], message: "start" },
        { sha: "c2", parents: ["c1"], message: "work" },
        { sha: "c3", parents: ["c1", "c2"], message: "Merge pull request #1 from acme/feat" },
      ],
      pulls: [
        {
          number: 1,
          title: "Feature",
          user: "alice",
          base: "develop",
          head: "feat",
          head_sha: "c2",
          state: "merged",
          merge_method: "merge",
          merge_commit_sha: "c3",
          commits: ["c2"],
        },
      ],
    },
    { name: "acme/quiet", branches: { main: "q1" }, commits: [{ sha: "q1", parents: [], message: "start" }] },
  ],
};

let file = "";
let printed: string[] = [];

beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), "detoil-preview-")), "world.json");
  writeFileSync(file, JSON.stringify(world));
  printed = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
  vi.spyOn(console, "error").mockImplementation(() => {});
});

afterEach(() => vi.restoreAllMocks());

async function previewed(...argv: string[]): Promise<Preview> {
  expect(await preview(["release-pr", "--repo", "acme/shop", "--world", file, "--json", ...argv])).toBe(0);
  return JSON.parse(printed.at(-1) ?? "") as Preview;
}

test("prints one object: what was read, what is missing and why, what it cost", async () => {
  const result = await previewed();
  expect(result).toMatchObject({ automation: "release-pr", repo: "acme/shop", at: "2026-11-20T01:00:00Z" });
  expect(result.facts).toMatchObject({
    ahead: 2,
    existing: null,
    items: [{ number: 1, title: "Feature", author: "alice", mention: ["alice"] }],
  });
  expect(result.plan.map((action) => action.action)).toEqual(["create-pull-request", "set-check-run"]);
  expect(result.plan.every((action) => action.because.length > 0)).toBe(true);
  expect(result.requests.writes).toBe(0);
});

test("a plan applied once leaves nothing to plan", async () => {
  const applied = await previewed("--apply");
  expect(applied.requests.writes).toBe(2);
  const again = await previewed();
  expect(again.plan).toEqual([]);
  expect(again.facts).toMatchObject({ existing: 2 });
});

test("a check that the release and another pull request share is planned once", async () => {
  const other = { number: 3, title: "By hand", user: "alice", base: "main", head: "hand", head_sha: "c3" };
  const [shop] = world.repos;
  writeFileSync(file, JSON.stringify({ ...world, repos: [{ ...shop, pulls: [...(shop?.pulls ?? []), other] }] }));
  const { plan } = await previewed();
  expect(plan.map((action) => action.action)).toEqual(["create-pull-request", "set-check-run"]);
  expect((await previewed("--apply")).plan).toEqual(plan);
});

test("a broken sre.yml is distinguished from an automation that is off", async () => {
  const files = { ".github/sre.yml": "version: 1\nrelease:\n  lanes:\n    - {form: develop, to: main}\n" };
  const [shop] = world.repos;
  writeFileSync(file, JSON.stringify({ ...world, repos: [{ ...shop, files }] }));
  await expect(previewed()).rejects.toThrow(/off in acme\/shop: \.github\/sre\.yml:4:8: `form` is not/);
});

const DRAFTED = "version: 1\nrelease:\n  lanes:\n    - {from: develop, to: main, draft: true}\n";
const BROKEN = "version: 1\nrelease:\n  lanes:\n    - {form: develop, to: main}\n";

/** A sre.yml beside the world file. */
function sreYml(text: string): string {
  const path = join(file, "../my.yml");
  writeFileSync(path, text);
  return path;
}

test("--config takes that sre.yml, also where the repository has none", async () => {
  const config = sreYml(DRAFTED);
  expect((await previewed("--config", config)).plan).toContainEqual(
    expect.objectContaining({ action: "create-pull-request", draft: true }),
  );
  const [shop] = world.repos;
  writeFileSync(file, JSON.stringify({ ...world, repos: [{ ...shop, files: {} }] }));
  expect((await previewed()).plan).toEqual([]);
  const applied = await previewed("--config", config, "--apply");
  expect(applied.plan).toContainEqual(expect.objectContaining({ action: "create-pull-request", draft: true }));
  expect((await previewed("--config", config)).plan).toEqual([]);
  expect(JSON.parse(readFileSync(file, "utf8")).repos[0].files, "the file itself is written nowhere").toEqual({});
});

test("--config's file extends what the repository's own would", async () => {
  const [shop] = world.repos;
  const base = {
    name: "acme/base",
    files: { ".github/sre.yml": DRAFTED },
    branches: { main: "b1" },
    commits: [{ sha: "b1", parents: [], message: "start" }],
  };
  writeFileSync(file, JSON.stringify({ ...world, repos: [{ ...shop, files: {} }, base] }));
  const { plan } = await previewed("--config", sreYml("version: 1\n_extends: base\n"));
  expect(plan).toContainEqual(expect.objectContaining({ action: "create-pull-request", draft: true }));
});

test("a broken file that is tried stops it, whatever is in force; `config` shows what it would say", async () => {
  const config = sreYml(BROKEN);
  const org = {
    name: "acme/.github",
    files: { ".github/sre.yml": DRAFTED },
    branches: { main: "o1" },
    commits: [{ sha: "o1", parents: [], message: "start" }],
  };
  writeFileSync(file, JSON.stringify({ ...world, repos: [...world.repos, org] }));
  const before = readFileSync(file, "utf8");
  const failure = await previewed("--config", config, "--apply").catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(CommandError);
  expect((failure as Error).message).toContain(`\`release-pr\` cannot be previewed: ${config}:4:8: \`form\` is not`);
  expect(readFileSync(file, "utf8")).toBe(before);
  expect(await preview(["config", "--repo", "acme/shop", "--world", file, "--json", "--config", config])).toBe(0);
  const { plan } = JSON.parse(printed.at(-1) ?? "") as Preview;
  expect(plan).toContainEqual(
    expect.objectContaining({ action: "create-issue", body: expect.stringContaining("form") }),
  );
});

test("a problem is told in English on a terminal, and in the file's language on GitHub", async () => {
  const config = sreYml(`language: ja\n${BROKEN}`);
  const failure = await previewed("--config", config).catch((error: unknown) => error);
  expect((failure as Error).message).toContain(`${config}:5:8: \`form\` is not`);
  expect(await preview(["config", "--repo", "acme/shop", "--world", file, "--json", "--config", config])).toBe(0);
  const { plan, facts } = JSON.parse(printed.at(-1) ?? "") as Preview;
  expect(facts).toMatchObject({ default: { problems: [{ message: expect.stringContaining("`form` is not") }] } });
  expect(plan).toContainEqual(
    expect.objectContaining({ action: "create-issue", body: expect.stringContaining("`from` のことですか") }),
  );
});

test("a file that lacks the section is told by its own name", async () => {
  const config = sreYml("version: 1\n");
  expect((await previewed("--config", config)).plan).toEqual([]);
  expect(console.error).toHaveBeenCalledWith(
    `\`release-pr\` is off in acme/shop: ${config} has no section \`release\` in force.`,
  );
});

/** The world with a sre.yml of its own on a branch, whose tip has a tag, and a branch without any. */
function worldWithRefs(): void {
  const [shop] = world.repos;
  const path = ".github/sre.yml";
  const commits = [
    { sha: "c1", parents: [], message: "start", files: { [path]: shop?.files?.[path] } },
    ...(shop?.commits.slice(1) ?? []),
    { sha: "n1", parents: ["c1"], message: "draft", files: { [path]: DRAFTED } },
    { sha: "n2", parents: ["c1"], message: "break", files: { [path]: BROKEN } },
    { sha: "n3", parents: ["c1"], message: "drop", files: { [path]: null } },
  ];
  const branches = { ...shop?.branches, next: "n1", broken: "n2", bare: "n3" };
  const tags = [{ name: "v1.0.0", sha: "n1", at: "2026-11-19T00:00:00Z" }];
  writeFileSync(file, JSON.stringify({ ...world, repos: [{ ...shop, files: {}, commits, branches, tags }] }));
}

test.each(["next", "refs/heads/next", "v1.0.0"])(
  "--ref %s takes the repository's sre.yml as it is there",
  async (ref) => {
    worldWithRefs();
    const drafts = ({ plan }: Preview) => plan.map((action) => "draft" in action && action.draft).filter(Boolean);
    expect(drafts(await previewed())).toEqual([]);
    expect(drafts(await previewed("--ref", ref))).toEqual([true]);
  },
);

test.each([
  ["nowhere", /^acme\/shop has no branch, tag or commit `nowhere`\./],
  ["next:.github", /^acme\/shop has no branch, tag or commit `next:\.github`\./],
  ["broken", /^`release-pr` cannot be previewed: broken:\.github\/sre\.yml:4:8: `form` is not/],
])("--ref %s is answered in one line", async (ref, message) => {
  worldWithRefs();
  const failure = await previewed("--ref", ref).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(CommandError);
  expect((failure as Error).message).toMatch(message);
});

test("a ref without a sre.yml is told as that", async () => {
  worldWithRefs();
  expect((await previewed("--ref", "bare")).plan).toEqual([]);
  expect(console.error).toHaveBeenCalledWith(
    "`release-pr` is off in acme/shop: there is no bare:.github/sre.yml. Try one that is on this machine with --config FILE, or on a branch with --ref REF.",
  );
});

test("--out leaves the original world as it was, to the byte", async () => {
  const before = readFileSync(file, "utf8");
  const out = join(file, "../after.json");
  await previewed("--apply", "--out", out);
  expect(readFileSync(file, "utf8")).toBe(before);
  file = out;
  expect((await previewed()).plan).toEqual([]);
});

test("a world file marked read-only is never overwritten, not even by root", async () => {
  chmodSync(file, 0o444);
  const before = readFileSync(file, "utf8");
  await expect(previewed("--apply")).rejects.toThrow(/read-only\. Name another file with --out/);
  expect(readFileSync(file, "utf8")).toBe(before);
});

test("an automation that is off has nothing to write, and one line says so", async () => {
  expect(await preview(["release-pr", "--world", file, "--repo", "acme/quiet", "--json"])).toBe(0);
  expect(JSON.parse(printed.at(-1) ?? "")).toMatchObject({ repo: "acme/quiet", facts: {}, plan: [] });
  expect(vi.mocked(console.error).mock.calls.flat()).toContainEqual(expect.stringMatching(/is off in acme\/quiet/));
  expect(await preview(["release-pr", "--world", file, "--repo", "acme/quiet"])).toBe(0);
  expect(printed.at(-1)).toContain("\n\n  Nothing to write.\n\n");
});

test("--at sets another now, and means the same in any zone", async () => {
  expect((await previewed("--at", "2026-11-21T10:00:00+09:00")).at).toBe("2026-11-21T01:00:00Z");
});

test.each([
  [["release-pr", "--repo", "acme/shop", "--at", "2026-11-20T10:00:00"], /a time with its zone/],
  [["release-pr", "--repo", "shop"], /OWNER\/NAME/],
  [["release-pr", "--repo", "acme/shop", "--number", "x"], /number of a pull request/],
  [["release-pr", "--repo", "acme/shop", "--apply"], /needs --world/],
  [["release-pr", "--repo", "acme/shop", "--config", "a.yml", "--ref", "next"], /name one of them/],
  [["release-pr", "--repo", "acme/shop", "--ref", ""], /a branch, a tag or a commit/],
  [["permissions", "--repo", "acme/shop", "--number", "3"], /--number does not go with `permissions`/],
  [["frobnicate", "--repo", "acme/shop"], /no automation `frobnicate`/],
  [["environments", "--repo", "acme/shop"], /not available yet/],
])("wrong usage: %j", async (argv, message) => {
  const failure = await preview(argv).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UsageError);
  expect((failure as Error).message).toMatch(message);
});

test.each([
  [
    "an unknown repository",
    ["--repo", "acme/nowhere"],
    /no repository acme\/nowhere\. It has: acme\/shop, acme\/quiet/,
  ],
  [
    "a sre.yml that is not there",
    ["--repo", "acme/shop", "--config", "no-such.yml"],
    /^There is no file no-such\.yml\.$/,
  ],
])("%s is reported in one line", async (_name, argv, message) => {
  const failure = await preview(["release-pr", "--world", file, ...argv]).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(CommandError);
  expect((failure as Error).message).toMatch(message);
});

test.each([
  ["no such file", null, /There is no file \S+nope\.json\./],
  ["not JSON", "{", /world\.json/],
  ["a dangling sha", JSON.stringify({ repos: [{ name: "a/b", branches: { main: "c9" } }] }), /c9/],
])("a world file with %s is reported with its location", async (_name, text, message) => {
  if (text === null) file = join(file, "../nope.json");
  else writeFileSync(file, text);
  await expect(previewed()).rejects.toThrow(message);
});

test("a target that is reconciled on its own has to be named, and nothing is said about what was not read", async () => {
  expect(await preview(["commands", "--repo", "acme/shop", "--world", file, "--json"])).toBe(0);
  expect(JSON.parse(printed.at(-1) ?? "")).toMatchObject({ plan: [], requests: { writes: 0 } });
  expect(await preview(["commands", "--repo", "acme/shop", "--world", file])).toBe(0);
  expect(printed).toHaveLength(1);
  expect(console.error).toHaveBeenCalledTimes(2);
  expect(console.error).toHaveBeenCalledWith(
    "`commands` works on one pull request, issue or milestone at a time: choose it with --number.",
  );
});

test.each([
  ["release-pr", "acme/shop has no pull request 999."],
  ["config", "acme/shop has no pull request 999."],
  ["commands", "acme/shop has no issue or pull request 999."],
  ["milestone-tasks", "acme/shop has no milestone 999."],
])("a number that is not there: %s", async (automation, message) => {
  const argv = [automation, "--repo", "acme/shop", "--world", file, "--number", "999"];
  await expect(preview(argv)).rejects.toEqual(new CommandError(message));
  expect(printed).toEqual([]);
});

test("an archived repository is left alone", async () => {
  const [shop] = world.repos;
  writeFileSync(file, JSON.stringify({ ...world, repos: [{ ...shop, archived: true }] }));
  expect(await previewed("--apply")).toMatchObject({ plan: [], facts: {}, requests: { writes: 0 } });
  expect(console.error).toHaveBeenCalledWith("acme/shop is archived: Detoil leaves it alone.");
});

test("a missing permission is named together with what the automation needs", async () => {
  const permissions = { metadata: "read", contents: "read" };
  writeFileSync(file, JSON.stringify({ ...world, app: { permissions } }));
  await expect(previewed()).rejects.toThrow(
    /^GitHub refuses: .*403 .*`release-pr` needs .*Pull requests: Read and write.*: give them to the token or the App\.$/,
  );
});

test("a section's name, or a page's, is answered with the automation that follows it", async () => {
  const names = {
    milestones: "milestone-tasks",
    branches: "branch-guard",
    renovate: "renovate-cadence",
    org: "org-tables",
  };
  const more = { release: "release-pr", help: "help-wanted", "dependency-cadence": "renovate-cadence" };
  for (const [name, automation] of Object.entries({ ...names, ...more })) {
    await expect(preview([name, "--repo", "acme/shop"])).rejects.toThrow(
      new UsageError(`There is no automation \`${name}\`. Did you mean \`${automation}\`?`),
    );
  }
});

test("what a first problem hides is named by a command that can be pasted", async () => {
  const wrong = sreYml("version: 1\nfoo: 1\nbar: 2\n");
  const said = (event: string | undefined) => {
    vi.stubEnv("npm_lifecycle_event", event);
    return preview(["release-pr", "--repo", "acme/shop", "--world", file, "--config", wrong]);
  };
  await expect(said("detoil")).rejects.toThrow(/ And 1 more: `npm run -s detoil -- check FILE` names them all\.$/);
  await expect(said(undefined)).rejects.toThrow(/ And 1 more: `npx detoil check FILE` names them all\.$/);
  vi.unstubAllEnvs();
});

test("a token that GitHub does not know is reported as such", async () => {
  const github = await listen(createSimulator(parseWorld(world, "world")));
  vi.stubEnv("GITHUB_API_URL", `${github.url}/api/v3`);
  vi.stubEnv("GITHUB_TOKEN", "of-yesterday");
  const failure = await preview(["release-pr", "--repo", "acme/shop"]).catch((error: unknown) => error);
  await github.close();
  vi.unstubAllEnvs();
  expect(failure).toBeInstanceOf(CommandError);
  expect((failure as Error).message).toMatch(
    /^GitHub does not know this token .*check GITHUB_TOKEN and GITHUB_API_URL\.$/,
  );
});

test("against GitHub, whose lists lag, it says that what it would create may exist already", async () => {
  const [shopAtFirst, quietRepo] = world.repos;
  const users = [...world.users, { login: "detoil[bot]" }];
  const tasks = { number: 2, title: "v1: tasks", user: "detoil[bot]", body: "<!-- detoil:tasks -->" };
  const known = { ...world, users, repos: [{ ...shopAtFirst, issues: [tasks] }, quietRepo] };
  const simulator = createSimulator(parseWorld(known, "world"));
  const github = await listen(simulator);
  vi.stubEnv("GITHUB_API_URL", `${github.url}/api/v3`);
  vi.stubEnv("GITHUB_TOKEN", simulator.installationToken("acme/shop"));
  await preview(["release-pr", "--repo", "acme/shop"]);
  await preview(["release-pr", "--repo", "acme/quiet"]);
  await preview(["release-pr", "--repo", "acme/shop", "--json", "--ref", "main"]);
  await preview(["release-pr", "--repo", "acme/shop", "--json", "--config", sreYml(DRAFTED)]);
  await github.close();
  vi.unstubAllEnvs();
  const lists =
    "  * may exist already: GitHub's lists do not show yet what was created in the last minutes, and only a server knows what it created.";
  const [shop = [], quiet = []] = printed.map((text) => text.split("\n"));
  expect(shop).toContainEqual(
    expect.stringMatching(
      /^ {2}open the pull request “Release .*” \(develop → main\)\* {2}\(1 pull request is waiting for main\)$/,
    ),
  );
  expect(shop.filter((line) => line.startsWith("  set the check"))).toEqual([
    expect.stringMatching(/^ {2}set the check “Detoil \/ release” on \w{7}: success {2}\(/),
  ]);
  expect(shop.filter((line) => line.includes("may exist"))).toEqual([lists]);
  expect(quiet.join("\n")).not.toContain("*");
  const drafts = printed.slice(2).map((text) => JSON.stringify(JSON.parse(text).plan).includes('"draft":true'));
  expect(drafts, "--ref and --config").toEqual([false, true]);
  // Where nothing of Detoil is, nobody can have created anything, unless somebody names the App.
  const first = createSimulator(parseWorld(world, "world"));
  const atFirst = await listen(first);
  vi.stubEnv("GITHUB_API_URL", `${atFirst.url}/api/v3`);
  vi.stubEnv("GITHUB_TOKEN", first.installationToken("acme/shop"));
  await preview(["release-pr", "--repo", "acme/shop"]);
  expect(printed.at(-1)).toContain("open the pull request");
  expect(printed.at(-1)).not.toMatch(/may exist|\)\*/);
  await preview(["release-pr", "--repo", "acme/shop", "--app", "acme-detoil"]);
  expect(printed.at(-1)).toContain(lists);
  await atFirst.close();
  vi.unstubAllEnvs();
  // A world's lists show everything.
  await preview(["release-pr", "--repo", "acme/shop", "--world", file]);
  expect(printed.at(-1)).toContain(
    "  open the pull request “Release 2026-11-20” (develop → main)  (1 pull request is waiting for main)",
  );
  expect(printed.at(-1)).not.toContain("may exist");
});

test("the App is the one that was set up here, else the one whose marked texts are in the repository", async () => {
  const marked = (user: string, body: string) => ({ title: "Tasks", user, body });
  const issues = [
    marked("renovate[bot]", "Dashboard"),
    marked("alice", "<!-- detoil:tasks -->"),
    marked("acme-detoil[bot]", "<!-- detoil:tasks -->"),
  ].map((issue, index) => ({ number: index + 1, ...issue }));
  const users = ["alice", "renovate[bot]", "acme-detoil[bot]"].map((login) => ({ login }));
  const simulator = createSimulator(parseWorld({ users, repos: [{ name: "acme/shop", issues }] }, "world"));
  const { apiUrl: baseUrl, fetch } = simulator;
  const github = connectToken({ baseUrl, fetch, token: simulator.installationToken("acme/shop"), slug: "detoil" });
  expect(await slugOnRepository(github, "acme/shop")).toBe("acme-detoil");
  expect(await slugOnRepository(github, "acme/gone")).toBe(null);

  const folder = mkdtempSync(join(tmpdir(), "detoil-slug-"));
  expect(await savedSlug(folder)).toBe(null);
  const app = { id: 1, slug: "our-detoil", html_url: "", client_id: "", client_secret: "", webhook_secret: "x" };
  writeFileSync(join(folder, "github-app.json"), JSON.stringify({ ...app, pem: "PRIVATE KEY" }));
  expect(await savedSlug(folder)).toBe("our-detoil");
});

test("on a terminal it says what it reads once that takes two seconds, and takes it away", () => {
  vi.useFakeTimers();
  try {
    const said: string[] = [];
    const terminal = { isTTY: true, write: (text: string) => said.push(text) };
    let requests = 3;
    {
      using _slow = sayWhileSlow(() => `${requests} requests`, terminal);
      vi.advanceTimersByTime(1_999);
      expect(said).toEqual([]);
      vi.advanceTimersByTime(1);
      requests = 7;
      vi.advanceTimersByTime(500);
    }
    const clean = said.map((text) => text.replaceAll("·", "").slice(1, -"\u001b[K".length));
    expect(clean).toEqual([" 3 requests", " 7 requests", ""]);
    vi.advanceTimersByTime(10_000);
    expect(said).toHaveLength(3);
  } finally {
    vi.useRealTimers();
  }
});

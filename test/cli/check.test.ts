import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { repositoryIn } from "../../src/cli/check/git-origin.ts";
import { check } from "../../src/cli/check.ts";
import { CommandError } from "../../src/cli/command-error.ts";
import { UsageError } from "../../src/cli/usage.ts";

const folder = mkdtempSync(join(tmpdir(), "detoil-check-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(text: string | Buffer): string {
  const file = join(folder, "sre.yml");
  writeFileSync(file, text);
  return file;
}

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const lines = { out: [] as string[], err: [] as string[] };
  const log = vi.spyOn(console, "log").mockImplementation((line) => void lines.out.push(String(line)));
  const error = vi.spyOn(console, "error").mockImplementation((line) => void lines.err.push(String(line)));
  try {
    const code = await check(argv);
    return { code, out: lines.out.join("\n"), err: lines.err.join("\n") };
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
}

test("a valid file: one line, exit code 0", async () => {
  const file = written("version: 1\n");
  expect(await run(file)).toEqual({ code: 0, out: `${file} is valid.`, err: "" });
});

test("problems as FILE:LINE:COL: message on stderr, exit code 1", async () => {
  const file = written("version: 1\nlangauge: ja\nrelease: {lanes: []}\n");
  const { code, out, err } = await run(file);
  expect(code).toBe(1);
  expect(out).toBe("");
  expect(err.split("\n")).toEqual([
    `${file}:2:1: \`langauge\` is not a setting of sre.yml. Did you mean \`language\`?`,
    `${file}:3:18: \`lanes\` is an empty list and needs at least one entry. Write for example \`lanes: [{from: develop, to: main}]\`.`,
  ]);
});

test("warnings leave the exit code 0", async () => {
  const file = written("version: 1\n_extends: .github\nrelease: {}\nenvironments: []\n");
  const { code, out, err } = await run(file);
  expect(code).toBe(0);
  expect(out).toBe(`${file} is valid, with 2 warnings.`);
  expect(err).toContain(`${file}:4:1: warning: \`environments\` is not available yet`);
});

test("what is no YAML is said to hide the rest, and its lines are not all repeated", async () => {
  const broken = written("version: 1\nrelease: {lanes: [{from: develop, to: main}\ncalender: {}\n");
  const { code, err } = await run(broken);
  expect(code).toBe(1);
  expect(err.split("\n").at(-1)).toBe(`${broken} is not YAML as it is: fix this first; the rest is checked then.`);
  const prose = join(import.meta.dirname, "../../README.md");
  const lines = (await run(prose)).err.split("\n");
  expect(lines.filter((line) => line.startsWith(`${prose}:`))).toHaveLength(20);
  expect(lines.slice(20)).toEqual([
    expect.stringMatching(/^And \d+ more\.$/),
    expect.stringContaining("fix this first"),
  ]);
  const whole = await run(written("version: 1\ncalender: {}\n"));
  expect(whole.err).not.toContain("fix this first");
});

test("--json: all of them on stdout, and nothing else", async () => {
  const file = written("version: 1\nrelease: {lanes: [{from: 3, to: main}]}\nenvironments: []\n");
  const { code, out, err } = await run(file, "--json");
  expect(code).toBe(1);
  expect(err).toBe("");
  expect(JSON.parse(out)).toEqual([
    {
      line: 2,
      column: 26,
      path: "release.lanes[0].from",
      message: '`from: 3` must be text, but is a number. Put it in quotes: `from: "3"`.',
      severity: "error",
    },
    expect.objectContaining({ line: 3, column: 1, path: "environments", severity: "warning" }),
  ]);
  expect(JSON.parse((await run(written("version: 1\n"), "--json")).out)).toEqual([]);
});

test("a byte order mark and Windows line ends do not matter", async () => {
  const file = written("\uFEFFversion: 1\r\nlangauge: ja\r\n");
  expect((await run(file)).err).toContain(":2:1:");
});

test.each([
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1])],
  ["a huge file", Buffer.alloc(3_000_000, "x: 1\n")],
])("%s is answered in a sentence", async (_, bytes) => {
  const { code, err } = await run(written(bytes));
  expect(code).toBe(1);
  expect(err).toMatch(/^[^\n]+:\d+:\d+: [A-Z`].*\.$/);
});

test("no such file, a folder, two files, an unknown option", async () => {
  await expect(check([join(folder, "nope.yml")])).rejects.toThrow(CommandError);
  await expect(check([folder])).rejects.toThrow("is a folder: name a file.\nUsage: detoil check");
  await expect(check(["a", "b"])).rejects.toThrow(UsageError);
  await expect(check(["--jsno"])).rejects.toThrow(UsageError);
});

test("from a shell, the default file is .github/sre.yml", () => {
  const cli = join(import.meta.dirname, "../../src/cli/index.ts");
  const { status, stderr, stdout } = spawnSync(process.execPath, [cli, "check"], { cwd: folder, encoding: "utf8" });
  expect(stdout).toBe("");
  expect(stderr.trim()).toBe(
    "There is no file .github/sre.yml.\nUsage: detoil check [FILE] [--json] [--effective [--repo OWNER/NAME]]",
  );
  expect(status).toBe(1);
});

test("--effective: every value with its place, as a sre.yml that says the same", async () => {
  const file = written(
    'version: 1\nmilestones:\n  tasks:\n    - {key: a, title: A, body: "b\\nc"}\n    - key: b\n      title: B\n      due: -1 day\nrelease: null\n',
  );
  const { code, out, err } = await run(file, "--effective");
  expect([code, err]).toEqual([0, ""]);
  expect(out.split("\n").map((line) => line.replace(/ +# /, " # "))).toEqual(
    expect.arrayContaining([
      "timezone: UTC # default",
      "calendar:",
      "  hours: 09:00-18:00 # default",
      `release: null # ${file}:8`,
      "  tasks:",
      `    - key: a # ${file}:4`,
      `      body: "b\\nc" # ${file}:4`,
      "      labels: [] # default",
      `    - key: b # ${file}:5`,
      `      due: -1 day # ${file}:7`,
    ]),
  );
  const again = join(folder, "again.yml");
  writeFileSync(again, out);
  const withoutPlaces = (text: string) => text.replaceAll(/ +# .*/g, "");
  expect(withoutPlaces((await run(again, "--effective")).out)).toBe(withoutPlaces(out));
  const values: unknown = JSON.parse((await run(file, "--effective", "--json")).out);
  expect(values).toContainEqual({ path: "milestones.tasks[1].due", value: "-1 day", file, line: 7 });
  expect(values).toContainEqual({ path: "milestones.tasks[1].labels", value: [], file: null, line: null });
});

test("--effective says what it could not read; a broken file has no values", async () => {
  vi.stubEnv("GITHUB_TOKEN", "");
  const file = written("version: 1\n_extends: .github\nrelease: {}\n");
  const unread = (why: string) => `${file}:2:11: warning: \`_extends: .github\` was not read${why}`;
  const alone = await run(file, "--effective");
  expect([alone.code, alone.err]).toEqual([
    0,
    unread(", because nothing says which repository this is: name it with --repo OWNER/NAME."),
  ]);
  const { code, err, out } = await run(file, "--effective", "--repo", "acme/shop");
  vi.unstubAllEnvs();
  expect([code, err]).toEqual([
    0,
    unread(": set GITHUB_TOKEN to a token that may read it. Its values are missing below."),
  ]);
  expect(out).toMatch(/^release: \{\} +# .*:3$/m);
  expect(await run(written("version: 2\n"), "--effective")).toMatchObject({ code: 1, out: "" });
  await expect(run(file, "--repo", "acme/shop")).rejects.toThrow(UsageError);
});

test.each([
  ["https://github.com/acme/shop.git\n", "acme/shop"],
  ["git@ghe.example:acme/shop.js", "acme/shop.js"],
  ["ssh://git@github.com:22/acme/.github/", "acme/.github"],
  ["/srv/git", null],
])("the repository of the remote %j is %s", (url, repository) => {
  expect(repositoryIn(url)).toBe(repository);
});

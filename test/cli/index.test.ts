import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { automations } from "../../src/automations/index.ts";
import { helpOn } from "../../src/cli/help.ts";
import { linesOf } from "../config/check-text.ts";

const root = join(import.meta.dirname, "../..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

function detoil(...words: string[]) {
  const { status, stdout, stderr } = spawnSync("node", [join(root, "bin/detoil.js"), ...words], { encoding: "utf8" });
  return { status, stdout, stderr };
}

test.each([
  { words: ["--help"], status: 0, on: "stdout", says: "AUTOMATION is config, release-pr" },
  {
    words: ["check", "--help"],
    status: 0,
    on: "stdout",
    says: "Usage: detoil check [FILE] [--json] [--effective [--repo OWNER/NAME]]\n\nValidates",
  },
  { words: ["preview", "release-pr", "-h"], status: 0, on: "stdout", says: "GITHUB_TOKEN in the environment" },
  { words: ["help", "github"], status: 0, on: "stdout", says: "--lag SECONDS  its lists" },
  { words: ["nonsense", "--help"], status: 0, on: "stdout", says: "detoil doctor" },
  { words: ["--version"], status: 0, on: "stdout", says: version },
  { words: [], status: 2, on: "stderr", says: "detoil doctor" },
  { words: ["nonsense"], status: 2, on: "stderr", says: "There is no command `nonsense`. Commands: backfill, check," },
  { words: ["chekc"], status: 2, on: "stderr", says: "There is no command `chekc`. Did you mean `check`?\n" },
  { words: ["record"], status: 2, on: "stderr", says: "Say what to record: deployment or incident." },
  { words: ["token"], status: 2, on: "stderr", says: "Say what to do: add, list or revoke." },
  { words: ["backfill"], status: 2, on: "stderr", says: "Which repository? Name it with --repo OWNER/NAME." },
  {
    words: ["check", "--jsno"],
    status: 2,
    on: "stderr",
    says: "There is no option --jsno. Did you mean `--json`?\nUsage: d",
  },
  { words: ["preview", "relase-pr"], status: 2, on: "stderr", says: "`relase-pr`. Did you mean `release-pr`?\n" },
] as const)("detoil $words", ({ words, status, on, says }) => {
  const answer = detoil(...words);
  expect(answer.status).toBe(status);
  expect(answer[on]).toContain(says);
  expect(answer[on === "stdout" ? "stderr" : "stdout"]).toBe("");
});

test("without the simulated GitHub, as in the image, a command that needs it says so in one line", () => {
  const image = mkdtempSync(join(tmpdir(), "detoil-image-"));
  try {
    for (const part of ["bin", "src", "package.json"]) cpSync(join(root, part), join(image, part), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(image, "node_modules"));
    const world = ["preview", "release-pr", "--repo", "acme/shop", "--world", join(root, "package.json")];
    for (const words of [["github"], ["demo", "--exit"], ["try"], world]) {
      const { status, stdout, stderr } = spawnSync("node", [join(image, "bin/detoil.js"), ...words], {
        encoding: "utf8",
      });
      const says = "The simulated GitHub is not part of the image: run this in a checkout.\n";
      expect({ words, status, stdout, stderr }).toEqual({ words, status: 1, stdout: "", stderr: says });
    }
  } finally {
    rmSync(image, { recursive: true });
  }
});

test("the overview names no command that is not there", () => {
  expect(detoil("--help").stdout).not.toMatch(/not available/i);
});

test("the help of preview names every automation", async () => {
  const named = /^AUTOMATION is (.*)\.$/m.exec(await helpOn("preview"))?.[1]?.split(/, (?:or )?/) ?? [];
  expect(named.toSorted()).toEqual(automations.map(({ name }) => name).toSorted());
});

test("the help of preview says which automation follows which section, and so does the check of a file", async () => {
  const help = await helpOn("preview");
  for (const { name, section } of automations) {
    const isNamed = section !== null && section !== name;
    expect(help.includes(`${name} is \`${section}\``), name).toBe(isNamed);
    if (isNamed) {
      expect(linesOf(`version: 1\n${name}: {}\n`)).toEqual([
        `2:1 ${name}: \`${name}\` is not a setting of sre.yml. Its section is \`${section}\`.`,
      ]);
    }
  }
});

test("a path is meant from where npm was called, unless a script went elsewhere", () => {
  const folder = mkdtempSync(join(tmpdir(), "detoil-called-"));
  writeFileSync(join(folder, "mine.yml"), "version: 1\n");
  const said = (cwd: string, file: string) => {
    const env = { ...process.env, INIT_CWD: folder };
    return spawnSync("node", [join(root, "bin/detoil.js"), "check", file], { cwd, env, encoding: "utf8" });
  };
  try {
    expect(said(root, "mine.yml")).toMatchObject({ status: 0, stdout: "mine.yml is valid.\n", stderr: "" });
    expect(said(join(root, "docs"), "mine.yml").stderr).toContain("There is no file mine.yml.");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("an older Node.js goes on with the runtime that came along, or says what is missing", () => {
  const older = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.1.0" } });';
  const words = ["--import", `data:text/javascript,${encodeURIComponent(older)}`, join(root, "bin/detoil.js"), "chekc"];
  const { status, stderr } = spawnSync("node", words, { encoding: "utf8" });
  const brought = existsSync(join(root, `node_modules/node-${process.platform}-${process.arch}`));
  expect(stderr).toContain(brought ? "Did you mean `check`?" : "Detoil needs Node.js 24 or newer and this is 20.1.0.");
  expect(status).toBe(brought ? 2 : 1);
});

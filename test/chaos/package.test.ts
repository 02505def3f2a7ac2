import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

test("the package runs below node_modules: JavaScript, with everything that is read beside it", () => {
  const folder = mkdtempSync(join(tmpdir(), "detoil-package-"));
  const run = (command: string, words: readonly string[], cwd: string) => {
    const { status, stdout, stderr } = spawnSync(command, words, { cwd, encoding: "utf8" });
    return { status, stdout, stderr };
  };
  try {
    const packed = run("npm", ["pack", "--json", "--pack-destination", folder], root);
    expect(packed.status, packed.stderr).toBe(0);
    const place = join(folder, "node_modules/detoil");
    mkdirSync(place, { recursive: true });
    const [tarball = ""] = globSync("*.tgz", { cwd: folder });
    expect(run("tar", ["-xzf", tarball, "-C", place, "--strip-components=1"], folder).status).toBe(0);
    expect(globSync("**/*.ts", { cwd: place })).toEqual([]);
    symlinkSync(join(root, "node_modules"), join(place, "node_modules"));

    const detoil = (...words: string[]) => run("node", [join(place, "bin/detoil.js"), ...words], folder);
    // more than 2,048 characters are read in a thread, which has a file of its own
    writeFileSync(join(folder, "sre.yml"), `version: 1\n${"# long\n".repeat(400)}`);
    writeFileSync(join(folder, "world.json"), JSON.stringify({ repos: [{ name: "acme/shop" }] }));
    expect(detoil("check", "sre.yml")).toMatchObject({ status: 0, stdout: "sre.yml is valid.\n" });
    expect(detoil("preview", "release-pr", "--repo", "acme/shop", "--world", "world.json")).toMatchObject({
      status: 0,
    });
    expect(detoil("doctor").stdout).toMatch(/APP_ID|credentials/);
    expect(detoil("demo", "--exit").status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
    rmSync(join(root, "dist"), { recursive: true, force: true });
  }
});

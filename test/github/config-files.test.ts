import { expect, test } from "vitest";
import { createSimulator, parseWorld, type Simulator } from "../../simulator/index.ts";
import { loadConfig } from "../../src/config/load.ts";
import { configFiles } from "../../src/github/config-files.ts";
import { PlaceNotFound } from "../../src/github/errors.ts";
import { connectToken } from "../../src/github/token.ts";

const FILE = ".github/sre.yml";
const GOOD = "version: 1\nlanguage: ja\n";

/** acme/shop, whose sre.yml is written by these commits, one after the other. */
function shopWith(texts: readonly (string | null)[], more: readonly object[] = []): Simulator {
  const commits = texts.map((text, at) => ({
    sha: `c${at}`,
    parents: at === 0 ? [] : [`c${at - 1}`],
    committed_at: `2026-11-${String(at + 1).padStart(2, "0")}T00:00:00Z`,
    files: { [FILE]: text, "a.txt": `${at}\n` },
  }));
  const shop = { name: "acme/shop", default_branch: "main", commits, branches: { main: `c${texts.length - 1}` } };
  return createSimulator(parseWorld({ now: "2026-11-30T00:00:00Z", repos: [shop, ...more] }, "world.json"));
}

function filesOf(simulator: Simulator, name = "shop") {
  const github = connectToken({
    baseUrl: simulator.apiUrl,
    token: simulator.installationToken("acme/shop"),
    slug: "detoil",
    fetch: simulator.fetch,
  });
  return configFiles(github, { owner: "acme", name });
}

test("a repository without a sre.yml has none: that is not a failure, and its org's default is read", async () => {
  const org = {
    name: "acme/.github",
    default_branch: "main",
    commits: [{ sha: "o", files: { [FILE]: GOOD } }],
    branches: { main: "o" },
  };
  expect(await filesOf(shopWith([null])).own()).toMatchObject({ text: null, defaultBranch: "main" });
  expect(await loadConfig(filesOf(shopWith([null])))).toMatchObject({ state: "absent" });
  const loaded = await loadConfig(filesOf(shopWith([null], [org])));
  expect(loaded).toMatchObject({ state: "valid", language: "ja", origin: { repository: "acme/.github" } });
});

test("a version of the history without the file is a version without it", async () => {
  const own = await filesOf(shopWith([GOOD, null, GOOD])).own();
  expect((await own.history()).map(({ text }) => text)).toEqual([GOOD, null, GOOD]);
});

test("a history too expensive for one query is read in smaller pages, and no further than needed", async () => {
  const texts = Array.from({ length: 28 }, (_, at) => `version: 1\n# ${at}\n`);
  const simulator = shopWith(texts);
  await simulator.fetch(`${simulator.baseUrl}/_sim/limits`, { method: "POST", body: '{"query_nodes": 12}' });
  const own = await filesOf(simulator).own();
  expect((await own.history()).slice(0, 20).map(({ text }) => text)).toEqual(texts.toReversed().slice(0, 20));
  const sizes = simulator.requests.filter(({ operation }) => operation === "ReadConfigHistory");
  expect(sizes).toHaveLength(3); // 20 are too many, 10, 10
});

test("a missing repository is reported as such; a missing file is another matter", async () => {
  await expect(filesOf(shopWith([GOOD]), "nowhere").own()).rejects.toBeInstanceOf(PlaceNotFound);
  expect(await filesOf(shopWith([GOOD])).other("acme", "nowhere", FILE)).toBe("missing");
});

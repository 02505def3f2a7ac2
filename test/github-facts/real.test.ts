import { afterAll, beforeAll, expect, test } from "vitest";
import { createSimulator, listen, parseWorld } from "../../simulator/index.ts";
import type { Scratch } from "./fact.ts";
import { FACTS } from "./facts/index.ts";
import { madePull } from "./made.ts";
import { readFindings, renderPage } from "./page.ts";
import { openScratch, type RealGitHub, tryReal } from "./real.ts";

/** How a real GitHub is tried, on a simulated one that plays its part. */

const simulator = createSimulator(
  parseWorld(
    {
      repos: [
        {
          name: "octo/scratch",
          permission: { bo: "write" },
          commits: [{ sha: "c1" }, { sha: "c2", parents: ["c1"] }],
          branches: { main: "c2" },
        },
        { name: "octo/empty" },
      ],
    },
    "real",
  ),
);
let listening: Awaited<ReturnType<typeof listen>>;
let github: RealGitHub;

beforeAll(async () => {
  listening = await listen(simulator);
  const { id, privateKey } = simulator.app;
  const apiUrl = `${listening.url}/api/v3`;
  const repository = { apiUrl, owner: "octo", repo: "scratch", betweenWrites: 0 };
  github = { ...repository, appId: String(id), privateKey, token: "sim_bo" };
});

afterAll(() => listening.close());

const factNamed = (id: string) => {
  const found = FACTS.find((fact) => fact.id === id);
  if (found === undefined) throw new Error(`no fact ${id}`);
  return found;
};

test("a fact that holds is proven, and what it created is removed or closed", async () => {
  const open = await openScratch(github);
  const pull = await tryReal(factNamed("refusals/pull-twice"), open, "2026-11-27");
  expect(pull).toEqual({ kind: "proven", day: "2026-11-27", what: "422" });
  const repo = simulator.state.repos.get("octo/scratch");
  expect([...(repo?.branches.keys() ?? [])]).toEqual(["main"]);
  expect([...(repo?.pulls.values() ?? [])].map(({ state }) => state)).toEqual(["closed"]);
  await tryReal(factNamed("refusals/label-twice"), open, "2026-11-27");
  expect([...(repo?.labels.keys() ?? [])]).toEqual([]);
});

test("a fact that does not hold differs, and what it created is still cleaned up", async () => {
  const open = await openScratch(github);
  const seen = async (scratch: Scratch) => {
    await madePull(scratch);
    throw new Error("it was otherwise\n\n+ details");
  };
  const finding = await tryReal({ ...factNamed("refusals/pull-twice"), seen }, open, "2026-11-27");
  expect(finding).toEqual({ kind: "differs", day: "2026-11-27", what: "it was otherwise" });
  const repo = simulator.state.repos.get("octo/scratch");
  expect([...(repo?.pulls.values() ?? [])].filter(({ state }) => state === "open")).toEqual([]);
});

test("a fact that needs something special, or a second person who is missing, is not tried", async () => {
  const open = await openScratch({ ...github, token: null });
  expect(await tryReal(factNamed("refusals/draft"), open, "2026-11-27")).toMatchObject({ kind: "not tried" });
  expect(await tryReal(factNamed("refusals/pull-twice"), open, "2026-11-27")).toEqual({
    kind: "not tried",
    why: "takes GITHUB_TOKEN, of a second person with write access",
  });
});

test("a repository without the App, or without two commits, is reported in one sentence", async () => {
  await expect(openScratch({ ...github, owner: "nobody" })).rejects.toThrow(
    "The App is not installed on nobody/scratch.",
  );
  await expect(openScratch({ ...github, repo: "empty" })).rejects.toThrow("octo/empty needs two commits.");
});

test("the page keeps what was found out, whatever is in it", () => {
  const findings = new Map([
    ["refusals/draft", { kind: "proven", day: "2026-11-27", what: "422 a | b" }],
    ["refusals/title-long", { kind: "differs", day: "2026-11-26", what: "it was 200" }],
  ] as const);
  const page = renderPage(FACTS, findings);
  expect(readFindings(page)).toEqual(findings);
  expect(page).toContain("**differs** 2026-11-26: it was 200 |");
});

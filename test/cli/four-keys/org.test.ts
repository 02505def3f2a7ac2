import { expect, test, vi } from "vitest";
import { createSimulator, listen, parseWorld } from "../../../simulator/index.ts";
import { PRODUCTION, repository, run, worldWith, written } from "./world.ts";

const file = written(
  "org.json",
  worldWith(
    repository("acme/shop", PRODUCTION),
    repository("acme/api", `${PRODUCTION}  lead-time: merged\n`),
    repository("acme/docs", "version: 1\n"),
    repository("acme/broken", "version: 1\nfour-keys: {windo: 1}\n"),
    { ...repository("acme/old", PRODUCTION), archived: true },
    repository("other/site", PRODUCTION),
  ),
);
const org = (...argv: string[]) => run("--world", file, "--org", "acme", ...argv);

test("one row for each repository with the section, never added up; the others are named", async () => {
  const { out, err } = await org("--format", "json");
  const { repositories, ...rest } = JSON.parse(out);
  const shown = repositories.map(({ repo, leadTime, deploymentFrequency }: Row) => ({
    repo,
    seconds: leadTime.seconds,
    deployments: deploymentFrequency.deployments,
  }));
  expect(shown).toEqual([
    { repo: "acme/api", seconds: (7_200 + 93_630) / 2, deployments: 2 },
    { repo: "acme/shop", seconds: 68_415, deployments: 2 },
  ]);
  expect(rest).toMatchObject({ org: "acme", withoutFourKeys: ["acme/docs"], archived: ["acme/old"] });
  expect(rest.unread).toEqual([{ repo: "acme/broken", why: expect.stringMatching(/sre\.yml:2:/) }]);
  expect(err.filter((line) => line.startsWith("Read "))).toHaveLength(2);
});

interface Row {
  readonly repo: string;
  readonly leadTime: { readonly seconds: number };
  readonly deploymentFrequency: { readonly deployments: number };
}

test("--format text", async () => {
  expect((await org()).out).toBe(
    [
      "Four Keys of acme, Sat 31 Oct 00:00 UTC to Sat 28 Nov 00:00 UTC",
      "",
      "repository  deployments a week  lead time (median)  fail rate  recovery (median)  rework",
      "acme/api    0.5 (medium)        14 h (elite)        50% (low)  43 min (elite)     0%",
      "acme/shop   0.5 (medium)        19 h (elite)        50% (low)  43 min (elite)     0%",
      "",
      "1 repository without the section `four-keys`: acme/docs.",
      "1 repository archived: acme/old.",
      "1 repository not read: acme/broken.",
    ].join("\n"),
  );
});

test("--format markdown, csv, ndjson and html", async () => {
  const markdown = (await org("--format", "markdown")).out;
  expect(markdown).toContain("| `acme/api` | 0.5 (medium) | 14 h (elite) | 50% (low) | 43 min (elite) | 0% |");
  const csv = (await org("--format", "csv")).out.split("\r\n");
  expect(csv.slice(1)).toEqual([
    expect.stringMatching(/^acme\/api,/),
    expect.stringMatching(/^acme\/shop,2026-10-31T00/),
  ]);
  const changes = (await org("--format", "csv", "--detail")).out.split("\r\n");
  expect(changes.map((line) => line.split(",").slice(0, 2).join())).toEqual([
    ...["repo,pull", "acme/api,1", "acme/api,2", "acme/shop,1", "acme/shop,2"],
  ]);
  const records = (await org("--format", "ndjson")).out.split("\n").map((line) => JSON.parse(line).repo);
  expect(new Set(records)).toEqual(new Set(["acme/api", "acme/shop"]));
  expect((await org("--format", "html")).out).toContain('<a href="http://github.test/acme/api">');
});

test("rows of different windows and statistics say so; where all teams write Japanese, so does the table", async () => {
  const mixed = written(
    "mixed.json",
    worldWith(
      repository("acme/a", `language: ja\n${PRODUCTION}  window: 8 weeks\n`),
      repository("acme/b", `language: ja\n${PRODUCTION}  statistic: p90\n`),
    ),
  );
  const { out } = await run("--world", mixed, "--org", "acme", "--format", "markdown");
  expect(out.split("\n").slice(0, 3)).toEqual([
    "### acme の Four Keys",
    "",
    "| リポジトリ | 週あたりのデプロイ | リードタイム | 障害率 | 復旧時間 | 手戻り率 | 統計 | 期間 |",
  ]);
});

test("a repository that deploys to another environment than its sre.yml names is told", async () => {
  const renamed = written("renamed.json", worldWith(repository("acme/shop", PRODUCTION.replace("production", "prod"))));
  const { err } = await run("--world", renamed, "--org", "acme");
  expect(err.at(-1)).toMatch(
    /^acme\/shop: nothing was deployed to `prod`; .* went to `production` \(did you mean `prod`\?\)\.$/,
  );
});

test("an organization in which nobody has the section", async () => {
  const none = written("none.json", worldWith(repository("acme/docs", null)));
  const { out } = await run("--world", none, "--org", "acme");
  expect(out).toBe(
    "Four Keys of acme\n\nNo repository has the section `four-keys` in its sre.yml.\n1 repository without the section `four-keys`: acme/docs.",
  );
});

test("--org says at the end what it cost, with the repositories that have no row", async () => {
  const world = worldWith(
    repository("acme/shop", PRODUCTION),
    repository("acme/docs", "version: 1\n"),
    repository("acme/broken", "version: 1\nfour-keys: {windo: 1}\n"),
  );
  const simulator = createSimulator(parseWorld(world, "world"));
  const github = await listen(simulator);
  vi.stubEnv("GITHUB_API_URL", `${github.url}/api/v3`);
  vi.stubEnv("GITHUB_TOKEN", "sim_alice");
  try {
    const { err } = await run("--org", "acme", "--at", "2026-11-28T00:00:00Z");
    const asked = simulator.requests;
    const rest = asked.filter(({ path }) => !path.endsWith("/graphql")).length;
    const points = asked.reduce((sum, one) => sum + one.points, 0);
    expect(err.at(-1)).toBe(
      `It took ${asked.length} requests to GitHub: ${rest} of the REST limit, and ${points} points of GraphQL's.`,
    );
    const { err: ofWorld } = await org();
    expect(ofWorld.join("\n")).not.toContain("It took");
  } finally {
    await github.close();
    vi.unstubAllEnvs();
  }
});

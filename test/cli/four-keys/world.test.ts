import { afterEach, expect, test, vi } from "vitest";
import { createSimulator, listen, parseWorld } from "../../../simulator/index.ts";
import { CommandError } from "../../../src/cli/command-error.ts";
import { UsageError } from "../../../src/cli/usage.ts";
import { PRODUCTION, repository, run, worldWith, written } from "./world.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

const one = written("one.json", worldWith(repository("acme/shop", PRODUCTION)));

/** 7 h and 31 h 30 s from the first commit to the deployment. */
const NUMBERS = {
  from: "2026-10-31T00:00:00Z",
  to: "2026-11-28T00:00:00Z",
  deploymentFrequency: { deployments: 2, perWeek: 0.5, daysWithDeployment: 2 },
  leadTime: { changes: 2, seconds: 68_415 },
  changeFailRate: { deployments: 2, failed: 1, rate: 0.5 },
  recoveryTime: { incidents: 1, seconds: 2_580 },
  unattributed: { changes: 0, incidents: 0 },
};

async function json(...argv: string[]) {
  const { out, err, rejected } = await run(...argv, "--format", "json");
  expect(rejected).toBeNull();
  return { report: JSON.parse(out), err };
}

test("--world: the window ends at the world's time, and one line says what was read by which sre.yml", async () => {
  const { report, err } = await json("--world", one);
  expect(report).toMatchObject(NUMBERS);
  expect(err).toEqual([
    "Read 2 merged pull requests, 2 deployments and 1 incident of acme/shop (the whole history). Configuration: .github/sre.yml.",
  ]);
});

test("a window after the last deployment says when that was", async () => {
  const { out } = await run("--world", one, "--at", "2027-02-01T00:00:00Z");
  expect(out).toContain("–  –  no deployments; the last one was on Thu 5 Nov 2026\n");
});

test("--world: what is printed as records gives the same numbers again", async () => {
  const records = written("records.ndjson", (await run("--world", one, "--format", "ndjson")).out);
  const window = ["--at", "2026-11-28T00:00:00Z", "--detail"];
  const again = await json("--events", records, ...window);
  expect(again.report).toEqual((await json("--world", one, ...window)).report);
});

test("--at another time, and --from with --to", async () => {
  const before = await json("--world", one, "--at", "2026-11-04T00:00:00Z");
  expect(before.report.deploymentFrequency.deployments).toBe(1);
  const window = ["--from", "2026-11-05T00:00:00Z", "--to", "2026-11-06T00:00:00Z"];
  expect((await json("--world", one, ...window)).report.deploymentFrequency).toMatchObject({
    deployments: 1,
    perDay: 1,
  });
});

test("--world: repositories count together, each by its own sre.yml, and shown as the first one's says", async () => {
  const staging = `${PRODUCTION.replace("production", "staging")}  window: 1 weeks\n`;
  const file = written(
    "several.json",
    worldWith(
      repository("acme/plain", null),
      repository("acme/shop", `${PRODUCTION}  window: 8 weeks\n`),
      repository("acme/stage", staging),
    ),
  );
  const { report, err } = await json("--world", file);
  expect(report).toMatchObject({
    from: "2026-10-03T00:00:00Z",
    deploymentFrequency: { deployments: 4, daysWithDeployment: 2 },
    leadTime: { changes: 4, seconds: 68_415 },
    changeFailRate: { failed: 2 },
    // acme/stage deploys to staging only, where nothing was.
    unattributed: { changes: 2, incidents: 1 },
  });
  expect(err).toEqual([
    "Read 6 merged pull requests, 4 deployments and 3 incidents of 3 repositories (the whole history). Configuration: of each its own, else Detoil's defaults; window, time zone and statistic are those of acme/shop.",
    "acme/stage: nothing was deployed to `staging`; its latest deployments went to `production`.",
  ]);
  expect((await json("--world", file, "--repo", "acme/plain")).report).toMatchObject(NUMBERS);
});

test("--world: of several repositories, one whose sre.yml is broken keeps nobody from the others, and is named", async () => {
  const broken = repository("acme/broken", "version: 1\nfour-keys: {windo: 1}\n");
  const file = written("one-broken.json", worldWith(broken, repository("acme/shop", PRODUCTION)));
  const { report, err } = await json("--world", file);
  expect(report).toMatchObject(NUMBERS);
  expect(err).toEqual([
    expect.stringMatching(/^acme\/broken has no valid sre\.yml: \.github\/sre\.yml:2:/),
    expect.stringContaining("2 deployments and 1 incident of acme/shop"),
  ]);
});

test("--world: where nothing was deployed to what counts, the environments that there are are named", async () => {
  const renamed = PRODUCTION.replace("production", "prod");
  const file = written("renamed.json", worldWith(repository("acme/shop", renamed)));
  const { report, err } = await json("--world", file);
  expect(report.deploymentFrequency.deployments).toBe(0);
  expect(err.slice(1)).toEqual([
    "acme/shop: nothing was deployed to `prod`; its latest deployments went to `production` (did you mean `prod`?).",
  ]);
});

test("the defaults, a file in place of the repository's, the last valid version: which one is said", async () => {
  const said = async (sre: string | null, ...argv: string[]) => {
    const file = written("said.json", worldWith(repository("acme/shop", sre)));
    return (await run("--world", file, ...argv)).err[0]?.replace(/^.*Configuration: /, "");
  };
  expect(await said(null)).toBe("Detoil's defaults, because there is no .github/sre.yml.");
  expect(await said("version: 1\n")).toBe("Detoil's defaults, because .github/sre.yml has no section `four-keys`.");
  const older = repository("acme/shop", null);
  const files = (sha: string, text: string) =>
    older.commits.map((one) => (one.sha === sha ? { ...one, files: { ".github/sre.yml": text } } : one));
  older.commits = files("a", PRODUCTION);
  older.commits = files("m2", `${PRODUCTION}  windo: 1\n`);
  const { out, err } = await run("--world", written("older.json", worldWith(older)), "--format", "json");
  expect(err[0]).toMatch(/ Configuration: the last valid version of \.github\/sre\.yml\.$/);
  expect(JSON.parse(out)).toMatchObject(NUMBERS);
  const config = written("other.yml", PRODUCTION.replace("production", "staging"));
  expect(await said(null, "--config", config)).toBe(`${config}.`);
});

test("--config: its environments count", async () => {
  const config = written("staging.yml", PRODUCTION.replace("production", "staging"));
  expect((await json("--world", one, "--config", config)).report.deploymentFrequency.deployments).toBe(0);
});

test("ways to deploy of which GitHub knows nothing are named beside the zero", async () => {
  const external = PRODUCTION.replace("environment: [production]", "external: true");
  const { err } = await run("--world", written("external.json", worldWith(repository("acme/shop", external))));
  expect(err[1]).toBe(
    "acme/shop: its deployments are posted to the server (`external`), so that GitHub has none to count.",
  );
});

test("--format html links to the world's own address, whatever GITHUB_API_URL says", async () => {
  vi.stubEnv("GITHUB_API_URL", "https://ghe.example.com/api/v3");
  const { out } = await run("--world", one, "--format", "html");
  expect(out).toContain('href="http://github.test/acme/shop/pull/2"');
  expect(out).not.toContain("ghe.example.com");
});

test("--repo asks GitHub with the token in GITHUB_TOKEN", async () => {
  const simulator = createSimulator(parseWorld(worldWith(repository("acme/shop", PRODUCTION)), "world"));
  const github = await listen(simulator);
  vi.stubEnv("GITHUB_API_URL", `${github.url}/api/v3`);
  vi.stubEnv("GITHUB_TOKEN", "sim_alice");
  try {
    const { report, err } = await json("--repo", "acme/shop", "--at", "2026-11-28T00:00:00Z");
    const asked = simulator.requests;
    const [rest, points] = [
      asked.filter(({ path }) => !path.endsWith("/graphql")).length,
      asked.reduce((sum, one) => sum + one.points, 0),
    ];
    expect(err.at(-1)).toBe(
      `It took ${asked.length} requests to GitHub: ${rest} of the REST limit, and ${points} points of GraphQL's.`,
    );
    expect(report).toMatchObject(NUMBERS);
    expect(err[0]).toMatch(/of acme\/shop \(since .+\)\. Configuration: \.github\/sre\.yml\.$/);
    const { rejected } = await run("--repo", "acme/none");
    expect(rejected).toBeInstanceOf(CommandError);
    expect(String(rejected)).toContain("acme/none is not there, or these credentials may not see it");
  } finally {
    await github.close();
  }
});

test("what cannot be read is said in one sentence", async () => {
  const rejected = async (...argv: string[]) => (await run(...argv)).rejected;
  vi.stubEnv("GITHUB_TOKEN", "");
  const broken = written("broken.json", worldWith(repository("acme/shop", "version: 1\nfour-keys: {windo: 1}\n")));
  const config = written("nothing.yml", "version: 1\n");
  for (const [argv, sentence] of [
    [["--world", one, "--repo", "acme/none"], `${one} has no repository acme/none. It has: acme/shop.`],
    [["--world", one, "--org", "acmee"], `${one} has no repository of acmee. It has those of: acme.`],
    [["--world", written("empty.json", {})], /empty\.json has no repository\.$/],
    [
      ["--world", broken],
      /^acme\/shop has no valid sre\.yml: \.github\/sre\.yml:2:\d+: .* Fix it, or name another one with --config\.$/,
    ],
    [
      ["--world", one, "--config", config],
      `${config} has no section \`four-keys\`. Add it, or leave out --config for the defaults.`,
    ],
    [["--world", "nowhere.json"], "There is no file nowhere.json."],
    [["--repo", "acme/shop"], /^Set GITHUB_TOKEN /],
  ] as const) {
    const error = await rejected(...argv);
    expect(error).toBeInstanceOf(CommandError);
    expect((error as CommandError).message).toMatch(sentence);
  }
  for (const argv of [
    ["--repo", "acme"],
    ["--org", "acme/shop"],
    ["--repo", "acme/shop", "--org", "acme"],
    ["--world", one, "--events", one],
    ["--world", one, "stray"],
    ["--world", one, "--org", "acme", "--detail"],
    [],
  ])
    expect(await rejected(...argv)).toBeInstanceOf(UsageError);
});

test("the page knows from sre.yml's own history when something else began to count", async () => {
  const { files: _, ...one } = repository("acme/shop", null);
  const [first, ...rest] = one.commits;
  const versions = [PRODUCTION, "four-keys: [", `${PRODUCTION}  lead-time: merged\n`];
  const edits = versions.map((text, at) => ({
    ...{ sha: `e${at}`, parents: [at === 0 ? "m2" : `e${at - 1}`], files: { ".github/sre.yml": text } },
    ...{ authored_at: `2026-11-0${5 + at}T12:00:00Z`, committed_at: `2026-11-0${5 + at}T12:00:00Z` },
  }));
  const file = written(
    "edited.json",
    worldWith({ ...one, commits: [first, ...rest, ...edits], branches: { main: "e2" } }),
  );
  const { out } = await run("--world", file, "--format", "html");
  expect(out).toContain("† lead-time changed in sre.yml on Sat 7 Nov 2026 12:00 UTC.<br>");
});

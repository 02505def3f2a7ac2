import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
import { createSimulator, listen, parseWorld, type Simulator } from "../../simulator/index.ts";
import type { Listening } from "../../simulator/server.ts";
import { doctor } from "../../src/cli/doctor.ts";
import { managedBlock } from "../../src/managed/managed-body.ts";
import { putInstallation } from "../../src/store/installations.ts";
import { putRepository } from "../../src/store/repositories.ts";
import { writeCredentials } from "../../src/web/setup/credentials.ts";
import { blankOnServer } from "../database/server.ts";
import { eachDatabase, execute, type TestDatabase } from "../each-database.ts";

const NOW = new Date("2026-11-21T00:00:00Z");
const manifest = parse(readFileSync(join(import.meta.dirname, "../../app.yml"), "utf8"));
const newKey = () =>
  generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs1", format: "pem" }).toString();
let privateKey: string;
let otherKey: string;
let simulator: Simulator;
let github: Listening;
let folder: string;

beforeAll(() => {
  privateKey = newKey();
  otherKey = newKey();
});

async function opened(app: Record<string, unknown> = {}, more: Record<string, unknown> = {}) {
  const world = { app: { slug: "detoil", id: 12, ...app }, repos: [{ name: "acme/shop" }], ...more };
  // The receiver of its webhooks answers what the test wants.
  simulator = createSimulator(parseWorld(world, "world"), {
    privateKey,
    transport: async () => new Response(null, { status: answers.shift() ?? 202 }),
  });
  github = await listen(simulator);
  simulator.webhooks.url = "https://detoil.acme.example/api/github/webhooks";
  simulator.webhooks.secret = "s";
}

let answers: number[];
beforeEach(async () => {
  answers = [];
  folder = mkdtempSync(join(tmpdir(), "detoil-doctor-"));
  await opened();
});

afterEach(async () => {
  expect(simulator.unexpected).toEqual([]);
  await github.close();
  rmSync(folder, { recursive: true, force: true });
});

async function examined(env: Record<string, string | undefined> = {}) {
  const lines: string[] = [];
  const given = {
    APP_ID: "12",
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: "s",
    GITHUB_API_URL: simulator.apiUrl,
    DETOIL_DATA: folder,
    ...env,
  };
  const code = await doctor([], { env: given as NodeJS.ProcessEnv, print: (line) => lines.push(line), now: NOW });
  expect(
    lines.every((line) => /^(ok {2}|fix |skip) {2}\S.*\.$/.test(line)),
    lines.join("\n"),
  ).toBe(true);
  return { code, lines, fix: lines.filter((line) => line.startsWith("fix")).map((line) => line.slice(6)) };
}

test("all in order", async () => {
  const { code, lines } = await examined();
  expect(lines).toEqual([
    "ok    App 12: its credentials are in the environment.",
    `ok    PRIVATE_KEY belongs to App 12, detoil, at ${simulator.apiUrl}.`,
    "ok    detoil has the permissions and events of app.yml.",
    "ok    1 installation, with every permission granted: acme.",
    "ok    No sre.yml, so Detoil does nothing in acme/shop.",
    "ok    Webhooks go to https://detoil.acme.example/api/github/webhooks.",
    "ok    No webhook has been sent yet.",
    `ok    There is no database in ${folder} yet: the first start creates it.`,
  ]);
  expect(code).toBe(0);
  expect(existsSync(join(folder, "pglite")), "nothing was made").toBe(false);
});

const LANES = "version: 1\nrelease: {lanes: [{from: develop, to: main}]}\n";
const LANE_REPO = {
  default_branch: "develop",
  files: { ".github/sre.yml": LANES },
  commits: [{ sha: "c1", files: ["a"] }],
  branches: { main: "c1", develop: "c1" },
  merge_queues: [{ branch: "main", checks: ["Detoil / release"] }],
};
const QUEUED = {
  name: "acme/shop",
  default_branch: "develop",
  private: false,
  permission: { alice: "write" },
  files: { ".github/sre.yml": LANES },
  commits: [
    { sha: "c1", files: ["a"] },
    { sha: "c2", parents: ["c1"], files: ["b"] },
  ],
  branches: { main: "c1", develop: "c2" },
  merge_queues: [{ branch: "main", checks: ["Detoil / release"] }],
};

/** What administrators set up before there were rulesets. */
const classic = (check: string) => ({ branches: ["main"], by: "protection", checks: [check] });

test("a release that deletes its own branch, and a branch guard that may be ignored", async () => {
  await github.close();
  const sreYml = `version: 1
release: {lanes: [{from: staging, to: main}, {from: develop, to: staging}]}
branches: [{into: main, from: [staging]}, {into: "release/*", from: [main]}]
`;
  const repo = {
    ...QUEUED,
    ...{ files: { ".github/sre.yml": sreYml }, delete_branch_on_merge: true, merge_queues: [] },
    branches: { main: "c1", staging: "c2", develop: "c2" },
  };
  const keeping = { branches: ["staging"], by: "ruleset", deletions: false };
  const required = { ...classic("Detoil / branch"), checks: ["Detoil / branch", "Detoil / release"] };
  const kept = { ...repo, name: "acme/kept", branch_rules: [keeping, required] };
  await opened({}, { repos: [repo, kept] });
  const { code, lines } = await examined();
  expect(code).toBe(1);
  const said = (name: string, words: string) =>
    lines.filter((line) => line.includes(`${name}:`) && line.includes(words));
  expect(said("acme/shop", "deletes")).toEqual([
    'fix   acme/shop: merging a release deletes staging, because "Automatically delete head branches" is on. Switch it off in the settings, or restrict deletions of staging in a ruleset.',
  ]);
  expect(said("acme/shop", "Detoil / branch")).toEqual([
    expect.stringMatching(/^ok +acme\/shop: nobody requires the check "Detoil \/ branch" on main yet/),
  ]);
  expect([...said("acme/kept", "deletes"), ...said("acme/kept", "Detoil / branch")]).toEqual([]);
});

test("each repository: on, off, broken, waiting for a permission, and what Detoil reports there", async () => {
  const { deployments: _, ...granted } = manifest.default_permissions;
  await github.close();
  const sreYml = (text: string) => ({ ".github/sre.yml": `version: 1\n${text}` });
  const keys = "four-keys: {deployments: {environment: [production]}}\n";
  const reported = managedBlock.wrap("config-broken", "1 problem", { state: "reported", subjects: ["a"] });
  const standing = managedBlock.wrap("four-keys", "A report", { state: "reported", subjects: [] });
  const issues = [reported, standing].map((body, at) => ({
    number: at + 1,
    title: `No ${at}`,
    body,
    user: "detoil[bot]",
  }));
  const repos = [
    { ...QUEUED, merge_queues: [{ branch: "main", checks: ["ci"] }] },
    { name: "acme/required", ...LANE_REPO },
    { ...QUEUED, name: "acme/classic", merge_queues: [], branch_rules: [classic("Detoil / release")] },
    { ...QUEUED, name: "acme/other", merge_queues: [], branch_rules: [classic("ci")] },
    { name: "acme/broken", files: sreYml("mistake: 1\n"), issues },
    { name: "acme/keys", files: sreYml(`milestones: {}\n${keys}`) },
    { name: "acme/none" },
  ];
  await opened({}, { repos, installations: [{ id: 5, account: "acme", permissions: granted }] });
  const { code, lines } = await examined();
  expect(code).toBe(1);
  expect(lines.filter((line) => / acme\//.test(line))).toEqual([
    "ok    acme/shop: release-pr is on.",
    'ok    acme/shop: no rule of main requires the check "Detoil / release", so it stops nobody there. Require it in the branch\'s rules to make it a guard.',
    "ok    acme/required: release-pr is on.",
    "ok    acme/classic: release-pr is on.",
    "ok    acme/other: release-pr is on.",
    'ok    acme/other: no rule of main requires the check "Detoil / release", so it stops nobody there. Require it in the branch\'s rules to make it a guard.',
    expect.stringMatching(
      /^fix {3}acme\/broken: \.github\/sre\.yml:2:1: `mistake` is not .*; nothing is in force until that is fixed; open: #1 “No 0”\.$/,
    ),
    expect.stringMatching(
      /^fix {3}acme\/keys: milestone-tasks is on; four-keys waits for Deployments: Read-only: accept it at http\S+\/5\.$/,
    ),
    "ok    No sre.yml, so Detoil does nothing in acme/none.",
  ]);
});

test("a repository whose pipelines record, and no PUBLIC_URL", async () => {
  await github.close();
  const sreYml = "version: 1\nfour-keys: {deployments: {external: true}}\n";
  await opened({}, { repos: [{ name: "acme/shop", files: { ".github/sre.yml": sreYml } }] });
  const about = ({ lines }: Awaited<ReturnType<typeof examined>>) =>
    lines.filter((line) => line.includes("PUBLIC_URL"));
  expect(about(await examined())).toEqual([
    "ok    acme/shop: pipelines record its deployments with a token of `detoil token add`. Set PUBLIC_URL, and workflows of GitHub Actions can without one.",
  ]);
  expect(about(await examined({ PUBLIC_URL: "https://detoil.acme.example" }))).toEqual([]);
});

// dcoapp/app#303, #306: the event can be ticked only once the permission is granted.
test("a merge queue into a lane's base without the permission for it", async () => {
  const { merge_queues: _, ...granted } = manifest.default_permissions;
  await github.close();
  const installations = [{ id: 5, account: "acme", permissions: granted }];
  await opened({}, { repos: [QUEUED, { name: "acme/plain" }], installations });
  const { code, fix } = await examined();
  expect(fix).toEqual([
    expect.stringMatching(
      /^acme\/shop has a merge queue into main, and acme has not granted Merge queues: Read-only\. .*: an owner of acme can accept it at http\S+\.$/,
    ),
  ]);
  expect(code).toBe(1);

  await github.close();
  const events = manifest.default_events.filter((event: string) => event !== "merge_group");
  await opened({ permissions: granted, events }, { repos: [QUEUED], installations });
  const older = await examined();
  expect(older.fix).toEqual([
    expect.stringMatching(/add that permission to the App at \S+\/permissions, .* tick the event/),
  ]);
  expect(older.lines).toContainEqual(
    expect.stringMatching(/^ok .*Merge queues: Read-only.*Tick the event Merge group after that\.$/),
  );

  await github.close();
  await opened({}, { repos: [QUEUED] });
  expect((await examined()).fix).toEqual([]);
});

test("an outsider's pull request between a lane's branches; a writer's and a bot's are fine", async () => {
  const pull = (user: string, state = "open") => ({
    repos: [
      {
        ...QUEUED,
        pulls: [{ number: 3, title: "Mine", user, base: "main", head: "develop", head_sha: "c2", state }],
      },
    ],
    users: [{ login: "mallory" }, { login: "tool[bot]", type: "Bot" }],
  });
  for (const [user, count] of [
    ["mallory", 1],
    ["alice", 0],
    ["tool[bot]", 0],
  ] as const) {
    await github.close();
    await opened({}, pull(user));
    const { fix } = await examined();
    expect(fix).toHaveLength(count);
    if (count === 1) expect(fix[0]).toMatch(/^acme\/shop#3 from develop to main was opened by mallory, .*: close it/);
  }
});

test("a page of archived repositories does not hide an active one, and counts leave them out", async () => {
  const archived = Array.from({ length: 100 }, (_, at) => ({ name: `acme/old-${at}`, archived: true }));
  const others = Array.from({ length: 101 }, (_, at) => ({ name: `acme/other-${at}` }));
  const strange = { number: 3, title: "Mine", user: "mallory", base: "main", head: "develop", head_sha: "c2" };
  const lane = { ...QUEUED, pulls: [strange] };
  await github.close();
  await opened({}, { repos: [...archived, lane, ...others], users: [{ login: "mallory" }] });
  const { lines, fix } = await examined();
  expect(fix).toEqual([expect.stringContaining("acme/shop#3 from develop to main was opened by mallory")]);
  expect(lines).toContain("skip  2 more repositories of acme were not checked.");
});

test.each<[string, Record<string, string | undefined>, (found: readonly string[]) => void]>([
  [
    "settings that are missing",
    { PRIVATE_KEY: undefined, PORT: "x" },
    (fix) =>
      expect(fix).toEqual([
        "PRIVATE_KEY (or PRIVATE_KEY_PATH) is missing: set it beside APP_ID and WEBHOOK_SECRET.",
        "PORT must be a number from 0 to 65535, not x.",
      ]),
  ],
  [
    "no credentials at all",
    { APP_ID: undefined, PRIVATE_KEY: undefined, WEBHOOK_SECRET: undefined },
    ([first]) => expect(first).toContain("There are no credentials, neither in the environment nor in"),
  ],
  [
    "an App that is not there",
    { APP_ID: "13" },
    ([first]) => expect(first).toContain(`There is no App 13 at ${simulator.apiUrl}: check APP_ID`),
  ],
  [
    "a GitHub that does not answer",
    { GITHUB_API_URL: "http://127.0.0.1:1/api/v3" },
    ([first]) => expect(first).toContain("GitHub at http://127.0.0.1:1/api/v3 does not answer as expected"),
  ],
  [
    "a database that is not there",
    { DATABASE_URL: "postgres://me:hush@127.0.0.1:1/detoil" },
    ([first]) => {
      expect(first).toContain("The database at 127.0.0.1:1/detoil cannot be reached (ECONNREFUSED)");
      expect(first).not.toContain("hush");
    },
  ],
])("%s", async (_, env, check) => {
  const { code, fix } = await examined(env);
  check(fix);
  expect(code).toBe(1);
});

test("another App's key", async () => {
  const { code, fix } = await examined({ PRIVATE_KEY: otherKey });
  expect(fix).toEqual([
    'PRIVATE_KEY does not belong to APP_ID 12: take a key from the App\'s settings, under "Private keys".',
  ]);
  expect(code).toBe(1);
});

test("the credentials that the setup stored", async () => {
  await writeCredentials(folder, {
    ...{ id: 12, slug: "detoil", name: "Detoil", html_url: `${github.url}/apps/detoil` },
    ...{ client_id: "c", client_secret: "c", webhook_secret: "s", pem: privateKey },
  });
  const { code, lines } = await examined({ APP_ID: undefined, PRIVATE_KEY: undefined, WEBHOOK_SECRET: undefined });
  expect(lines[0]).toBe(
    `ok    App 12: its credentials are in ${join(folder, "github-app.json")}, where the setup stored them.`,
  );
  expect(code).toBe(0);
  // as while rotating (docs/operations.md)
  const rotating = await examined({ APP_ID: undefined, PRIVATE_KEY: undefined, WEBHOOK_SECRET: "new,old" });
  expect(rotating).toMatchObject({ code: 0 });
  expect(rotating.lines[0]).toBe(
    `ok    App 12: WEBHOOK_SECRET is in the environment, the rest of its credentials in ${join(folder, "github-app.json")}, where the setup stored them.`,
  );
});

test("permissions that the App does not request", async () => {
  await github.close();
  const { checks: _, ...permissions } = manifest.default_permissions;
  await opened({ permissions: { ...permissions, issues: "read", administration: "write" }, events: ["push"] });
  const { fix } = await examined();
  expect(fix[0]).toMatch(
    /^The App lacks the permission Issues: Read and write, which config, release-pr, milestone-tasks, help-wanted, renovate-cadence, four-keys, onboarding, org-tables, commands and permissions need: add it at http:\S+\/settings\/apps\/detoil\/permissions;/,
  );
  expect(fix[1]).toMatch(/^The App lacks the permission Checks: Read and write/);
  expect(fix[2]).toMatch(
    /^The App does not subscribe to Check run, .*, Repository, Status and Workflow run: tick them/,
  );
  expect(fix, "an installation cannot grant what nobody asks for").toHaveLength(4);
  expect(fix[3]).toMatch(
    /^acme has not granted Issues: Read and write, so config, release-pr, milestone-tasks, help-wanted, renovate-cadence, four-keys, onboarding, org-tables, commands and permissions are off there/,
  );
});

test("permissions that an installation has not granted, and optional ones", async () => {
  await github.close();
  const { checks: _, ...permissions } = manifest.default_permissions;
  const repos = ["acme/shop", "bo/home", "cy/home", "di/home"].map((name) => ({ name }));
  const installations = [
    { id: 1, account: "acme", permissions },
    { id: 2, account: "bo" },
    { id: 3, account: "cy", suspended: true },
    { id: 4, account: "di", permissions: {} },
  ];
  await opened({}, { repos, installations });
  const { code, lines, fix } = await examined({ ALLOWED_OWNERS: "Acme,bo,cy" });
  expect(fix).toHaveLength(1);
  expect(fix[0]).toMatch(
    /^acme has not granted Checks: Read and write, so config, release-pr, branch-guard and renovate-cadence are off there: an owner of acme can accept it at http:\S+\/installations\/1\.$/,
  );
  expect(lines).toContain("ok    2 installations suspended or not in ALLOWED_OWNERS, left alone: cy and di.");
  expect(code).toBe(1);
});

test("an App that is installed nowhere", async () => {
  await github.close();
  await opened({}, { repos: [], installations: [] });
  expect((await examined()).fix).toEqual([
    `The App is installed nowhere: install it at ${github.url}/apps/detoil/installations/new.`,
  ]);
});

test("webhooks that go elsewhere, or nowhere, or unsigned", async () => {
  simulator.webhooks.url = "https://detoil.acme.example/";
  expect((await examined()).fix[0]).toContain("which does not end with /api/github/webhooks: fix it at");
  simulator.webhooks.url = null;
  expect((await examined()).fix[0]).toContain("The App has no webhook URL");
  simulator.webhooks.secret = null;
  expect((await examined()).fix[1]).toContain("The App has no webhook secret");
});

test.each<[number[], string]>([
  [[202, 202], "ok    All of the last 2 webhooks arrived."],
  [
    [503, 202],
    "ok    1 of the last 2 webhooks failed, but later ones arrived: the running server requests again what was lost.",
  ],
  [[202, 401], "the App's webhook secret is not WEBHOOK_SECRET; make them the same."],
  [[202, 404], "its URL points elsewhere (404); it should end with /api/github/webhooks."],
  [[202, 503], "the server could not store them; its log says why."],
  [[202, 502], "check that it runs and is reachable at that URL."],
])("deliveries that were answered with %o", async (given, text) => {
  answers = given;
  for (const title of ["one", "two"]) {
    simulator.do({ as: "alice", action: "open-issue", repo: "acme/shop", title });
    await simulator.idle();
  }
  const { code, lines } = await examined();
  const line = lines.find((one) => /webhooks (arrived|failed)/.test(one)) ?? "";
  expect(line).toContain(text);
  expect(code).toBe(text.startsWith("ok") ? 0 : 1);
  if (code === 1)
    expect(line).toMatch(
      /^fix {3}1 of the last 2 webhooks failed, the latest at \w{3} \d+ \w{3} (\d{4} )?\d\d:\d\d UTC: /,
    );
});

eachDatabase((create) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await create();
  });
  afterEach(() => database.drop());

  test("a database with work in it, one item that fails again and again, and two that wait for a limit", async () => {
    const store = await database.open();
    await putInstallation(store.db, { id: 1, account: "acme", suspended: false, permissions: null });
    await putRepository(store.db, { installationId: 1, id: 5, owner: "acme", name: "shop", archived: false });
    await execute(
      store,
      `insert into work_items (installation_id, repository_id, automation, target, generation, observed_generation,
        requested_at, due_at, parked_at, retry_at, priority, error)
      values (1, 5, 'release-pr', 'lanes', 2, 1, now(), '2126-11-20T01:12:00Z', '2026-11-20T01:02:03Z', null, 1,
          E'read lanes:\\n 502 Bad gateway'),
        (1, 5, 'commands', 'issue/7', 2, 1, now(), '2126-11-20T01:03:00Z', '2026-11-20T01:01:00Z', null, 0, 'no answer'),
        (1, 5, 'milestone-tasks', 'milestone/1', 2, 1, now(), '2126-11-20T02:00:00Z', null, '2026-11-20T02:00:00Z', 0, null),
        (1, 5, 'milestone-tasks', 'milestone/2', 2, 1, now(), '2126-11-20T03:00:00Z', null, '2026-11-20T03:00:00Z', 1, null),
        (1, 5, 'config', 'default', 2, 1, now(), now(), null, null, 1, null)`,
    );
    const isServer = database.name === "PostgreSQL";
    if (!isServer) {
      const inUse = await examined(database.environment);
      expect(inUse.lines.at(-1)).toMatch(/^skip {2}The embedded database in \S+ is in use by a running Detoil/);
      expect(inUse.code).toBe(0);
      await store.close();
    }
    const { code, lines, fix } = await examined(database.environment);
    expect(lines.at(-4)).toMatch(
      /^ok {4}PostgreSQL \d+\.\d+( at \S+|, embedded in \S+), up to date; work items waiting: 3, running: 0\.$/,
    );
    expect(fix).toEqual([
      "commands has failed again and again on acme/shop (issue/7) since Fri 20 Nov 01:01 UTC: no answer. The next try is at Wed 20 Nov 2126 01:03 UTC; a person is waiting for an answer there.",
      "release-pr has failed again and again on acme/shop (lanes) since Fri 20 Nov 01:02 UTC: read lanes: 502 Bad gateway. The next try is at Wed 20 Nov 2126 01:12 UTC.",
    ]);
    expect(lines.at(-1)).toBe(
      "ok    2 work items of acme are waiting for GitHub's limits to end between Fri 20 Nov 02:00 UTC and Fri 20 Nov 03:00 UTC; they then continue on their own. A person is waiting for one.",
    );
    expect(code).toBe(1);
  });

  test("parked deliveries, and a time for which GitHub listed none", async () => {
    const store = await database.open();
    await execute(
      store,
      "insert into installations (id, account) values (1, 'acme')",
      `insert into missed_deliveries (guid, event, installation_id, attempt_id, failures, status, set_aside_at)
      values ('g-1', 'issue_comment', 1, 7, 3, E'timed out\\x1b[31m', '2026-11-20T01:02:03Z'),
        ('g-2', 'push', 9, 8, 0, 'failed to connect to host', '2026-11-20T01:00:00Z')`,
      `insert into comparison (compared_at, unlisted_from, unlisted_to, unlisted_at)
      values (now(), '2026-11-18T01:00:00Z', '2026-11-19T05:00:00Z', now())`,
    );
    await store.close();
    expect((await examined(database.environment)).fix).toEqual([
      'The delivery g-1 (issue_comment of acme) failed 3 times (timed out [31m), and was set aside at Fri 20 Nov 01:02 UTC. Redeliver it in the App\'s settings, under "Advanced", once the reason is fixed, or leave it to the nightly reconciliation.',
      'The delivery g-2 (push) was requested many times and never arrived, and was set aside at Fri 20 Nov 01:00 UTC. Redeliver it in the App\'s settings, under "Advanced", once the reason is fixed, or leave it to the nightly reconciliation.',
      'GitHub no longer lists its deliveries between Wed 18 Nov 01:00 UTC and Thu 19 Nov 05:00 UTC, so those could not be compared: what was lost then comes with the nightly reconciliation, or with "Re-run" on a check.',
    ]);
  });

  test("an empty database, and one from a newer version, are left as they are", async () => {
    if (database.name === "PostgreSQL") {
      const blank = await blankOnServer();
      for (const _ of ["first", "second"]) {
        expect((await examined(blank.environment)).lines.at(-1)).toContain(
          "the next start brings its tables up to date (0001-",
        );
      }
      await blank.drop();
    }
    const store = await database.open();
    await execute(store, "insert into kysely_migration values ('9999-later', now()::text)");
    await store.close();
    expect((await examined(database.environment)).fix).toEqual([
      expect.stringMatching(/: a newer Detoil wrote it \(9999-later\)\. Start that version or a later one\.$/),
    ]);
  });
});

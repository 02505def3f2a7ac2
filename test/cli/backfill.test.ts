import { generateKeyPairSync } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { createSimulator, listen, parseWorld } from "../../simulator/index.ts";
import type { Automation } from "../../src/automations/automation.ts";
import { fourKeys } from "../../src/automations/four-keys/index.ts";
import { progressLine } from "../../src/cli/backfill/progress-line.ts";
import { backfill } from "../../src/cli/backfill.ts";
import { storedBook } from "../../src/store/records/book.ts";
import type { Store } from "../../src/store/store.ts";
import { busyRepository } from "../automations/four-keys/history/busy-repository.ts";
import { mostlyOnServer, type TestDatabase } from "../each-database.ts";

let privateKey: string;

beforeAll(() => {
  const { privateKey: key } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  privateKey = key.export({ type: "pkcs1", format: "pem" }).toString();
});

const automations = [fourKeys as unknown as Automation];
const READ = "History of acme/shop since 2025-11-20 is recorded: 40 pull requests read.";

/** The command, with what it prints and what it draws on a terminal. */
async function run(env: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  const lines: string[] = [];
  const written: string[] = [];
  const progress = progressLine({ isTTY: true, write: (text) => written.push(text) });
  const print = (line: string) => lines.push(line);
  const code = await backfill([...argv], { env: env as NodeJS.ProcessEnv, print, progress, automations });
  return { code, lines, written };
}

async function recordedIn(store: Store) {
  const row = await store.db
    .selectFrom("repositories")
    .selectAll()
    .where("name", "=", "shop")
    .executeTakeFirstOrThrow();
  const book = storedBook(store, { installationId: row.installation_id, repositoryId: row.id });
  const { changes, commits, deployments, incidents } = await book.all();
  return [changes.length, commits.length, deployments.length, incidents.length];
}

mostlyOnServer((create) => {
  async function inShop(story: (env: Readonly<Record<string, string>>, database: TestDatabase) => Promise<void>) {
    const { repos, ...world } = busyRepository({ pulls: 40, every: 10 });
    const others = [{ name: "acme/off" }, { name: "acme/old", archived: true }];
    const app = { slug: "detoil", id: 12 };
    const simulator = createSimulator(parseWorld({ ...world, app, repos: [...repos, ...others] }, "world"), {
      privateKey,
    });
    const github = await listen(simulator);
    const database = await create();
    const key = { APP_ID: "12", PRIVATE_KEY: privateKey, WEBHOOK_SECRET: "s", LOG_LEVEL: "silent" };
    try {
      await story({ ...key, GITHUB_API_URL: `${github.url}/api/v3`, ...database.environment }, database);
      expect(simulator.unexpected).toEqual([]);
    } finally {
      await github.close();
      await database.giveBack();
    }
  }

  test("history goes into the database, with a bar on a terminal; again only what is new is asked for", () =>
    inShop(async (env, database) => {
      const { code, lines, written } = await run(env, "--repo", "acme/shop");
      expect([code, lines]).toEqual([0, [READ]]);
      expect(written.at(-2)).toBe(`\r${"█".repeat(24)} 40 of about 40 pull requests read\u001b[K`);
      const store = await database.open();
      expect(await recordedIn(store)).toEqual([40, 121, 4, 4]);
      // The server meets the repository later: all that it does at first is asked for.
      const asked = await store.db.selectFrom("work_items").select("target").execute();
      expect(asked.map(({ target }) => target)).toEqual(fourKeys.allTargets.toSorted());

      const again = await run(env, "--repo", "acme/shop");
      expect([again.lines, again.written.length]).toEqual([[READ], 2]);
      const further = await run(env, "--repo", "acme/shop", "--since", "2024-11-20T00:00:00Z");
      expect(further.lines).toEqual([READ.replace("2025", "2024")]);
      await store.close();
    }));

  test.each([
    ["acme/off", {}, "sre.yml of acme/off has no `four-keys`"],
    ["acme/none", {}, "Detoil is not installed on acme/none"],
    ["acme/shop", { ALLOWED_OWNERS: "other" }, "ALLOWED_OWNERS does not name acme"],
    [
      "acme/shop",
      { APP_ID: "", PRIVATE_KEY: "", WEBHOOK_SECRET: "", DETOIL_DATA: "/nowhere" },
      "credentials are missing",
    ],
    ["acme/shop", { APP_ID: "13" }, "PRIVATE_KEY does not belong to APP_ID 13"],
  ])("what is wrong is one sentence: %s with %o", (repository, more, sentence) =>
    inShop(async (env) => {
      await expect(run({ ...env, ...more }, "--repo", repository)).rejects.toThrow(sentence);
    }),
  );

  test("nothing is recorded of a repository that has no `four-keys`, whatever is asked for", () =>
    inShop(async (env, database) => {
      await expect(run(env, "--repo", "acme/off", "--since", "2020-01-01T00:00:00Z")).rejects.toThrow(
        "has no `four-keys`",
      );
      const store = await database.open();
      expect(await store.db.selectFrom("record_cursors").selectAll().execute()).toEqual([]);
      await store.close();
    }));
});

test.each([
  [[], "Which repository?"],
  [["--repo", "shop"], "Which repository?"],
  [["--repo", "acme/shop", "--since", "yesterday"], "--since takes a time with its zone"],
  [["--repo", "acme/shop", "--fast"], "There is no option --fast."],
])("wrong usage: %j", async (argv, sentence) => {
  await expect(run({}, ...argv)).rejects.toThrow(sentence);
});

test("without a terminal only a wait is said, once", () => {
  const written: string[] = [];
  const line = progressLine({ write: (text) => written.push(text) });
  const progress = { since: "", read: 1, total: 3, complete: false };
  line.show({ ...progress, waitsUntil: null });
  line.show({ ...progress, waitsUntil: "2026-11-20T02:00:00Z" });
  line.show({ ...progress, waitsUntil: "2026-11-20T02:00:00Z" });
  line.end();
  expect(written).toHaveLength(1);
  expect(written[0]).toContain("2026-11-20T02:00:00Z");
});

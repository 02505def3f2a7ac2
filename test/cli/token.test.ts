import { generateKeyPairSync } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { createSimulator, listen, parseWorld } from "../../simulator/index.ts";
import type { Automation } from "../../src/automations/automation.ts";
import { fourKeys } from "../../src/automations/four-keys/index.ts";
import { token } from "../../src/cli/token.ts";
import { findTokens } from "../../src/store/tokens/tokens.ts";
import { mostlyOnServer, type TestDatabase } from "../each-database.ts";

let privateKey: string;

beforeAll(() => {
  const { privateKey: key } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  privateKey = key.export({ type: "pkcs1", format: "pem" }).toString();
});

/** The command, with what it prints and what it says beside. */
async function run(env: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  const [lines, told]: [string[], string[]] = [[], []];
  const code = await token([...argv], {
    env: env as NodeJS.ProcessEnv,
    print: (line) => lines.push(line),
    tell: (line) => told.push(line),
    automations: [fourKeys as unknown as Automation],
  });
  return { code, lines, told };
}

/** The embedded database is one process's, and here one opening's. */
async function openedBy(database: TestDatabase, made: string) {
  const store = await database.open();
  try {
    return (await findTokens(store.db, [made]))[0];
  } finally {
    await store.close();
  }
}

mostlyOnServer((create) => {
  async function inShop(story: (env: Readonly<Record<string, string>>, database: TestDatabase) => Promise<void>) {
    const world = { app: { slug: "detoil", id: 12 }, repos: [{ name: "acme/shop" }] };
    const github = await listen(createSimulator(parseWorld(world, "world"), { privateKey }));
    const database = await create();
    const key = { APP_ID: "12", PRIVATE_KEY: privateKey, WEBHOOK_SECRET: "s", LOG_LEVEL: "silent" };
    try {
      await story({ ...key, GITHUB_API_URL: `${github.url}/api/v3`, ...database.environment }, database);
    } finally {
      await github.close();
      await database.giveBack();
    }
  }

  test("a token is shown once, known again by its beginning, and opens nothing once it is revoked", () =>
    inShop(async (env, database) => {
      const added = await run(env, "add", "--repo", "acme/shop", "--name", "Argo CD");
      const [made = ""] = added.lines;
      expect(added).toEqual({
        code: 0,
        lines: [expect.stringMatching(/^detoil_[0-9A-Za-z]{43}$/)],
        told: ["It records for acme/shop, and is shown this once: give it to the pipeline as DETOIL_TOKEN."],
      });
      expect(await openedBy(database, made)).toMatchObject({ repositoryId: expect.any(Number) });
      // Neither needs GitHub.
      const offline = { ...env, GITHUB_API_URL: "http://127.0.0.1:1/api/v3" };
      const { lines } = await run(offline, "list", "--repo", "Acme/Shop");
      expect(lines).toEqual([expect.stringMatching(/^detoil_\w{6}… {2}Argo CD {2}made .*, last used /)]);
      expect(lines.join("")).not.toContain(made);
      const start = made.slice(0, 13);
      expect((await run(offline, "revoke", start, "--repo", "acme/shop")).told[0]).toContain("Revoked");
      expect(await openedBy(database, made)).toBeNull();
      await expect(run(offline, "revoke", start, "--repo", "acme/shop")).rejects.toThrow("has no token that begins");
      expect((await run(offline, "list", "--repo", "acme/shop")).told).toEqual(["acme/shop has no tokens."]);
    }));

  test.each([
    ["acme/none", {}, "Detoil is not installed on acme/none"],
    ["acme/shop", { ALLOWED_OWNERS: "other" }, "ALLOWED_OWNERS does not name acme"],
    ["acme/shop", { APP_ID: "13" }, "PRIVATE_KEY does not belong to APP_ID 13"],
  ])("why there is none is one sentence: %s with %o", (repository, more, sentence) =>
    inShop(async (env) => {
      await expect(run({ ...env, ...more }, "add", "--repo", repository)).rejects.toThrow(sentence);
    }),
  );
});

test.each([
  [[], "add, list or revoke"],
  [["show", "--repo", "acme/shop"], "add, list or revoke"],
  [["add"], "Which repository?"],
  [["add", "--repo", "acme/shop", "--name", "a".repeat(101)], "--name may have at most 100"],
  [["revoke", "--repo", "acme/shop"], "Which token?"],
  [["revoke", "x", "--repo", "acme/shop"], "Which token?"],
  [["list", "x", "--repo", "acme/shop"], "more than one token"],
])("wrong usage: %j", async (argv, sentence) => {
  await expect(run({}, ...argv)).rejects.toThrow(sentence);
});

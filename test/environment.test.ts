import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { EnvironmentProblem, readEnvironment } from "../src/environment.ts";

const pem = generateKeyPairSync("rsa", { modulusLength: 2048 })
  .privateKey.export({ type: "pkcs1", format: "pem" })
  .toString();
const complete = { APP_ID: "12", PRIVATE_KEY: pem, WEBHOOK_SECRET: "s" };

function problems(env: Record<string, string>): readonly string[] {
  try {
    readEnvironment(env);
  } catch (error) {
    if (error instanceof EnvironmentProblem) return error.problems;
    throw error;
  }
  return [];
}

test("nothing set gives the defaults and no credentials", () => {
  expect(readEnvironment({})).toEqual({
    credentials: null,
    port: 3000,
    host: "0.0.0.0",
    setupHost: "127.0.0.1",
    databaseUrl: null,
    data: "./data",
    apiUrl: "https://api.github.com",
    publicUrl: null,
    oidcIssuers: ["https://token.actions.githubusercontent.com"],
    allowedOwners: null,
    cooldownSeconds: 5,
    githubTimeoutSeconds: 30,
    concurrency: 10,
    onboarding: true,
    lagSeconds: 15,
    retention: null,
    metricsToken: null,
    logLevel: "info",
    production: false,
  });
});

test("variables that are set are read", () => {
  const read = readEnvironment({
    ...complete,
    WEBHOOK_SECRET: "new, old,",
    PORT: "8080",
    HOST: "10.0.0.1",
    DATABASE_URL: "postgres://db/detoil",
    DETOIL_DATA: "/var/lib/detoil",
    GITHUB_API_URL: "https://git.acme.example/api/v3/",
    PUBLIC_URL: "https://detoil.acme.example/",
    DETOIL_OIDC_ISSUERS: "https://issuer.acme.example",
    ALLOWED_OWNERS: "Acme, bo",
    DETOIL_COOLDOWN: "0.5",
    DETOIL_GITHUB_TIMEOUT: "20",
    DETOIL_CONCURRENCY: "4",
    DETOIL_ONBOARDING: "Off",
    DETOIL_RETENTION: "730 days",
    METRICS_TOKEN: " numbers ",
    LOG_LEVEL: "warn",
    NODE_ENV: "production",
  });
  expect(read).toEqual({
    credentials: { appId: 12, privateKey: pem, webhookSecrets: ["new", "old"] },
    port: 8080,
    host: "10.0.0.1",
    setupHost: "10.0.0.1",
    databaseUrl: "postgres://db/detoil",
    data: "/var/lib/detoil",
    apiUrl: "https://git.acme.example/api/v3",
    publicUrl: "https://detoil.acme.example",
    oidcIssuers: ["https://git.acme.example/_services/token", "https://issuer.acme.example"],
    allowedOwners: ["acme", "bo"],
    cooldownSeconds: 0.5,
    githubTimeoutSeconds: 20,
    concurrency: 4,
    onboarding: false,
    lagSeconds: 15,
    retention: { amount: 730, unit: "days" },
    metricsToken: "numbers",
    logLevel: "warn",
    production: true,
  });
});

test("the old name of the cooldown is read where the new one is not set", () => {
  expect(readEnvironment({ DETOIL_SETTLE: "2" }).cooldownSeconds).toBe(2);
  expect(readEnvironment({ DETOIL_SETTLE: "2", DETOIL_COOLDOWN: "3" }).cooldownSeconds).toBe(3);
  expect(readEnvironment({ DETOIL_SETTLE: "2", DETOIL_COOLDOWN: " " }).cooldownSeconds).toBe(2);
});

test("the key is taken as PEM, with escaped line breaks, as base64, and from a file", () => {
  const folder = mkdtempSync(join(tmpdir(), "detoil-key-"));
  const path = join(folder, "key.pem");
  writeFileSync(path, pem);
  const { PRIVATE_KEY: _, ...withoutKey } = complete;
  for (const key of [
    { PRIVATE_KEY: pem },
    { PRIVATE_KEY: pem.replaceAll("\n", "\\n") },
    { PRIVATE_KEY: Buffer.from(pem).toString("base64") },
    { PRIVATE_KEY_PATH: path },
  ]) {
    expect(readEnvironment({ ...withoutKey, ...key }).credentials?.privateKey).toBe(pem);
  }
  rmSync(folder, { recursive: true });
});

test("with data residency GitHub Actions has an issuer of its own", () => {
  const { oidcIssuers } = readEnvironment({ GITHUB_API_URL: "https://api.acme.ghe.com" });
  expect(oidcIssuers).toEqual(["https://token.actions.acme.ghe.com"]);
});

test.each<[Record<string, string>, string]>([
  [
    { PUBLIC_URL: "detoil.example.com" },
    "PUBLIC_URL must be the address at which this server is reached, for example https://detoil.example.com, not detoil.example.com.",
  ],
  [
    { PUBLIC_URL: "https://me:abc@detoil.example.com" },
    "PUBLIC_URL must be the address at which this server is reached, for example https://detoil.example.com, not https://[secret]@detoil.example.com.",
  ],
  [
    { PUBLIC_URL: "http://10.0.0.1" },
    "PUBLIC_URL must be the address at which this server is reached, for example https://detoil.example.com, not http://10.0.0.1.",
  ],
  [
    { DETOIL_OIDC_ISSUERS: "http://issuer.example.com" },
    "DETOIL_OIDC_ISSUERS must be issuers of GitHub Actions as their tokens name them, for example https://token.actions.githubusercontent.com/acme, not http://issuer.example.com.",
  ],
  [
    {
      GITHUB_API_URL: "https://git.acme.example/api/v3",
      DETOIL_OIDC_ISSUERS: "https://token.actions.githubusercontent.com",
    },
    "DETOIL_OIDC_ISSUERS: https://token.actions.githubusercontent.com is github.com's, and GITHUB_API_URL another GitHub, where its repositories' numbers mean others: remove it.",
  ],
  [{ APP_ID: "12" }, "PRIVATE_KEY (or PRIVATE_KEY_PATH) and WEBHOOK_SECRET are missing: set them beside APP_ID."],
  [{ APP_ID: "12", PRIVATE_KEY: pem }, "WEBHOOK_SECRET is missing: set it beside APP_ID and PRIVATE_KEY."],
  [{ ...complete, WEBHOOK_SECRET: " , " }, "WEBHOOK_SECRET is missing: set it beside APP_ID and PRIVATE_KEY."],
  [{ ...complete, APP_ID: "" }, "APP_ID is missing: set it beside PRIVATE_KEY and WEBHOOK_SECRET."],
  [
    { ...complete, APP_ID: "Iv23liABC" },
    "APP_ID Iv23liABC is the client ID: give the App ID, the number beside it on the App's settings page.",
  ],
  [{ ...complete, APP_ID: "twelve" }, "APP_ID is not a number: give the App ID from the App's settings page."],
  [
    { ...complete, PRIVATE_KEY: "hunter2" },
    "PRIVATE_KEY does not contain an RSA private key: use the .pem file that GitHub generated for the App, with its line breaks, with \\n instead of them, or as base64.",
  ],
  [
    { APP_ID: "12", WEBHOOK_SECRET: "s", PRIVATE_KEY_PATH: "no/such.pem" },
    "PRIVATE_KEY_PATH: the file no/such.pem is not there.",
  ],
  [{ PORT: "80a" }, "PORT must be a number from 0 to 65535, not 80a."],
  [{ PORT: "65536" }, "PORT must be a number from 0 to 65535, not 65536."],
  [{ DETOIL_SETTLE: "-1" }, "DETOIL_SETTLE must be a number of seconds from 0 to 3600, not -1."],
  [{ DETOIL_COOLDOWN: "3601" }, "DETOIL_COOLDOWN must be a number of seconds from 0 to 3600, not 3601."],
  [{ DETOIL_GITHUB_TIMEOUT: "0" }, "DETOIL_GITHUB_TIMEOUT must be a number of seconds from 1 to 300, not 0."],
  [{ DETOIL_CONCURRENCY: "2.5" }, "DETOIL_CONCURRENCY must be a whole number from 1 to 100, not 2.5."],
  [{ DETOIL_ONBOARDING: "no" }, "DETOIL_ONBOARDING must be on or off, not no."],
  [
    { DETOIL_RETENTION: "two years" },
    "DETOIL_RETENTION must be a duration of at most ten years, for example 730 days, not two years.",
  ],
  [
    { DETOIL_RETENTION: "0 days" },
    "DETOIL_RETENTION must be a duration of at most ten years, for example 730 days, not 0 days.",
  ],
  [{ DETOIL_LAG: "-1" }, "DETOIL_LAG must be a number of seconds from 0 to 3600, not -1."],
  [
    { GITHUB_API_URL: "https://git.acme.example" },
    "GITHUB_API_URL must be the address of GitHub's API: https://git.acme.example/api/v3.",
  ],
  ...[
    ["ghe.example.com", "https://ghe.example.com/api/v3"],
    ["http://user:hush@ghe.example.com:8443/", "http://ghe.example.com:8443/api/v3"],
    ["localhost:3100", "http://localhost:3100/api/v3"],
    ["github.com", "https://api.github.com"],
    ["https://acme.ghe.com", "https://api.acme.ghe.com"],
    ["yes", "https://api.github.com, or https://HOST/api/v3 of a GitHub Enterprise Server"],
  ].map(([given = "", meant]): [Record<string, string>, string] => [
    { GITHUB_API_URL: given },
    `GITHUB_API_URL must be the address of GitHub's API: ${meant}.`,
  ]),
  [{ LOG_LEVEL: "loud" }, "LOG_LEVEL loud is not one of trace, debug, info, warn, error, fatal, silent."],
])("%# is answered in one sentence", (env, sentence) => {
  expect(problems(env)).toEqual([sentence]);
});

test("every problem is named at once, without any secret", () => {
  const all = problems({ APP_ID: "x", PRIVATE_KEY: "hunter2", WEBHOOK_SECRET: "hush", PORT: "x" });
  expect(all).toHaveLength(3);
  expect(all.join()).not.toMatch(/hunter2|hush/);
});

test("what an earlier setup stored fills in what the environment lacks, key by key", () => {
  const saved = { appId: 12, privateKey: "PEM", webhookSecrets: ["kept"] };
  const read = (env: NodeJS.ProcessEnv) => readEnvironment(env, saved).credentials;
  expect(read({})).toEqual(saved);
  expect(read({ WEBHOOK_SECRET: "new,old" })).toEqual({ ...saved, webhookSecrets: ["new", "old"] });
  expect(read({ PRIVATE_KEY: pem })).toEqual({ ...saved, privateKey: pem });
  expect(read({ APP_ID: "13", PRIVATE_KEY: pem, WEBHOOK_SECRET: "s" })).toMatchObject({ appId: 13 });
  expect(() => read({ APP_ID: "13", WEBHOOK_SECRET: "s" })).toThrow(
    "APP_ID 13 is not the App that was set up here (12): set PRIVATE_KEY (or PRIVATE_KEY_PATH) too, or remove APP_ID.",
  );
});

test("the files for deploying set no variable that nobody reads", () => {
  const read = new Set(["NODE_ENV", "POSTGRES_USER", "POSTGRES_DB", "POSTGRES_PASSWORD"]);
  const env = new Proxy({}, { get: (_, name) => void read.add(String(name)) });
  readEnvironment(env);
  const folder = join(import.meta.dirname, "../docs/deploy");
  const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
  expect(texts).toHaveLength(4);
  const names = texts.flatMap((text) => text.match(/\b[A-Z]{2,}[A-Z_]*(?=[=:] ?[^\s/])/g) ?? []);
  expect(names).toContain("DATABASE_URL");
  expect(names.filter((name) => !read.has(name))).toEqual([]);
  const compose = parse(texts.find((text) => text.includes("services:")) ?? "");
  expect(Object.keys(compose.services)).toEqual(["detoil", "database"]);
});

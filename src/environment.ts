import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Duration, parseDuration } from "./calendar/duration.ts";
import { isLoopback, readIssuers, readPublicUrl } from "./environment-addresses.ts";
import { environmentText } from "./environment-text.ts";
import { GITHUB_TIMEOUT_SECONDS } from "./github/github-fetch.ts";

/** What makes a process this GitHub App. */
export interface Credentials {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  /** At least one; several while rotating. */
  readonly webhookSecrets: readonly string[];
}

/** The process's settings, validated. */
export interface Environment {
  /** null: none are given, and no earlier setup has stored any. */
  readonly credentials: Credentials | null;
  readonly port: number;
  readonly host: string;
  /** Where the setup page listens: HOST if it is set, otherwise this machine only. */
  readonly setupHost: string;
  /** null: embedded, in `data`. */
  readonly databaseUrl: string | null;
  /** A folder. */
  readonly data: string;
  /** Without a slash at the end. */
  readonly apiUrl: string;
  /** Where this server is reached, without a slash at the end: the audience of OIDC tokens; null: it takes none. */
  readonly publicUrl: string | null;
  /** Whose OIDC tokens are taken, exactly: GitHub Actions' of this GitHub, and those that are added. */
  readonly oidcIssuers: readonly string[];
  /** Accounts that may install it, in lower case; null: all. */
  readonly allowedOwners: readonly string[] | null;
  /** Seconds from one reconciliation of a target to the next. */
  readonly cooldownSeconds: number;
  /** Seconds within which GitHub must have answered a request. */
  readonly githubTimeoutSeconds: number;
  /** Reconciliations at the same time. */
  readonly concurrency: number;
  /** Whether a first sre.yml may be offered, by an issue that nobody asked for. */
  readonly onboarding: boolean;
  /** Seconds after which GitHub's lists show what was made. */
  readonly lagSeconds: number;
  /** How long records of the Four Keys are kept; null: for ever. */
  readonly retention: Duration | null;
  /** What opens numbers of every repository to whoever has it; null: nothing does. */
  readonly metricsToken: string | null;
  readonly logLevel: string;
  readonly production: boolean;
}

/** The environment cannot be used: one sentence for each problem. Never carries a secret. */
export class EnvironmentProblem extends Error {
  override readonly name = "EnvironmentProblem";
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];
const DEFAULT_API = "https://api.github.com";

/**
 * Reads the environment, and the file at PRIVATE_KEY_PATH. Throws EnvironmentProblem, which names all that is wrong. `saved`:
 * what an earlier setup stored, for the credentials that the environment does not have.
 */
export function readEnvironment(env: NodeJS.ProcessEnv, saved: Credentials | null = null): Environment {
  const problems: string[] = [];
  const environment: Environment = {
    credentials: readCredentials(env, saved, problems),
    port: readNumber(env, "PORT", 3000, problems),
    host: textOf(env, "HOST") ?? "0.0.0.0",
    setupHost: textOf(env, "HOST") ?? "127.0.0.1",
    databaseUrl: textOf(env, "DATABASE_URL"),
    data: dataIn(env),
    apiUrl: readApiUrl(env, problems),
    publicUrl: readPublicUrl(textOf(env, "PUBLIC_URL"), problems),
    oidcIssuers: readIssuers(
      { apiUrl: textOf(env, "GITHUB_API_URL") ?? DEFAULT_API, added: listOf(env, "DETOIL_OIDC_ISSUERS") },
      problems,
    ),
    allowedOwners: readOwners(env),
    cooldownSeconds: readCooldown(env, problems),
    githubTimeoutSeconds: readTimeout(env, problems),
    concurrency: readNumber(env, "DETOIL_CONCURRENCY", 10, problems),
    onboarding: readOnboarding(env, problems),
    lagSeconds: readNumber(env, "DETOIL_LAG", 15, problems),
    retention: readRetention(env, problems),
    metricsToken: textOf(env, "METRICS_TOKEN"),
    logLevel: readLogLevel(env, problems),
    production: env.NODE_ENV === "production",
  };
  if (problems.length > 0) throw new EnvironmentProblem(problems);
  return environment;
}

/** DETOIL_GITHUB_TIMEOUT alone, for commands that need no credentials. Throws EnvironmentProblem. */
export function readGitHubTimeout(env: NodeJS.ProcessEnv): number {
  const problems: string[] = [];
  const seconds = readTimeout(env, problems);
  if (problems.length > 0) throw new EnvironmentProblem(problems);
  return seconds;
}

/** DETOIL_ONBOARDING alone, for commands that need no credentials. */
export function onboardingIn(env: NodeJS.ProcessEnv): boolean {
  return textOf(env, "DETOIL_ONBOARDING")?.toLowerCase() !== "off";
}

/** GITHUB_API_URL alone, for commands that need no credentials. Throws EnvironmentProblem. */
export function apiUrlIn(env: NodeJS.ProcessEnv): string {
  const problems: string[] = [];
  const apiUrl = readApiUrl(env, problems);
  if (problems.length > 0) throw new EnvironmentProblem(problems);
  return apiUrl;
}

/** PUBLIC_URL alone, for commands that need no credentials. Throws EnvironmentProblem. */
export function publicUrlIn(env: NodeJS.ProcessEnv): string | null {
  const problems: string[] = [];
  const publicUrl = readPublicUrl(textOf(env, "PUBLIC_URL"), problems);
  if (problems.length > 0) throw new EnvironmentProblem(problems);
  return publicUrl;
}

/** The server's folder. */
export function dataIn(env: NodeJS.ProcessEnv): string {
  return textOf(env, "DETOIL_DATA") ?? "./data";
}

/** A setting's value; only blanks count as not set, because compose files and pipelines produce them. */
function textOf(env: NodeJS.ProcessEnv, name: string): string | null {
  const text = env[name]?.trim() ?? "";
  return text === "" ? null : text;
}

function listOf(env: NodeJS.ProcessEnv, name: string): string[] {
  return (textOf(env, name) ?? "").split(",").flatMap((part) => (part.trim() === "" ? [] : [part.trim()]));
}

/** The names of the credentials: those that the environment has, and those that it lacks. */
export function credentialsIn(env: NodeJS.ProcessEnv): { readonly given: string[]; readonly missing: string[] } {
  const names = ["APP_ID", "PRIVATE_KEY (or PRIVATE_KEY_PATH)", "WEBHOOK_SECRET"];
  const has = [
    textOf(env, "APP_ID") !== null,
    textOf(env, keyNameIn(env)) !== null,
    listOf(env, "WEBHOOK_SECRET").length > 0,
  ];
  return {
    given: names.flatMap((name, index) => (has[index] ? [name.split(" ")[0] ?? name] : [])),
    missing: names.filter((_, index) => !has[index]),
  };
}

function keyNameIn(env: NodeJS.ProcessEnv): "PRIVATE_KEY" | "PRIVATE_KEY_PATH" {
  return textOf(env, "PRIVATE_KEY") === null ? "PRIVATE_KEY_PATH" : "PRIVATE_KEY";
}

function readCredentials(env: NodeJS.ProcessEnv, saved: Credentials | null, problems: string[]): Credentials | null {
  const { given, missing } = credentialsIn(env);
  if (given.length === 0) return saved;
  if (saved === null && missing.length > 0) problems.push(environmentText.missing(missing, given));
  const appId = textOf(env, "APP_ID");
  const keyName = keyNameIn(env);
  const key = textOf(env, keyName);
  const webhookSecrets = listOf(env, "WEBHOOK_SECRET");
  const number = appId === null ? (saved?.appId ?? 0) : readAppId(appId, problems);
  // another App's number beside this one's key would only be refused by GitHub, without a word about the file
  if (saved !== null && missing.length > 0 && number !== saved.appId) {
    problems.push(environmentText.otherApp(number, saved.appId, missing));
  }
  return {
    appId: number,
    privateKey: key === null ? (saved?.privateKey ?? "") : readPrivateKey(keyName, key, problems),
    webhookSecrets: webhookSecrets.length === 0 ? (saved?.webhookSecrets ?? []) : webhookSecrets,
  };
}

function readAppId(text: string, problems: string[]): number {
  if (/^Iv\d/.test(text)) {
    problems.push(environmentText.clientId(text));
  } else if (!/^[1-9]\d{0,14}$/.test(text)) {
    problems.push(environmentText.noAppId);
  }
  return Number(text);
}

/** PEM as it is, with `\n` for line breaks, or as base64; or the path of such a file. */
function readPrivateKey(name: string, value: string, problems: string[]): string {
  let text = value;
  if (name === "PRIVATE_KEY_PATH") {
    try {
      text = readFileSync(value, "utf8");
    } catch (error) {
      const code = String((error as NodeJS.ErrnoException).code);
      problems.push(code === "ENOENT" ? environmentText.noKeyFile(value) : environmentText.unreadableKey(value, code));
      return "";
    }
  }
  const plain = text.includes("-----BEGIN") ? text : Buffer.from(text, "base64").toString("utf8");
  const pem = `${plain.replaceAll("\\n", "\n").trim()}\n`;
  try {
    if (createPrivateKey(pem).asymmetricKeyType === "rsa") return pem;
  } catch {
    // said below, without the key
  }
  problems.push(name === "PRIVATE_KEY" ? environmentText.noKey : environmentText.noKeyInFile);
  return "";
}

type NumberName =
  | "PORT"
  | "DETOIL_COOLDOWN"
  | "DETOIL_SETTLE"
  | "DETOIL_GITHUB_TIMEOUT"
  | "DETOIL_CONCURRENCY"
  | "DETOIL_LAG";

interface NumberRule {
  readonly pattern: RegExp;
  readonly from: number;
  readonly to: number;
  /** What it must be. */
  readonly kind: "a number" | "a number of seconds" | "a whole number";
}

const WHOLE = /^\d+$/;
const DECIMAL = /^\d+(\.\d+)?$/;
const UP_TO_AN_HOUR: NumberRule = { pattern: DECIMAL, from: 0, to: 3600, kind: "a number of seconds" };

const NUMBERS: Readonly<Record<NumberName, NumberRule>> = {
  PORT: { pattern: WHOLE, from: 0, to: 65_535, kind: "a number" },
  DETOIL_COOLDOWN: UP_TO_AN_HOUR,
  DETOIL_SETTLE: UP_TO_AN_HOUR,
  DETOIL_LAG: UP_TO_AN_HOUR,
  DETOIL_GITHUB_TIMEOUT: { pattern: DECIMAL, from: 1, to: 300, kind: "a number of seconds" },
  DETOIL_CONCURRENCY: { pattern: WHOLE, from: 1, to: 100, kind: "a whole number" },
};

function readNumber(env: NodeJS.ProcessEnv, name: NumberName, otherwise: number, problems: string[]): number {
  const text = textOf(env, name);
  if (text === null) return otherwise;
  const { pattern, from, to, kind } = NUMBERS[name];
  const number = Number(text);
  if (!pattern.test(text) || number < from || number > to) {
    problems.push(environmentText.noNumber(name, kind, from, to, text));
  }
  return number;
}

function readTimeout(env: NodeJS.ProcessEnv, problems: string[]): number {
  return readNumber(env, "DETOIL_GITHUB_TIMEOUT", GITHUB_TIMEOUT_SECONDS, problems);
}

/** DETOIL_SETTLE is the old name of DETOIL_COOLDOWN. */
function readCooldown(env: NodeJS.ProcessEnv, problems: string[]): number {
  const name = textOf(env, "DETOIL_COOLDOWN") === null ? "DETOIL_SETTLE" : "DETOIL_COOLDOWN";
  return readNumber(env, name, 5, problems);
}

function readApiUrl(env: NodeJS.ProcessEnv, problems: string[]): string {
  const text = (textOf(env, "GITHUB_API_URL") ?? DEFAULT_API).replace(/(?<!\/)\/+$/, "");
  const url = URL.parse(text);
  const isApi = url !== null && (/^api\./.test(url.hostname) ? url.pathname === "/" : url.pathname === "/api/v3");
  if (url === null || !/^https?:$/.test(url.protocol) || !isApi || url.search + url.hash + url.username !== "") {
    problems.push(environmentText.noApi(DEFAULT_API, apiMeantBy(text)));
  }
  return text;
}

/** `https://ghe.example.com/api/v3` for `ghe.example.com`; null: nobody can tell. Nothing but the host is taken of it. */
function apiMeantBy(text: string): string | null {
  const url = URL.parse(/^https?:\/\//.test(text) ? text : `https://${text}`);
  if (url === null || !/[.:]/.test(url.host)) return null;
  if (/^(?:www\.|api\.)?github\.com$/.test(url.host)) return DEFAULT_API;
  if (url.hostname.endsWith(".ghe.com")) return `https://api.${url.hostname.replace(/^api\./, "")}`;
  return `${isLoopback(url.hostname) ? "http:" : url.protocol}//${url.host}/api/v3`;
}

function readOnboarding(env: NodeJS.ProcessEnv, problems: string[]): boolean {
  const text = textOf(env, "DETOIL_ONBOARDING")?.toLowerCase() ?? "on";
  if (text !== "on" && text !== "off") problems.push(environmentText.noOnboarding(text));
  return onboardingIn(env);
}

function readOwners(env: NodeJS.ProcessEnv): readonly string[] | null {
  const owners = listOf(env, "ALLOWED_OWNERS").map((owner) => owner.toLowerCase());
  return owners.length === 0 ? null : owners;
}

function readRetention(env: NodeJS.ProcessEnv, problems: string[]): Duration | null {
  const text = textOf(env, "DETOIL_RETENTION");
  const retention = text === null ? null : parseDuration(text);
  if (text !== null && (retention === null || retention.amount < 1)) {
    problems.push(environmentText.noRetention(text));
  }
  return retention;
}

function readLogLevel(env: NodeJS.ProcessEnv, problems: string[]): string {
  const level = textOf(env, "LOG_LEVEL")?.toLowerCase() ?? "info";
  if (!LOG_LEVELS.includes(level)) problems.push(environmentText.noLevel(level, LOG_LEVELS));
  return level;
}

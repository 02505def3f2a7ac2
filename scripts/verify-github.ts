/**
 * `npm run verify-github -- --repo OWNER/SCRATCH [--only AREA]`: checks the facts that Detoil relies on against the real GitHub,
 * and rewrites the last column of docs/github-facts.md (only for github.com; a run against another GITHUB_API_URL only prints
 * its results). It needs APP_ID and PRIVATE_KEY (or PRIVATE_KEY_PATH) of an App that is installed there, and, for some facts,
 * GITHUB_TOKEN of a second person with write access. Exit codes: 0 all hold, 1 some differ, 2 wrong usage.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { FACTS } from "../test/github-facts/facts/index.ts";
import { type Finding, readFindings, renderPage } from "../test/github-facts/page.ts";
import { openScratch, type RealGitHub, tryReal } from "../test/github-facts/real.ts";

const USAGE =
  "Usage: APP_ID=… PRIVATE_KEY=… [GITHUB_TOKEN=…] npm run verify-github -- --repo OWNER/SCRATCH [--only AREA]";
const GITHUB = "https://api.github.com";
const PAGE = join(import.meta.dirname, "../docs/github-facts.md");

function settings(): { readonly github: RealGitHub; readonly only: string } | string {
  const { values } = parseArgs({ options: { repo: { type: "string" }, only: { type: "string", default: "" } } });
  const [owner, repo] = values.repo?.split("/") ?? [];
  if (!owner || !repo) return "--repo OWNER/SCRATCH is missing.";
  const { APP_ID = "", PRIVATE_KEY, PRIVATE_KEY_PATH, GITHUB_TOKEN, GITHUB_API_URL } = process.env;
  const key = PRIVATE_KEY ?? (PRIVATE_KEY_PATH === undefined ? "" : readFileSync(PRIVATE_KEY_PATH, "utf8"));
  if (APP_ID === "" || key === "")
    return "APP_ID and PRIVATE_KEY (or PRIVATE_KEY_PATH) of an App installed there are missing.";
  const apiUrl = GITHUB_API_URL ?? GITHUB;
  const privateKey = key.replaceAll("\\n", "\n");
  return { github: { apiUrl, owner, repo, appId: APP_ID, privateKey, token: GITHUB_TOKEN ?? null }, only: values.only };
}

async function verify(github: RealGitHub, only: string): Promise<number> {
  const day = new Date().toISOString().slice(0, 10);
  const open = await openScratch(github);
  const findings = readFindings(readFileSync(PAGE, "utf8"));
  const tried = new Map<string, Finding>();
  for (const fact of FACTS.filter(({ id }) => id.startsWith(only))) {
    const finding = await tryReal(fact, open, day);
    tried.set(fact.id, finding);
    if (finding.kind !== "not tried") findings.set(fact.id, finding);
    console.log(`${finding.kind.padEnd(9)} ${fact.id}: ${finding.kind === "not tried" ? finding.why : finding.what}`);
    if (github.apiUrl === GITHUB) writeFileSync(PAGE, renderPage(FACTS, findings)); // an interrupted run keeps its results
  }
  const count = (kind: Finding["kind"]) => [...tried.values()].filter((one) => one.kind === kind).length;
  console.log(`${count("proven")} proven, ${count("differs")} differ, ${count("not tried")} not tried.`);
  return count("differs") === 0 ? 0 : 1;
}

try {
  const given = settings();
  if (typeof given === "string") {
    console.error(`${given}\n${USAGE}`);
    process.exitCode = 2;
  } else {
    process.exitCode = await verify(given.github, given.only);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

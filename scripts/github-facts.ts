/**
 * Writes docs/github-facts.md from the facts in test/github-facts; the results of runs against github.com (the last column) stay.
 * `--check` writes nothing and fails where the page has drifted.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FACTS } from "../test/github-facts/facts/index.ts";
import { readFindings, renderPage } from "../test/github-facts/page.ts";

const file = join(import.meta.dirname, "../docs/github-facts.md");
const known = readFileSync(file, { encoding: "utf8", flag: "a+" });
const page = renderPage(FACTS, readFindings(known));
if (!process.argv.includes("--check")) writeFileSync(file, page);
else if (page !== known) {
  console.error("docs/github-facts.md has drifted from test/github-facts: run npm run generate.");
  process.exitCode = 1;
}

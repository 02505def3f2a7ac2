import { codeBlock } from "../../src/markdown/code-block.ts";
import type { History } from "../../src/suggestion/facts.ts";
import { isQuotable } from "../../src/suggestion/is-quotable.ts";
import { languageIn } from "../../src/suggestion/language.ts";
import { suggest } from "../../src/suggestion/suggest.ts";
import type { Reader } from "./readers.ts";

const NOW = new Date("2026-11-20T01:00:00Z");

/** A repository in which everything has this name. */
function named(text: string): History {
  const author = { login: text, bot: true };
  const pull = { title: text, base: "main", head: text, fork: false, mergedAt: NOW, author, labels: [text] };
  return {
    ...{ repository: { owner: "acme", name: "shop" }, now: NOW, cut: false, isFork: false, defaultBranch: "main" },
    branches: ["main", text],
    since: { merged: NOW, deployments: NOW, releases: NOW },
    merged: [pull],
    milestones: [{ title: text, dated: false, createdAt: NOW, closedAt: null }],
    deployments: [{ environment: text, at: NOW }],
    releases: [],
    labels: [text],
  };
}

/** What reads names of branches, labels and the like for a suggested sre.yml. */
export const suggestionReaders: readonly Reader[] = [
  { name: "suggest", openings: ["v1", "renovate", "no-"], read: (text) => suggest(named(text), "en") },
  { name: "languageIn", openings: ["の"], read: (text) => languageIn(named(text)) },
  { name: "isQuotable", openings: ["<!-", "{"], read: isQuotable },
  { name: "codeBlock", openings: ["`"], read: (text) => codeBlock(text, "yaml") },
];

import type { Fact } from "./fact.ts";

/** What a run against the real GitHub found out about a fact. */
export type Finding =
  | { readonly kind: "proven" | "differs"; readonly day: string; readonly what: string }
  | { readonly kind: "not tried"; readonly why: string };

const AREAS: Readonly<Record<string, string>> = {
  "half-answers": "Half an answer",
  lag: "Reads lag behind writes",
  refusals: "Refusals",
  checks: "Checks and merge queues",
  conversations: "Issues, pull requests, comments",
  projects: "Projects",
  lists: "Lists and pages",
  documents: "What Detoil asks over GraphQL",
  limits: "Limits",
  app: "Apps and installations",
  webhooks: "Webhooks",
  git: "Commits, branches, comparisons",
  deploying: "Deployments, releases, tags",
  shown: "What people see",
  enterprise: "GitHub Enterprise Server, ghe.com",
};

const HEAD = `# What Detoil believes about GitHub

Everything in Detoil that is tested is tested against a simulated GitHub, so it is worth as much as that one is true. This page lists
what it rests on: each fact, where it is from, and whether anybody has seen it on github.com. The facts are a suite of tests that
speak plain HTTP ([test/github-facts](../test/github-facts)); \`npm test\` holds the simulated GitHub to them.

Whoever has a scratch repository can hold github.com to them, in some ten minutes, most of which is the second that GitHub wants between
two writes:

1. Make a repository with a README, and change the README once, so that it has two commits. Nothing in it is needed afterwards.
2. Install an App on it with the permissions of [app.yml](../app.yml), whose webhooks nobody answers (a running Detoil would join in); a
   second person with write access is asked through a token.
3. \`APP_ID=… PRIVATE_KEY="$(cat key.pem)" GITHUB_TOKEN=… npm run verify-github -- --repo OWNER/SCRATCH\`

The run touches only what it made, and cleans up (issues, which an App cannot delete, are closed). It rewrites the last column; whatever
**differs** has to change in the simulated GitHub first, then in Detoil. Without \`GITHUB_TOKEN\` the facts that take a second person
are left out. \`--only refusals\` tries one part. "Unsourced" means that nobody wrote it down where we could find it. What is not tried
there for what it takes is mostly tried on the simulated GitHub, which can be told to play it.
`;

/** The page: one table for each area, with what was found out so far by the fact's id. */
export function renderPage(facts: readonly Fact[], findings: ReadonlyMap<string, Finding>): string {
  const areas = Object.entries(AREAS).flatMap(([area, title]) => {
    const own = facts.filter(({ id }) => id.startsWith(`${area}/`));
    const rows = own.map(
      (fact) => `| ${nameOf(fact)} | ${[fact.says, fact.source, seen(fact, findings)].map(cell).join(" | ")} |`,
    );
    const head = ["| | Fact | Source | On github.com |", "| --- | --- | --- | --- |"];
    return own.length === 0 ? [] : [`## ${title}\n\n${[...head, ...rows].join("\n")}\n`];
  });
  return [HEAD, ...areas].join("\n");
}

function nameOf({ id }: Fact): string {
  return `\`${id.slice(id.indexOf("/") + 1)}\``;
}

function seen(fact: Fact, findings: ReadonlyMap<string, Finding>): string {
  const finding = findings.get(fact.id);
  if (finding !== undefined && finding.kind !== "not tried") {
    return `${finding.kind === "proven" ? "proven" : "**differs**"} ${finding.day}: ${finding.what}`;
  }
  if (fact.takes !== undefined) return `not tried: takes ${fact.takes}`;
  return fact.seen === undefined ? "not tried: the suite cannot" : "unproven";
}

/** The results on the page so far. */
export function readFindings(page: string): Map<string, Finding> {
  const found = new Map<string, Finding>();
  const titles = new Map(Object.entries(AREAS).map(([area, title]) => [title, area]));
  let area = "";
  for (const line of page.split("\n")) {
    if (line.startsWith("## ")) area = titles.get(line.slice(3)) ?? "";
    const name = /^\| `([\w-]+)` \|/.exec(line)?.[1];
    const [, kind, day, what] = /\| (proven|\*\*differs\*\*) (\d{4}-\d\d-\d\d): (.*) \|$/.exec(line) ?? [];
    if (name === undefined || kind === undefined) continue;
    const known = { day: day ?? "", what: (what ?? "").replaceAll("\\|", "|") };
    found.set(`${area}/${name}`, { kind: kind === "proven" ? "proven" : "differs", ...known });
  }
  return found;
}

/** Text in a cell of a table. */
function cell(text: string): string {
  return text.replaceAll("\n", " ").replaceAll("|", "\\|");
}

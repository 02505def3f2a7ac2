/** Generates docs/permissions.md from app.yml and what the automations declare. `--check` writes nothing and fails on a drift. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { isComing } from "../src/automations/coming-permissions.ts";
import { automations } from "../src/automations/index.ts";
import { permissionName } from "../src/github/permission-name.ts";

const root = join(import.meta.dirname, "..");
const file = join(root, "docs/permissions.md");
const manifest = readFileSync(join(root, "app.yml"), "utf8");
const asked = (parse(manifest) as { readonly default_permissions: Record<string, "read" | "write"> })
  .default_permissions;

/** What stands beside a permission in app.yml, and on the lines of comment below it. */
function reasonOf(resource: string): string {
  const [, reason = ""] = new RegExp(`^ {2}${resource}: \\w+ # (.*(?:\\n {4}# .*)*)`, "m").exec(manifest) ?? [];
  return reason.replaceAll(/\n {4}# /g, " ");
}

function without(resource: string): string {
  const needing = automations.filter(({ permissions }) => resource in permissions).map(({ name }) => name);
  if (resource === "metadata") return "GitHub grants it to every App";
  if (isComing(resource)) return "nothing changes: only later versions use it";
  if (needing.length === 0) return "everything works; what it is for is left out";
  return needing.length === automations.length ? "everything is off" : `off: ${needing.join(", ")}`;
}

const rows = Object.entries(asked).map(
  ([resource, access]) => `| **${permissionName(resource, access)}** | ${reasonOf(resource)} | ${without(resource)} |`,
);
const page = `# Permissions

What the App asks for in [app.yml](../app.yml), and what happens in an installation that has not granted it: \`detoil doctor\` and one issue
in each repository say so. A reconciliation uses a token for its one repository and for what its automation needs
([SECURITY.md](../SECURITY.md)). This page is generated.

| permission | for | without it |
| --- | --- | --- |
${rows.join("\n")}

Write access to contents, actions and workflows is not among them. The box "Let \`/sre cadence\` open pull requests" on the setup page adds
it; this version uses contents alone.
`;

if (!process.argv.includes("--check")) writeFileSync(file, page);
else if (readFileSync(file, "utf8") !== page) {
  console.error("docs/permissions.md has drifted from app.yml: run `npm run generate`.");
  process.exitCode = 1;
}

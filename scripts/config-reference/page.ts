import { stringify } from "yaml";
import { jsonSchema, type SchemaNode } from "../../src/config/schema-at.ts";
import { sectionLabels } from "../../src/config/section-labels.ts";
import { everySection, nullableSections } from "../../src/config/sections/every.ts";

const LATER_SECTIONS: ReadonlySet<string> = new Set(
  everySection.flatMap(([name, { available }]) => (available ? [] : [name])),
);
/** `release.lanes.tag` */
const LATER_KEYS: ReadonlySet<string> = new Set(
  everySection.flatMap(([name, { laterKeys }]) =>
    Object.entries(laterKeys).flatMap(([list, keys]) => Object.keys(keys).map((key) => `${name}.${list}.${key}`)),
  ),
);
const TOP = everySection.map(([key]) => key).filter((key) => !nullableSections.includes(key));

const INTRO = `# Configuration

Detoil reads \`.github/sre.yml\` on the default branch. One section per automation; a section that is absent is off. Every
key shows its default, so a file holds only what differs. An unknown key is an error, with its line and column.

    version: 1
    release:
      lanes:
        - from: develop
          to: main

Check a file before it is pushed: \`npm run -s detoil -- check .github/sre.yml\`; with \`--effective\` it
shows every value in force and where it comes from. On a pull request the check
**Detoil / config** does the same and says what will change. While the file on the default branch is broken, its last
good version stays in force. For help while typing, begin the file with

    # yaml-language-server: $schema=https://raw.githubusercontent.com/detoil/detoil/main/config-schema/sre.schema.json

## How values are written

| value | is written |
| --- | --- |
| duration | \`<n> minutes\`, \`hours\`, \`days\`, \`weeks\`, \`months\`, \`business hours\`, \`business days\`; singular too: \`1 business day\` |
| glob | \`*\` stops at a slash, \`**\` does not, \`**/\` also matches nothing, a lone \`*\` is everything; case-sensitive, the whole name. In YAML a text that begins with a star needs quotes: \`"*"\` |
| schedule | five-field cron, read in \`timezone\`: names, lists, ranges and steps; both day fields given means either |
| date, range | \`2026-12-29\`, or inclusive \`2026-12-29/2027-01-03\` |
| template | Mustache: \`{{date}}\`, sections \`{{#milestone.due_on}}…{{/milestone.due_on}}\` (only with a value) and \`{{^…}}…{{/…}}\` (only without), comments \`{{! … }}\`; nothing else of it. What is filled in cannot ping, link or break out of the Markdown around it |
| team | \`"@org/team"\`, with the quotes |

## Several repositories

\`_extends: .github\` extends the file in the \`.github\` repository of the same owner; \`repo\` and
\`repo:.github/file.yml\` work too: YAML files under \`.github/\` only. A section here overrides the extended section key by key, a list replaces the extended
list, and \`release: null\` switches an inherited section off. At most 5 hops, no loops; a public repository extends
public ones only. A pull request may add \`_extends\` only for a file that its author can read, and nothing in another
file is quoted in a check, an issue or a preview. A repository without its own file uses the one in its organization's \`.github\` repository; there,
\`repositories: ["web-*"]\` limits which repositories use it.
`;

/** docs/configuration.md. */
export function configurationPage(): string {
  const { properties = {} } = jsonSchema();
  const top: SchemaNode = {
    properties: Object.fromEntries(TOP.map((key) => [key, properties[key] ?? {}])),
    required: ["version"],
  };
  const parts = [INTRO, `## The file\n\n${table(top)}`];
  for (const [key, node] of Object.entries(properties)) {
    if (nullableSections.some((name) => name === key)) parts.push(...section(key, node, 2));
  }
  return `${parts.map((part) => part.trimEnd()).join("\n\n")}\n`;
}

function section(path: string, node: SchemaNode, level: number): string[] {
  const later = LATER_SECTIONS.has(path) ? "*Not available yet: it is validated but has no effect.*\n\n" : "";
  const parts: string[] = [];
  const about = node.description ?? "";
  const inner = node.items ?? node;
  const itemAbout = node.items?.description === undefined ? "" : ` Each entry: ${lowerFirst(node.items.description)}`;
  parts.push(`${"#".repeat(level)} \`${path}\`\n\n${about}${itemAbout}\n\n${later}${table(inner, path)}`);
  for (const [key, child] of Object.entries(inner.properties ?? {})) {
    const group = groupOf(child);
    if (group) parts.push(...section(`${path}.${key}`, group, Math.min(level + 1, 4)));
  }
  return parts;
}

/** The mapping, or list of mappings, of a value; null if it is neither. */
function groupOf(node: SchemaNode): SchemaNode | null {
  for (const option of node.anyOf ?? [node]) {
    if (option.properties || option.items?.properties)
      return { description: node.description ?? option.description ?? "", ...option };
  }
  return null;
}

function table(node: SchemaNode, path = ""): string {
  const required = new Set(node.required ?? []);
  const rows = Object.entries(node.properties ?? {}).map(([key, child]) => {
    const later = LATER_KEYS.has(`${path}.${key}`) ? " *Not available yet.*" : "";
    const byDefault = required.has(key) ? "required" : child.default === undefined ? "" : inline(child.default);
    return `| \`${key}\` | ${kind(child)} | ${byDefault} | ${cell(describe(child))}${later} |`;
  });
  return ["| key | value | default | |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

function describe(node: SchemaNode): string {
  const text = node.description ?? node.anyOf?.find((option) => option.description)?.description ?? "";
  const example = node.examples?.[0];
  const shown = example !== undefined && JSON.stringify(example) !== JSON.stringify(node.default);
  return shown ? `${text} For example ${inline(example)}.` : text;
}

function kind(node: SchemaNode): string {
  if (node.enum) return node.enum.map((value) => inline(value)).join(", ");
  if (node.const !== undefined) return inline(node.const);
  const options = node.anyOf ?? [node];
  return [...new Set(options.flatMap(kindsOf))].join(" or ");
}

function kindsOf(node: SchemaNode): string[] {
  if (node.const !== undefined) return [inline(node.const)];
  return [node.type ?? "string"].flat().map((type) => {
    if (type === "object") return node.title !== undefined && node.title in sectionLabels ? "settings" : "mapping";
    const names: Readonly<Record<string, string>> = {
      string: "text",
      array: "list",
      boolean: "true, false",
      integer: "whole number",
    };
    return names[type] ?? type;
  });
}

/** A value as it is written in YAML, as code. */
function inline(value: unknown): string {
  const text = stringify(value, { collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0 }).trim();
  return `\`${cell(text)}\``;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

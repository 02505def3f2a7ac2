import { highestKind } from "../highest-kind.ts";
import { packageName } from "../package-name.ts";
import type { PullTexts } from "../pull-texts.ts";
import type { Reading } from "../reading.ts";
import { readTables } from "../tables.ts";
import type { PackageUpdate } from "../update.ts";
import { versionIn } from "../versions.ts";
import { kindsOf } from "./kinds.ts";
import { type Entry, readMetadata } from "./metadata.ts";
import { outsideDetails } from "./outside-details.ts";
import { changeInLine, changeInTitle } from "./sentences.ts";

type Change = Pick<PackageUpdate, "name" | "from" | "to">;

/** What a pull request of Dependabot says, in its text, its title or the message of its commit. */
export function readDependabot(pull: Pick<PullTexts, "title" | "body" | "message">): Reading {
  const message = pull.message ?? "";
  const lines = outsideDetails(`${pull.body}\n\n${message}`);
  const metadata = [...readMetadata(pull.body), ...readMetadata(message)];
  const kindOf = kindsOf(metadata);
  const packages = changesIn(lines, pull.title, metadata).map((change) => ({
    ...change,
    kind: kindOf(change),
  }));
  return {
    packages,
    kind: highestKind(packages.map(({ kind }) => kind)),
    security: isSecurity(pull.title, lines, pull.body),
    automerge: pull.body.includes("[//]: # (dependabot-automerge-start)") ? true : null,
  };
}

/** Each once: a group over several directories names a package in each of them. */
function changesIn(lines: readonly string[], title: string, metadata: readonly Entry[]): readonly Change[] {
  const written = [...tableRows(lines), ...lines.map(changeInLine).filter((change) => change !== null)];
  const titled = written.length === 0 ? [changeInTitle(title)].filter((change) => change !== null) : [];
  const named = [...written, ...titled];
  const listed = named.length > 0 ? named : metadata.map(({ name, version }) => ({ name, from: null, to: version }));
  const keyOf = ({ name, from, to }: Change) => JSON.stringify([name, from, to]);
  return [...new Map(listed.map((change) => [keyOf(change), change])).values()];
}

/** `| Package | From | To |`, from five updates on. */
function tableRows(lines: readonly string[]): readonly Change[] {
  return readTables(lines.join("\n"))
    .filter(({ header }) => header.join() === "package,from,to")
    .flatMap(({ rows }) => rows)
    .flatMap(([cell = "", from = "", to = ""]) => {
      const name = packageName(cell);
      return name === null ? [] : [{ name, from: versionIn(from), to: versionIn(to) }];
    });
}

function isSecurity(title: string, lines: readonly string[], body: string): boolean {
  // The footer, behind all quoted notes, names it on security updates only.
  const footer = body.slice(Math.max(0, body.lastIndexOf("Dependabot commands and options")));
  return (
    /\[security\]/i.test(title) ||
    lines.some((line) => /\*\*This update includes (?:a )?security fix(?:es)?\.\*\*/.test(line)) ||
    footer.includes("You can disable automated security fix PRs for this repo")
  );
}

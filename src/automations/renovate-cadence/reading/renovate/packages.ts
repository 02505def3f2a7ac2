import { packageName } from "../package-name.ts";
import { readTables } from "../tables.ts";
import type { Kind, PackageUpdate } from "../update.ts";
import { kindBetween, versionIn } from "../versions.ts";

/** Renovate's own words in the column `Update`; others, such as `bump`, leave it to the versions. */
const KIND_OF: Readonly<Record<string, Kind>> = {
  major: "major",
  minor: "minor",
  patch: "patch",
  pin: "pin",
  pindigest: "pin",
  digest: "digest",
  lockfilemaintenance: "lockfile",
  lockfileupdate: "lockfile",
  rollback: "rollback",
  replacement: "replacement",
};

interface RenovateRows {
  readonly packages: readonly PackageUpdate[];
  /** Of all rows, also of those that name no package: the maintenance of lock files. */
  readonly kinds: readonly Kind[];
}

/** The table of updates. `head`: the text before the release notes, which have tables of their own. */
export function renovatePackages(head: string): RenovateRows {
  const table = readTables(head).find(({ header }) => header.includes("change") || header.includes("update"));
  if (table === undefined) return { packages: [], kinds: [] };
  const column = (row: readonly string[], name: string) => row[table.header.indexOf(name)] ?? "";
  const rows = table.rows.map((row) => {
    const cell = column(row, "package");
    const versions = versionsIn(column(row, "change"));
    const kind = kindIn(column(row, "update"), versions, cell);
    return { name: packageName(cell), ...versions, kind };
  });
  return {
    packages: rows.flatMap(({ name, ...versions }) => (name === null ? [] : [{ name, ...versions }])),
    kinds: rows.map(({ kind }) => kind),
  };
}

function kindIn(word: string, { from, to }: Pick<PackageUpdate, "from" | "to">, cell: string): Kind {
  const known = word.replaceAll("`", "").toLowerCase();
  if (Object.hasOwn(KIND_OF, known)) return KIND_OF[known] ?? "unknown";
  // "old → new": without the column only the package's cell tells a replacement.
  return /(?:→|->) *\[/.test(cell) ? "replacement" : kindBetween(from, to);
}

/** `` `1.2.0` → `1.3.0` ``, with `->` before 2025-12-17, often within a link; the first is missing where a digest is added. */
function versionsIn(cell: string): Pick<PackageUpdate, "from" | "to"> {
  const arrow = cell.includes("→") ? "→" : "->";
  const at = cell.indexOf(arrow);
  if (at === -1) return { from: null, to: null };
  return { from: shownVersion(cell.slice(0, at)), to: shownVersion(cell.slice(at + arrow.length)) };
}

function shownVersion(text: string): string | null {
  const quoted = text.split("`")[1];
  return versionIn(quoted ?? text.replace("[", "").split("](", 1)[0] ?? "");
}

import { anyGlobMatches } from "../../config/glob.ts";
import type { SectionOf } from "../../config/section-of.ts";
import { SUMMARY_IS_OLD_MS, type Summarized } from "../../records/summary.ts";
import { isConfigBroken } from "../config-summary.ts";
import type { OrgTable } from "../org-table.ts";

const DAY_MS = 86_400_000;
/** The automation has been switched off since. */
const OFF_MS = 30 * DAY_MS;

export interface Row {
  /** `owner/name` */
  readonly repository: string;
  readonly value: unknown;
}

interface Team {
  /** null: repositories of no team. */
  readonly name: string | null;
  readonly rows: readonly Row[];
}

export interface Rows {
  readonly all: readonly Row[];
  /** As sre.yml names them, and those of none. */
  readonly teams: readonly Team[];
  /** Names of repositories in which the automation is not on. */
  readonly lacking: readonly string[];
  /** Names of those whose sre.yml has problems: one with a good version in force is in the table, too. */
  readonly broken: readonly string[];
  /** Names of those with a summary that is too old, or of a version that this one cannot read. */
  readonly unknown: readonly string[];
  /** Repositories that a public table does not name. */
  readonly hidden: number;
}

/** `isPublic`: everybody reads the table, so it names public repositories alone. */
export function rowsOf(
  { repositories, configs }: Record<"repositories" | "configs", readonly Summarized[]>,
  table: Pick<OrgTable, "parse">,
  { teams }: Pick<SectionOf<"org">, "teams">,
  { now, isPublic }: { readonly now: Date; readonly isPublic: boolean },
): Rows {
  const configOf = new Map(configs.map(({ owner, name, summary }) => [`${owner}/${name}`, summary]));
  const named = repositories.map(({ owner, name, summary }) => ({ repository: `${owner}/${name}`, summary }));
  // Of one that was never looked at it is not known whether it is private.
  const isKnownPublic = ({ repository, summary }: (typeof named)[number]) =>
    (summary ?? configOf.get(repository))?.isPrivate === false;
  const shown = isPublic ? named.filter(isKnownPublic) : named;
  const read = shown.map(({ repository, summary }) => {
    const age = summary === null ? OFF_MS : now.getTime() - summary.at;
    const value = summary !== null && age < SUMMARY_IS_OLD_MS ? table.parse(summary.value) : null;
    const isBroken = isConfigBroken(configOf.get(repository)?.value);
    return { repository, isOn: age < OFF_MS, value, isBroken };
  });
  const all = read.filter(({ value }) => value !== null).map(({ repository, value }) => ({ repository, value }));
  const without = read.filter(({ value }) => value === null);
  const names = (rows: typeof read) => rows.map(({ repository }) => repository);
  return {
    all,
    teams: teamsOf(all, teams),
    lacking: names(without.filter(({ isOn, isBroken }) => !isOn && !isBroken)),
    broken: names(read.filter(({ isBroken }) => isBroken)),
    unknown: names(without.filter(({ isOn }) => isOn)),
    hidden: named.length - shown.length,
  };
}

/** A repository of several teams is in each of them; one glob may leave out the owner. */
function teamsOf(all: readonly Row[], teams: Readonly<Record<string, readonly string[]>>): readonly Team[] {
  const isIn = (globs: readonly string[], { repository }: Row) =>
    anyGlobMatches(globs, repository) || anyGlobMatches(globs, repository.slice(repository.indexOf("/") + 1));
  const named = Object.entries(teams).map(([name, globs]) => ({ name, rows: all.filter((row) => isIn(globs, row)) }));
  const others = all.filter((row) => !Object.values(teams).some((globs) => isIn(globs, row)));
  return [...named, { name: null, rows: others }].filter(({ rows }) => rows.length > 0);
}

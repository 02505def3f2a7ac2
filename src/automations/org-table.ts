import type { Language } from "../config/schema.ts";
import type { SectionOf } from "../config/section-of.ts";

/** How the row of one repository is written for the people of an organization. */
export interface RowView {
  day(time: number): string;
  /** `https://github.com/acme/shop` */
  readonly repoUrl: string;
}

/** What a table says, in one language. Markdown. */
export interface OrgTableText<Value> {
  title(account: string): string;
  /** In bold, at the top and above each team's rows: how many of these are as they should be. */
  verdict(values: readonly Value[]): string;
  /** Without the repository's. */
  readonly columns: readonly string[];
  cells(value: Value, view: RowView): readonly string[];
  /** What those lack that are in no table: "have no `renovate` section in sre.yml". */
  readonly lacking: string;
}

/** A number of one repository for Prometheus; the label `repository` is beside its own. */
export interface RepositoryGauge<Value> {
  readonly name: string;
  readonly help: string;
  /** Its own label, whose values are few and known; null: it has none. */
  readonly label: string | null;
  /** By the value of its label, "" without one; null: not known. */
  values(value: Value): Readonly<Record<string, number | null>>;
}

/**
 * An automation's table over an organization: one row for each repository in which it is on, made of what its `summary` said
 * there. Repositories are never added up into one number.
 */
export interface OrgTable<Value = unknown> {
  /** Its switch in the section `org`. */
  readonly key: Extract<keyof SectionOf<"org">, "renovate" | "four-keys">;
  /** Of this version or an earlier one; null: it cannot be read. */
  parse(value: unknown): Value | null;
  text(language: Language): OrgTableText<Value>;
  /** The same numbers at `/metrics/NAME`, where NAME is the automation's; absent: none. */
  readonly gauges?: readonly RepositoryGauge<Value>[];
}

import type { Problem } from "./problem.ts";
import type { Language, SreConfig } from "./schema.ts";

/** Where a configuration text was read. */
interface ConfigOrigin {
  /** `owner/name` */
  readonly repository: string;
  readonly path: string;
  /** The commit it was read at. */
  readonly commit: string;
}

/** What sre.yml says for one repository, after `_extends` and the org's default. */
export interface LoadedConfig {
  /** absent: no file here or in the org. valid: `config` is this file. broken: `config` is the last good one, if any. */
  readonly state: "absent" | "valid" | "broken";
  readonly config: SreConfig | null;
  readonly problems: readonly Problem[];
  /** The language that the file asks for, even if something else in it is wrong. */
  readonly language: Language;
  /** The repository's own file, or the org's; null when absent. */
  readonly origin: ConfigOrigin | null;
  /** broken only: since when the version in force applies; null if there never was a good one. */
  readonly inForceSince: Date | null;
  /** The default branch's name. */
  readonly defaultBranch: string;
  /** The repository is not public. */
  readonly isPrivate: boolean;
  /** The keys of `config` that come from another file: `release.lanes`, `timezone`. No text quotes them. */
  readonly inherited: readonly string[];
  /** Whose file each of those comes from: `owner/name`. */
  readonly suppliers: ReadonlyMap<string, string>;
}

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
  /** absent: no file here nor in the org. valid: `config` is this file. broken: `config` is the last good one, if any. */
  readonly state: "absent" | "valid" | "broken";
  readonly config: SreConfig | null;
  readonly problems: readonly Problem[];
  /** What `problems` are written in: the language that the file asks for, also where something else in it is wrong. */
  readonly language: Language;
  /** The repository's own file, or the org's; null when absent. */
  readonly origin: ConfigOrigin | null;
  /** broken only: since when the version in force stands; null when there never was a good one. */
  readonly inForceSince: Date | null;
  /** The default branch's name. */
  readonly defaultBranch: string;
  /** Lanes that came in by `_extends` or from the org: a missing branch there is silent. Always so in an org's own `.github`. */
  readonly inheritedLanes: boolean;
  /** The keys of `config` that another file says: `release.lanes`, `timezone`. No text quotes them. */
  readonly inherited: readonly string[];
}

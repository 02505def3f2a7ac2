/** Where a repository keeps its configuration; an org's default is at the same path of its `.github` repository. */
export const CONFIG_PATH = ".github/sre.yml";

const NEAR_MISSES = new Set([CONFIG_PATH, ".github/sre.yaml", "sre.yml", "sre.yaml"]);

/** A path that people mistake for `CONFIG_PATH` and that is never read (probot/probot#422). */
export function isNearMiss(path: string): boolean {
  return path !== CONFIG_PATH && NEAR_MISSES.has(path.toLowerCase());
}

/** The repository whose file answers for those without one. */
export const ORG_REPOSITORY = ".github";

/** One version of a file on a default branch. */
export interface FileVersion {
  /** null: there was no such file at that commit. */
  readonly text: string | null;
  readonly commit: string;
  readonly at: Date;
}

export interface ConfigFile {
  /** null: there is no such file. If GitHub does not return a large file as text, any text longer than the limit will do. */
  readonly text: string | null;
  /** Head of the default branch it was read at. */
  readonly commit: string;
  readonly private: boolean;
  /** The file's versions on the default branch, newest first; requested only if the newest is broken. */
  history(): Promise<readonly FileVersion[]>;
}

/** `sre.yml` as loading needs it: this repository's own, and others' by name. Implemented over GitHub in src/github. */
export interface ConfigFiles {
  readonly owner: string;
  readonly name: string;
  own(): Promise<ConfigFile & { readonly defaultBranch: string }>;
  /** `missing`: no such repository, or this installation may not see it. `forbidden`: visible, but not readable. */
  other(owner: string, name: string, path: string): Promise<ConfigFile | "missing" | "forbidden">;
}

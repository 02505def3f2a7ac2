import { type OwnersPattern, readOwnersPattern } from "./codeowners-pattern.ts";

/** The CODEOWNERS that is in force on one branch. */
export interface CodeownersFile {
  /** `.github/CODEOWNERS` */
  readonly path: string;
  readonly text: string;
}

interface Rule {
  readonly line: number;
  readonly pattern: OwnersPattern;
  /** Without `@`: logins, `org/team`. Empty: the paths have no owner. */
  readonly owners: readonly string[];
  /** An address is among its owners. */
  readonly hasEmail: boolean;
}

/** The owners of some paths, and what is wrong with the file. */
export interface PathOwners {
  /** Logins and `org/team`, in the order of the file. */
  readonly owners: readonly string[];
  /** Lines that GitHub skips, too. */
  readonly broken: readonly number[];
  /** Lines that own one of the paths and name an address. */
  readonly emails: readonly number[];
  readonly isTooLarge: boolean;
}

/** "CODEOWNERS files must be under 3 MB in size": GitHub does not load a larger one (docs, "About code owners"). */
const TOO_LARGE = 3 * 1024 * 1024;

const LOGIN = /^@[A-Za-z0-9][A-Za-z0-9_-]{0,99}(?:\[bot\])?$/;
const TEAM = /^@[A-Za-z0-9][A-Za-z0-9-]{0,99}\/[A-Za-z0-9._-]{1,100}$/;
const EMAIL = /^[^@\s]{1,100}@[^@\s]{1,200}$/;

/** Who owns these paths. Of the rules that match a path the last one counts; a line that is not valid counts for nothing. */
export function ownersOf({ text }: CodeownersFile, paths: readonly string[]): PathOwners {
  if (Buffer.byteLength(text) >= TOO_LARGE) return { owners: [], broken: [], emails: [], isTooLarge: true };
  const { rules, broken } = readRules(text);
  const matching = new Set(paths.flatMap((path) => rules.findLast(({ pattern }) => pattern(path)) ?? []));
  const inOrder = [...matching].sort((a, b) => a.line - b.line);
  return {
    owners: inOrder.flatMap(({ owners }) => owners),
    broken,
    emails: inOrder.filter(({ hasEmail }) => hasEmail).map(({ line }) => line),
    isTooLarge: false,
  };
}

function readRules(text: string): { readonly rules: readonly Rule[]; readonly broken: readonly number[] } {
  const rules: Rule[] = [];
  const broken: number[] = [];
  for (const [index, written] of text.split(/\r\n|\r|\n/).entries()) {
    const [pattern, ...owners] = words(written);
    if (pattern === undefined) continue;
    const read = readOwnersPattern(pattern);
    const line = index + 1;
    if (read === null || !owners.every(isOwner)) broken.push(line);
    else
      rules.push({
        line,
        pattern: read,
        owners: owners.filter((owner) => owner.startsWith("@")).map((owner) => owner.slice(1)),
        hasEmail: owners.some((owner) => !owner.startsWith("@")),
      });
  }
  return { rules, broken };
}

function isOwner(word: string): boolean {
  return LOGIN.test(word) || TEAM.test(word) || EMAIL.test(word);
}

/** Up to a comment; a space after a backslash belongs to the word. */
function words(line: string): string[] {
  const found: string[] = [];
  for (const [word] of line.matchAll(/(?:\\.|[^\s\\]|\\$)+/gu)) {
    if (word.startsWith("#")) break;
    found.push(word);
  }
  return found;
}

import { nearest } from "../nearest.ts";
import { checked } from "./checked.ts";
import { regions } from "./regions.ts";

/** A country whose holidays are known, or country-region, or a part of one: `JP`, `DE-BY`, `DE-BY-KATH`. */
export const country = () =>
  checked((value) => {
    const known = regions();
    if (known.has(value)) return null;
    return { kind: "not-a-country", value, near: nearest(value, known) };
  });

const PART = /^[A-Za-z0-9._-]{1,100}$/;

export interface ExtendsTarget {
  /** null: the same owner. */
  readonly owner: string | null;
  readonly name: string;
  readonly path: string | null;
}

/** Reads `[owner/]repo[:path]`; null when it is something else. */
export function parseExtends(value: string): ExtendsTarget | null {
  const colon = value.indexOf(":");
  const repository = colon === -1 ? value : value.slice(0, colon);
  const path = colon === -1 ? null : value.slice(colon + 1);
  const parts = repository.split("/");
  const name = parts.at(-1) ?? "";
  const owner = parts.length === 2 ? (parts[0] ?? "") : null;
  if (parts.length > 2 || !PART.test(name) || name === "." || name === ".." || (owner !== null && !PART.test(owner)))
    return null;
  if (path !== null && !isPath(path)) return null;
  return { owner, name, path };
}

function isPath(path: string): boolean {
  // elsewhere in a repository a YAML file may contain anything, even secrets
  if (path.length > 500 || /[\s\p{Cc}\\]/u.test(path) || !/^\.github\/.*\.ya?ml$/.test(path)) return false;
  return path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}

/** `[owner/]repo[:path]`. */
export const extendsTarget = () => checked((value) => (parseExtends(value) ? null : { kind: "not-an-extends", value }));

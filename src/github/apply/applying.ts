import type { IdOrRef, NumberOrRef } from "../actions.ts";
import type { GitHub } from "../client.ts";
import type { GitHubError } from "../errors.ts";
import type { Part } from "./registry.ts";

/** The repository that a plan is applied to. */
export interface RepoRef {
  readonly owner: string;
  readonly repo: string;
}

/** A part of a write that GitHub refused; the rest was written without it. */
interface RefusedPart {
  readonly part: Part;
  /** The login or label. */
  readonly value: string;
  readonly error: Pick<GitHubError, "status" | "message">;
}

/** What an action needs: the repository, and the numbers of what earlier actions created. */
export interface Applying {
  readonly github: GitHub;
  readonly repo: RepoRef;
  readonly refs: Map<string, number>;
  /** Ids of what was created: issues, and items of projects. */
  readonly ids: Map<string, number>;
  /** Refs that get no number: their create was refused, or waits. */
  readonly lost: Set<string>;
  /** What the current action had to leave out. */
  readonly parts: RefusedPart[];
}

export function numberOf(applying: Applying, number: NumberOrRef): number {
  if (typeof number === "number") return number;
  const given = applying.refs.get(number.ref);
  if (given === undefined) throw new Error(`the plan uses ${number.ref} before it creates it`);
  return given;
}

export function idOf(applying: Applying, id: IdOrRef): number {
  if (typeof id === "number") return id;
  const given = applying.ids.get(id.ref);
  if (given === undefined) throw new Error(`the plan uses ${id.ref} before it creates it`);
  return given;
}

/** `{{ref:…}}` inside a text becomes the number that the create was given; `—` or `?` where it was given none. */
export function withNumbers(applying: Applying, text: string): string {
  return text.replace(/(#?)\{\{ref:([^{}]+)\}\}/g, (whole, hash: string, ref: string) => {
    const given = applying.refs.get(ref);
    if (given !== undefined) return `${hash}${given}`;
    return applying.lost.has(ref) ? (hash === "" ? "?" : "—") : whole;
  });
}

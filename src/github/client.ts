import type { Endpoints } from "@octokit/types";

/** A GraphQL document with the types of its variables and its answer (made by `npm run generate`). */
export interface Document<Variables, Result> {
  readonly name: string;
  readonly text: string;
  /** Where NOT_FOUND means null: paths of response keys, with `*` for a list's index. */
  readonly missing?: readonly string[];
  /** What the document can do without: where an error leaves `UNKNOWN`. */
  readonly unknown?: readonly string[];
  /** Sizes of its pages by variable, each with the most that is asked for; the client halves them where it must. */
  readonly pages?: Readonly<Record<string, number>>;
  /** Never set: they carry the types. */
  readonly _variables?: Variables;
  readonly _result?: Result;
}

/** A field that GitHub did not answer while it answered the rest: neither present nor absent. */
export const UNKNOWN: unique symbol = Symbol("unknown");
export type Unknown = typeof UNKNOWN;

/** Who Detoil is on this GitHub: needed to know its own texts from other people's. */
export interface Self {
  readonly slug: string;
  /** `SLUG[bot]` */
  readonly login: string;
}

/** How many requests were made through one client: what `preview` prints and the benchmarks count. */
export interface RequestCount {
  rest: number;
  graphql: number;
  points: number;
  writes: number;
}

/**
 * GitHub as one installation (or one token) sees it. Every failure is one of the classes in errors.ts.
 * Nothing here retries or sleeps: the engine decides what is tried again, and when.
 */
export interface GitHub {
  readonly self: Self;
  readonly requests: Readonly<RequestCount>;
  /**
   * Returns GitHub's answer, even a partial one: errors at fields that the document can do without leave those null
   * (`missing`) or `UNKNOWN`. A query that is too expensive is repeated with smaller pages.
   */
  graphql<Variables extends object, Result>(
    document: Document<Variables, Result>,
    variables: Variables,
  ): Promise<Result>;
  rest<Route extends keyof Endpoints>(
    route: Route,
    parameters: Endpoints[Route]["parameters"],
  ): Promise<Endpoints[Route]["response"]>;
}

import type { Endpoints } from "@octokit/types";

/** A GraphQL document with the types of its variables and its answer (made by `npm run generate`). */
export interface Document<Variables, Result> {
  readonly name: string;
  readonly text: string;
  /** Never set: they carry the types. */
  readonly _variables?: Variables;
  readonly _result?: Result;
}

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
  graphql<Variables extends object, Result>(
    document: Document<Variables, Result>,
    variables: Variables,
  ): Promise<Result>;
  rest<Route extends keyof Endpoints>(
    route: Route,
    parameters: Endpoints[Route]["parameters"],
  ): Promise<Endpoints[Route]["response"]>;
}

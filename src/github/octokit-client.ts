import type { Octokit } from "@octokit/core";
import { withCustomRequest } from "@octokit/graphql";
import type { Endpoints } from "@octokit/types";
import type { Document, GitHub, RequestCount, Self } from "./client.ts";
import { meaningOf } from "./error-meaning.ts";
import { NotFound } from "./errors.ts";
import { failureOf, isGraphqlFailure } from "./failure.ts";
import { halfAnswer } from "./half-answer.ts";
import { PageSizes } from "./page-size.ts";

/** The `rateLimit { cost }` that `npm run generate` adds to every query. */
interface Costed {
  readonly rateLimit?: { readonly cost: number } | null;
}

export interface ClientOptions {
  readonly self: Self;
  /**
   * Gets a new token after a 401: a token may be revoked, or expired by GitHub's clock.
   * A refused request did nothing, so repeating it once is safe for writes too.
   */
  readonly renew?: () => Promise<void>;
  /** Shared with other clients; absent: its own. */
  readonly sizes?: PageSizes;
}

/** GitHub through an authenticated Octokit without plugins that retry or sleep. */
export function createClient(octokit: Octokit, options: ClientOptions): GitHub {
  const requests: RequestCount = { rest: 0, graphql: 0, points: 0, writes: 0 };
  const graphql = withCustomRequest(octokit.request);
  const sizes = options.sizes ?? new PageSizes();

  async function attempt<T>(operation: string, ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      const failure = failureOf(operation, error);
      if (meaningOf(failure).is !== "not authenticated" || options.renew === undefined) throw failure;
    }
    await options.renew();
    try {
      return await ask();
    } catch (error) {
      throw failureOf(operation, error);
    }
  }

  function ask<Variables, Result>(
    document: Document<Variables, Result>,
    variables: object,
  ): Promise<(Result & Costed) | null> {
    return attempt(document.name, async () => {
      requests.graphql += 1;
      if (document.text.startsWith("mutation")) requests.writes += 1;
      try {
        return await graphql<(Result & Costed) | null>(document.text, { ...variables });
      } catch (error) {
        if (!isGraphqlFailure(error)) throw error;
        const half = halfAnswer(document, error);
        if (half === null) {
          // GitHub charges for it, and says so beside the error.
          requests.points += (error.data as Costed | null)?.rateLimit?.cost ?? 0;
          throw error;
        }
        return half as Result & Costed; // as the schema has it, but for what the document can do without
      }
    });
  }

  return {
    self: options.self,
    requests,
    async graphql<Variables extends object, Result>(document: Document<Variables, Result>, variables: Variables) {
      for (;;) {
        try {
          const result = await ask(document, { ...variables, ...sizes.of(document) });
          sizes.answered(document);
          if (result === null) throw new NotFound(document.name, 404, "GitHub answered with nothing");
          requests.points += result.rateLimit?.cost ?? 1;
          return result;
        } catch (error) {
          if (!sizes.halve(document, error)) throw error;
        }
      }
    },
    async rest<Route extends keyof Endpoints>(route: Route, parameters: Endpoints[Route]["parameters"]) {
      const response = await attempt(route, () => {
        requests.rest += 1;
        if (!route.startsWith("GET ")) requests.writes += 1;
        return octokit.request(route as string, parameters as Record<string, unknown>);
      });
      // Octokit's own overloads map the route to this type; they do not resolve for a generic one.
      return response as Endpoints[Route]["response"];
    },
  };
}

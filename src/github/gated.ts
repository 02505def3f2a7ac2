import type { GitHub } from "./client.ts";

/** The same client, with `gate` called before each request: if it throws, nothing is sent. */
export function gated(github: GitHub, gate: () => void): GitHub {
  return {
    self: github.self,
    get requests() {
      return github.requests;
    },
    async graphql(document, variables) {
      gate();
      return github.graphql(document, variables);
    },
    async rest(route, parameters) {
      gate();
      return github.rest(route, parameters);
    },
  };
}

import type { GitHub } from "../../../src/github/client.ts";
import { LONG } from "../../harness/long.ts";

/** The process dies at its `write`-th write (from 1): before it is sent, or once it is done. */
export interface Kill {
  readonly write: number;
  readonly when: "before" | "after";
}

/** When each write is killed: `npm test` takes one of the two in turn. */
export function momentsOf(write: number): readonly Kill["when"][] {
  if (LONG) return ["before", "after"];
  return [write % 2 === 0 ? "before" : "after"];
}

export class Killed extends Error {}

/** The same client, which dies at that write. */
export function killed(github: GitHub, { write, when }: Kill): GitHub {
  let writes = 0;
  return {
    self: github.self,
    requests: github.requests,
    graphql: (document, variables) => github.graphql(document, variables),
    async rest(route, parameters) {
      if (!route.startsWith("GET ")) writes += 1;
      const isDue = writes === write && !route.startsWith("GET ");
      if (isDue && when === "before") throw new Killed(route);
      const answer = await github.rest(route, parameters);
      if (isDue) throw new Killed(route);
      return answer;
    },
  };
}

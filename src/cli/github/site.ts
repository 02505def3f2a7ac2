import type { Simulator } from "../../../simulator/index.ts";
import { showPage, type Viewer } from "./page/index.ts";

/** The zone of this machine, which is the reader's: the pages are served on the loopback interface only. */
export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A simulator with a website, as GitHub has one: pages for browsers, beside the API for programs. */
export function withPages(simulator: Simulator, viewer: Viewer): Simulator {
  const answer = async (input: Request | string | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    if (!isForPeople(request)) return simulator.fetch(request);
    return showPage(simulator.state, request, viewer);
  };
  return Object.create(simulator, { fetch: { value: answer } });
}

/** Clients that were given the address without /api/v3 name JSON as what they accept; curl and browsers do not. */
function isForPeople({ url, method, headers }: Request): boolean {
  if (/^\/(?:api|_sim)(?:\/|$)/.test(new URL(url).pathname)) return false;
  const accepted = headers.get("accept") ?? "*/*";
  return method === "GET" || method === "HEAD" ? !accepted.includes("json") : accepted.includes("text/html");
}

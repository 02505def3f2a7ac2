import type { Simulator } from "../../../simulator/index.ts";
import { repoNamed } from "../../../simulator/platform/actor.ts";
import { BadRequest } from "../../../simulator/platform/control/do/index.ts";
import { actOn } from "./acts/act.ts";
import { ACT } from "./acts/forms.ts";
import { formOf, isOwn } from "./app/form.ts";
import { appPages } from "./app/index.ts";
import { answerOf, refusal, type Viewer } from "./page/answer.ts";
import { showPage } from "./page/index.ts";

/** The zone of this machine, which is the reader's: the pages are served on the loopback interface only. */
export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A simulator with a website, as GitHub has one: pages for browsers, beside the API for programs. */
export function withPages(simulator: Simulator, viewer: Viewer): Simulator {
  const answer = async (input: Request | string | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    if (!isForPeople(request)) return simulator.fetch(request);
    const isAct = request.method === "POST" && new URL(request.url).pathname === ACT;
    if (isAct && viewer.acted !== undefined && isOwn(request)) return act(simulator, request, viewer);
    return (await appPages(simulator, request, viewer)) ?? showPage(simulator.state, request, viewer);
  };
  return Object.create(simulator, { fetch: { value: answer } });
}

/** Clients that were given the address without /api/v3 name JSON as what they accept; curl and browsers do not. */
function isForPeople({ url, method, headers }: Request): boolean {
  if (/^\/(?:api|_sim)(?:\/|$)/.test(new URL(url).pathname)) return false;
  const accepted = headers.get("accept") ?? "*/*";
  return method === "GET" || method === "HEAD" ? !accepted.includes("json") : accepted.includes("text/html");
}

/** Somebody acts through a form; their browser goes on once the webhooks are delivered. */
async function act(simulator: Simulator, request: Request, viewer: Viewer): Promise<Response> {
  const form = await formOf(request);
  const { state } = simulator;
  const repo = repoNamed(state, form.get("repo") ?? "");
  try {
    if (repo === null) throw new BadRequest("There is no such repository.");
    const location = actOn(simulator, repo, form);
    await viewer.acted?.();
    return new Response(null, { status: 303, headers: { location } });
  } catch (error) {
    if (!(error instanceof BadRequest)) throw error;
    return answerOf(state, refusal(state, error.message), viewer, { status: 422 });
  }
}

import { servesRoute } from "../enterprise.ts";
import { repoNamed } from "../platform/actor.ts";
import type { ReadRequest } from "../platform/redirects.ts";
import { notFound, Refused } from "../refused.ts";
import type { SimIssue, SimRepo } from "../state.ts";
import { checkAccess } from "./access.ts";
import { refusalBody, respond } from "./answer.ts";
import { type Answer, actingIn, type Call, type Handlers, type RestContext } from "./context.ts";
import { type Match, matchOperation } from "./operations.ts";
import { handlers, repoHandlers } from "./routes/index.ts";
import { answerProblem, bodyProblem, queryProblem } from "./schema-check.ts";

/** Where a GitHub Enterprise Server keeps its REST API. */
const REST_ROOT = "/api/v3";

/**
 * Answers a REST request from the state, checked against GitHub's own description on the way in and out. `more` serves
 * operations of the slice that belong to the platform (Apps, installations, deliveries).
 */
export function handleRest(context: RestContext, { request, text }: ReadRequest, more: Handlers = {}): Response {
  try {
    return respond(request, answer(context, request, text, more));
  } catch (error) {
    if (error instanceof Refused) return respond(request, { status: error.status, body: refusalBody(error) });
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    context.unexpected(`${request.method} ${new URL(request.url).pathname}: ${message}`);
    return respond(request, { status: 500, body: { message: `The simulated GitHub failed: ${message}` } });
  }
}

function answer(context: RestContext, request: Request, text: string, more: Handlers): Answer {
  const url = new URL(request.url);
  const path = byId(context, url.pathname.startsWith(REST_ROOT) ? url.pathname.slice(REST_ROOT.length) : url.pathname);
  const found = matchOperation(request.method, path);
  if (found === null) {
    context.unexpected(`unknown operation ${request.method} ${path}`);
    throw notFound();
  }
  if (!servesRoute(context.state.ghes, found.key)) throw notFound();
  const repo = repoOf(context, found);
  if (repo !== null && isFormer(repo, found)) return moved(context, url, repo, found);
  checkAccess(context, found.key, repo);
  const target = repo === null ? null : transferOf(repo, found);
  if (target !== null) return transferred(context, url, target);
  const call: Call = { context, request, url, path: found.parameters, query: url.searchParams, body: bodyIn(text) };
  checkRequest(call, found);
  const given = serve(call, found, repo, more);
  const problem = answerProblem(found.operation, given.status, given.body);
  if (problem !== null) throw new Error(`the answer to ${found.key} does not fit GitHub's description: ${problem}`);
  return given;
}

function serve(call: Call, { key }: Match, repo: SimRepo | null, more: Handlers): Answer {
  const repoHandler = repoHandlers[key];
  if (repoHandler !== undefined && repo !== null) return repoHandler({ ...call, repo, acting: actingIn(call.context) });
  const handler = more[key] ?? handlers[key];
  if (handler === undefined) throw new Error(`no handler for ${key}`);
  return handler(call);
}

/** GitHub answers 404 if a path parameter that its description calls a number is something else. */
function checkRequest(call: Call, { operation, key }: Match): void {
  for (const [name, schema] of Object.entries(operation.path)) {
    const isNumber = (schema as { type?: unknown }).type === "integer";
    if (isNumber && !/^\d+$/.test(call.path[name] ?? "")) throw notFound();
  }
  const query = queryProblem(operation, call.query);
  if (query !== null) call.context.unexpected(`${key}: ${query}`);
  const body = bodyProblem(operation, call.body);
  if (body === null) return;
  call.context.unexpected(`${key}: body ${body}`);
  throw new Refused(422, `Invalid request.\n\n${body}`);
}

function bodyIn(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(400, "Problems parsing JSON");
  }
}

/** `/repositories/ID/…`: undocumented, but GitHub's redirects and pagination links use it. */
function byId(context: RestContext, path: string): string {
  const found = /^\/repositories\/(\d+)(.*)$/.exec(path);
  if (found === null) return path;
  const repo = [...context.state.repos.values()].find((one) => one.id === Number(found[1]));
  if (repo === undefined) throw notFound();
  return `/repos/${repo.name}${found[2]}`;
}

function repoOf(context: RestContext, { key, parameters }: Match): SimRepo | null {
  if (!key.includes(" /repos/{owner}/{repo}")) return null;
  const repo = repoNamed(context.state, `${parameters.owner}/${parameters.repo}`);
  if (repo === null) throw notFound();
  return repo;
}

function isFormer(repo: SimRepo, { parameters }: Match): boolean {
  return repo.name.toLowerCase() !== `${parameters.owner}/${parameters.repo}`.toLowerCase();
}

/** Where the issue that a path names was transferred to. */
function transferOf(repo: SimRepo, { parameters }: Match): SimIssue["transferred_to"] {
  return repo.issues.get(Number(parameters.issue_number))?.transferred_to ?? null;
}

/** A transferred issue: 301 on reads and writes alike, as the description of each operation says. */
function transferred(context: RestContext, url: URL, target: NonNullable<SimIssue["transferred_to"]>): Answer {
  const [root = "", rest = ""] = url.href.split(/\/repos\/[^/]+\/[^/]+\/issues\/\d+/);
  const id = context.state.repos.get(target.repo)?.id;
  const location = `${root}/repositories/${id}/issues/${target.number}${rest}`;
  return { status: 301, body: { message: "Moved Permanently", url: location }, headers: { location } };
}

/** A renamed repository: 301, and 307 for writes so that they stay writes. */
function moved(context: RestContext, url: URL, repo: SimRepo, { key, parameters }: Match): Answer {
  checkAccess(context, key, repo);
  const location = url.href.replace(`/repos/${parameters.owner}/${parameters.repo}`, `/repositories/${repo.id}`);
  const reads = key.startsWith("GET ");
  const message = reads ? "Moved Permanently" : "Temporary Redirect";
  return { status: reads ? 301 : 307, body: { message, url: location }, headers: { location } };
}

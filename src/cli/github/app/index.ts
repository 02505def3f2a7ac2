import type { Simulator } from "../../../../simulator/index.ts";
import { BadRequest } from "../../../../simulator/platform/control/do/index.ts";
import { answerOf, refusal, type Viewer } from "../page/answer.ts";
import { appPage } from "./app-page.ts";
import { type Form, formOf, isOwn } from "./form.ts";
import { installPage } from "./install-page.ts";
import { installationPage } from "./installation-page.ts";
import { manifestPage, named } from "./manifest-page.ts";
import { ownerOf } from "./people.ts";

/** Where an App is registered, at an organization or at a person's account. */
const NEW = /^(?:\/organizations\/([^/]+))?\/settings\/apps\/new$/;
/** An App's page, for everybody and for its owner. A GHES has the first under `github-apps`. */
const APP = /^\/(?:(?:github-)?apps|(?:organizations\/[^/]+\/)?settings\/apps)\/([^/]+)$/;
const INSTALL = /^\/(?:github-)?apps\/([^/]+)\/installations\/new$/;
const INSTALLATION = /^(?:\/organizations\/[^/]+)?\/settings\/installations\/(\d+)$/;

/** The pages of an App's life, at GitHub's own addresses: registering, installing, permissions; null for every other address. */
export async function appPages(simulator: Simulator, request: Request, viewer: Viewer): Promise<Response | null> {
  const { pathname } = new URL(request.url);
  const { state } = simulator;
  const registering = NEW.exec(pathname);
  if (registering !== null) {
    return request.method === "POST" ? register(simulator, request, viewer, registering[1] ?? null) : null;
  }
  const isOurs = (slug: string | undefined) => slug === state.app.slug;
  const form = request.method === "POST" ? await formOf(request) : null;
  if (form !== null && !isOwn(request)) return null;
  if (isOurs(APP.exec(pathname)?.[1])) return answerOf(state, appPage(simulator), viewer);
  if (isOurs(INSTALL.exec(pathname)?.[1])) {
    return form === null ? answerOf(state, installPage(state), viewer, FORMS) : install(simulator, form, viewer);
  }
  const installation = state.installations.get(Number(INSTALLATION.exec(pathname)?.[1]));
  if (installation === undefined) return null;
  if (form !== null) return change(simulator, { account: installation.account, path: pathname, form }, viewer);
  return answerOf(state, installationPage(state, installation), viewer, FORMS);
}

const FORMS = { sendsTo: ["'self'"] };

/** First the page that asks for a name; with a name it is registered, and the browser goes back to where the manifest says. */
async function register(
  simulator: Simulator,
  request: Request,
  viewer: Viewer,
  organization: string | null,
): Promise<Response> {
  const { state } = simulator;
  const form = await formOf(request);
  const manifest = form.get("manifest") ?? "";
  const name = form.get("name");
  const shown = manifestPage(state, { manifest, organization, path: request.url });
  if (name === null && shown !== null) return answerOf(state, shown.page, viewer, { sendsTo: shown.sendsTo });
  const body = new URLSearchParams({ manifest: name === null ? manifest : named(manifest, name) });
  const answer = await simulator.fetch(request.url, { method: "POST", body });
  if (answer.status < 400) return answer;
  const { message } = (await answer.json()) as { readonly message: string };
  return answerOf(state, refusal(state, message), viewer, { status: answer.status });
}

function install(simulator: Simulator, form: Form, viewer: Viewer): Response {
  const account = form.get("account") ?? "";
  const selected = form.get("selection") === "selected" ? { repositories: form.getAll("repository") } : {};
  return act(simulator, viewer, account, { action: "install", account, ...selected }, () => {
    const made = [...simulator.state.installations.values()].find((one) => one.account === account);
    return `/organizations/${account}/settings/installations/${made?.id ?? ""}`;
  });
}

function change(
  simulator: Simulator,
  { account, path, form }: { readonly account: string; readonly path: string; readonly form: Form },
  viewer: Viewer,
): Response {
  const action = form.get("action") ?? "";
  if (action === "add-repository" || action === "remove-repository") {
    return act(simulator, viewer, account, { action, repo: form.get("repo") }, () => path);
  }
  const permissions = action === "set-permissions" ? { permissions: simulator.state.app.permissions } : {};
  const to = action === "uninstall" ? `/apps/${simulator.state.app.slug}` : path;
  return act(simulator, viewer, account, { action, account, ...permissions }, () => to);
}

/** The account's owner acts, and the browser goes on to what came of it. */
function act(
  simulator: Simulator,
  viewer: Viewer,
  account: string,
  fields: Readonly<Record<string, unknown>>,
  next: () => string,
): Response {
  try {
    simulator.do({ as: ownerOf(simulator.state, account), ...fields });
  } catch (error) {
    if (!(error instanceof BadRequest)) throw error;
    return answerOf(simulator.state, refusal(simulator.state, error.message), viewer, { status: 422 });
  }
  return new Response(null, { status: 303, headers: { location: next() } });
}

import type { IncomingMessage, ServerResponse } from "node:http";
import { convertManifest, type MadeApp } from "../../github/convert-manifest.ts";
import { isGone } from "../../github/error-meaning.ts";
import { webUrlOf } from "../../github/web-url.ts";
import { answer } from "../answer.ts";
import type { Handler, Routes } from "../server.ts";
import { isFromElsewhere, originOf, readOrganization, readPublicUrl } from "./address.ts";
import { credentialsFile, writeCredentials } from "./credentials.ts";
import { type Gate, isLoopback } from "./gate.ts";
import {
  type Manifest,
  manifestFor,
  newAppUrl,
  readManifest,
  WEBHOOKS_PATH,
  withoutOptional,
  withWriting,
} from "./manifest.ts";
import { beginPage, codePage, donePage, handOverPage, problemPage } from "./page.ts";
import { SetupProblem } from "./problem.ts";
import { formOf, reply } from "./reply.ts";
import { States } from "./states.ts";

export interface SetupRoutes {
  readonly apiUrl: string;
  /** Seconds that a request to GitHub may take. */
  readonly githubTimeoutSeconds: number;
  /** The folder of the credentials. */
  readonly data: string;
  readonly gate: Gate;
  /** The credentials are stored and the last page is sent. */
  readonly onDone: () => void;
  /** For the person at the terminal. */
  readonly print: (line: string) => void;
}

const AGAIN = { href: "/", text: "Begin again" };

/** The manifest flow (docs.github.com: "Registering a GitHub App from a manifest"): begin, hand over, come back with a code. */
export function setupRoutes(options: SetupRoutes): Routes {
  const { apiUrl, data, gate } = options;
  const states = new States();
  let isDone = false;

  /** Admits only visitors that passed the gate, no forms from other sites, and nobody once the setup is done. */
  function guarded(
    handler: (request: IncomingMessage, response: ServerResponse, origin: string) => Promise<void>,
  ): Handler {
    return async (request, response) => {
      const origin = originOf(request);
      if (isDone) return reply(response, 410, problemPage("Detoil is set up already.", null));
      if (origin === null || isFromElsewhere(request)) {
        return reply(response, 403, problemPage("This came from another site.", AGAIN));
      }
      if (gate.admits(request)) return handler(request, response, origin);
      if (gate.code !== null) return reply(response, 401, codePage(null));
      const sentence =
        "This page is open on the server's own machine only. To reach it from elsewhere, start Detoil with HOST=0.0.0.0: then the terminal shows a code for it.";
      return reply(response, 403, problemPage(sentence, null));
    };
  }

  const begin = guarded(async (_request, response, origin) => {
    const isLikely = !isLoopback(new URL(origin).hostname);
    reply(
      response,
      200,
      beginPage({ publicUrl: isLikely ? origin : "", organization: "", writing: false, problem: null }),
    );
  });

  const handOver = guarded(async (request, response, origin) => {
    const form = await formOf(request);
    const writing = form.get("writing") !== null;
    const typed = { publicUrl: form.get("url") ?? "", organization: form.get("organization") ?? "", writing };
    const read = readPublicUrl(typed.publicUrl, apiUrl);
    const organization = readOrganization(typed.organization);
    if ("problem" in read) return reply(response, 422, beginPage({ ...typed, problem: read.problem }));
    if (organization === undefined) {
      const problem = "This is not an organization's name. Take the one in its address: github.com/NAME.";
      return reply(response, 422, beginPage({ ...typed, problem }));
    }
    const asked = (manifest: Manifest) => (writing ? withWriting(manifest) : manifest);
    const manifest = asked(readManifest());
    const smaller = asked(withoutOptional(readManifest()));
    const page = handOverPage({
      action: newAppUrl(webUrlOf(apiUrl), organization, states.begin()),
      manifest: JSON.stringify(manifestFor(manifest, read.url, `${origin}/setup/done`)),
      smaller: {
        manifest: JSON.stringify(manifestFor(smaller, read.url, `${origin}/setup/done`)),
        without: Object.keys(manifest.default_permissions).filter(
          (resource) => smaller.default_permissions[resource] === undefined,
        ),
      },
      owner: organization ?? "your own account",
      webhookUrl: `${read.url}${WEBHOOKS_PATH}`,
      permissions: manifest.default_permissions,
    });
    reply(response, 200, page);
  });

  const comeBack = guarded(async (request, response) => {
    const query = new URL(request.url ?? "/", "http://setup").searchParams;
    const [code, state] = [query.get("code") ?? "", query.get("state") ?? ""];
    if (!states.take(state)) {
      const sentence = "This response does not belong to a setup that was started here within the last hour.";
      return reply(response, 400, problemPage(sentence, AGAIN));
    }
    let app: MadeApp;
    try {
      app = await convertManifest(apiUrl, code, { timeoutSeconds: options.githubTimeoutSeconds });
    } catch (error) {
      if (isGone(error)) {
        const sentence = "GitHub does not know this code: it works once, and for an hour.";
        return reply(response, 400, problemPage(sentence, AGAIN));
      }
      states.giveBack(state);
      options.print(`GitHub at ${apiUrl} did not return the credentials: ${(error as Error).message}`);
      const sentence = `GitHub did not answer as it should. Try again: the code works for an hour.`;
      return reply(response, 502, problemPage(sentence, { href: request.url ?? "/", text: "Try again" }));
    }
    if (isDone) return reply(response, 410, problemPage("Detoil is set up already.", null));
    try {
      await writeCredentials(data, app);
    } catch (error) {
      if (!(error instanceof SetupProblem)) throw error;
      const sentence = `${error.message} The credentials from GitHub are lost: delete ${app.name} in its settings there, then start again.`;
      return reply(response, 500, problemPage(sentence, AGAIN));
    }
    isDone = true;
    response.once("close", options.onDone);
    reply(response, 200, donePage(app.name, `${app.html_url}/installations/new`, credentialsFile(data)));
  });

  return {
    "GET /": begin,
    "POST /setup/code": async (request, response) => {
      if (isFromElsewhere(request)) return reply(response, 403, problemPage("This came from another site.", AGAIN));
      const unlocked = gate.unlock((await formOf(request)).get("code") ?? "");
      if (unlocked === "wrong") return reply(response, 401, codePage("This is not the code shown on the terminal."));
      if (unlocked === "closed") {
        const sentence = "The code was used, or tried too often. Stop Detoil and start it again: it shows a new one.";
        return reply(response, 403, problemPage(sentence, null));
      }
      response.setHeader("set-cookie", unlocked.cookie);
      response.setHeader("location", "/");
      reply(response, 303, "");
    },
    "POST /setup/manifest": handOver,
    "GET /setup/done": comeBack,
    "GET /healthz": async (_request, response) => answer(response, 200, "Waiting to be set up."),
    "GET /readyz": async (_request, response) => answer(response, 503, "Waiting to be set up."),
    [`POST ${WEBHOOKS_PATH}`]: async (_request, response) => answer(response, 503, "Waiting to be set up."),
  };
}

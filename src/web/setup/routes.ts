import type { IncomingMessage, ServerResponse } from "node:http";
import { convertManifest, type MadeApp } from "../../github/convert-manifest.ts";
import { isGone } from "../../github/error-meaning.ts";
import { webUrlOf } from "../../github/web-url.ts";
import { answer } from "../answer.ts";
import type { Handler, Routes } from "../server.ts";
import { answerText } from "../text.ts";
import { isFromElsewhere, originOf, readOrganization, readPublicUrl } from "./address.ts";
import { credentialsFile, writeCredentials } from "./credentials.ts";
import type { Gate } from "./gate.ts";
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
import { setupText } from "./text.ts";

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

const AGAIN = { href: "/", text: setupText.again };

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
      if (isDone) return reply(response, 410, problemPage(setupText.problem.doneAlready, null));
      if (origin === null || isFromElsewhere(request)) {
        return reply(response, 403, problemPage(setupText.problem.otherSite, AGAIN));
      }
      if (gate.admits(request)) return handler(request, response, origin);
      if (gate.code !== null) return reply(response, 401, codePage(null));
      return reply(response, 403, problemPage(setupText.problem.otherMachine, null));
    };
  }

  const begin = guarded(async (_request, response, origin) => {
    // GitHub does not reach this machine's own address, unless it is simulated here.
    const isLikely = "url" in readPublicUrl(origin, apiUrl);
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
      return reply(response, 422, beginPage({ ...typed, problem: setupText.typed.noOrganization }));
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
      owner: organization,
      webhookUrl: `${read.url}${WEBHOOKS_PATH}`,
      permissions: manifest.default_permissions,
    });
    reply(response, 200, page);
  });

  const comeBack = guarded(async (request, response) => {
    const query = new URL(request.url ?? "/", "http://setup").searchParams;
    const [code, state] = [query.get("code") ?? "", query.get("state") ?? ""];
    if (!states.take(state)) {
      return reply(response, 400, problemPage(setupText.problem.otherSetup, AGAIN));
    }
    let app: MadeApp;
    try {
      app = await convertManifest(apiUrl, code, { timeoutSeconds: options.githubTimeoutSeconds });
    } catch (error) {
      if (isGone(error)) {
        return reply(response, 400, problemPage(setupText.problem.noCode, AGAIN));
      }
      states.giveBack(state);
      options.print(setupText.terminal.noAnswer(apiUrl, (error as Error).message));
      const { noAnswer, tryAgain } = setupText.problem;
      return reply(response, 502, problemPage(noAnswer, { href: request.url ?? "/", text: tryAgain }));
    }
    if (isDone) return reply(response, 410, problemPage(setupText.problem.doneAlready, null));
    try {
      await writeCredentials(data, app);
    } catch (error) {
      if (!(error instanceof SetupProblem)) throw error;
      return reply(response, 500, problemPage(setupText.problem.lost(error.message, app.name), AGAIN));
    }
    isDone = true;
    response.once("close", options.onDone);
    reply(response, 200, donePage(app.name, `${app.html_url}/installations/new`, credentialsFile(data)));
  });

  return {
    "GET /": begin,
    "POST /setup/code": async (request, response) => {
      if (isFromElsewhere(request)) return reply(response, 403, problemPage(setupText.problem.otherSite, AGAIN));
      const unlocked = gate.unlock((await formOf(request)).get("code") ?? "");
      if (unlocked === "wrong") return reply(response, 401, codePage(setupText.code.wrong));
      if (unlocked === "closed") return reply(response, 403, problemPage(setupText.code.spent, null));
      response.setHeader("set-cookie", unlocked.cookie);
      response.setHeader("location", "/");
      reply(response, 303, "");
    },
    "POST /setup/manifest": handOver,
    "GET /setup/done": comeBack,
    "GET /healthz": async (_request, response) => answer(response, 200, answerText.waiting),
    "GET /readyz": async (_request, response) => answer(response, 503, answerText.waiting),
    [`POST ${WEBHOOKS_PATH}`]: async (_request, response) => answer(response, 503, answerText.waiting),
  };
}

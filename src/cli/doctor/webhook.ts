import type { GitHub } from "../../github/client.ts";
import { A_PAGE } from "../../github-limits.ts";
import { WEBHOOKS_PATH } from "../../web/setup/manifest.ts";
import type { RegisteredApp } from "./app.ts";
import { type Finding, fix, ok, utc } from "./finding.ts";

/** Whether webhooks are sent to the address where the server accepts them. */
export async function examineHook(github: GitHub, app: RegisteredApp): Promise<readonly Finding[]> {
  const { data } = await github.rest("GET /app/hook/config", {});
  const url = data.url ?? "";
  const found: Finding[] = [];
  if (url === "") {
    found.push(fix(`The App has no webhook URL: set it to https://YOUR-SERVER${WEBHOOKS_PATH} at ${app.settingsUrl}.`));
  } else if (!url.endsWith(WEBHOOKS_PATH)) {
    found.push(fix(`Webhooks go to ${url}, which does not end with ${WEBHOOKS_PATH}: fix it at ${app.settingsUrl}.`));
  } else {
    found.push(ok(`Webhooks go to ${url}.`));
  }
  if (data.secret === undefined || data.secret === "") {
    found.push(
      fix(
        `The App has no webhook secret, so its webhooks are refused: enter the value of WEBHOOK_SECRET at ${app.settingsUrl}.`,
      ),
    );
  }
  return found;
}

/** Whether the last webhooks arrived. One that failed and then arrived counts as arrived. */
export async function examineDeliveries(github: GitHub): Promise<Finding> {
  const { data } = await github.rest("GET /app/hook/deliveries", { per_page: A_PAGE });
  const [newest] = data;
  if (newest === undefined) return ok("No webhook has been sent yet.");
  const arrived = new Set(data.filter(({ status_code }) => isGood(status_code)).map(({ guid }) => guid));
  const failed = data.filter(({ guid }) => !arrived.has(guid));
  const lost = new Set(failed.map(({ guid }) => guid)).size;
  const total = new Set(data.map(({ guid }) => guid)).size;
  if (lost === 0) return ok(`All of the last ${total} webhooks arrived.`);
  if (arrived.has(newest.guid)) {
    return ok(
      `${lost} of the last ${total} webhooks failed, later ones arrived: the running server requests them again.`,
    );
  }
  const { status_code, delivered_at } = newest;
  return fix(
    `${lost} of the last ${total} webhooks failed, the latest at ${utc(delivered_at)}: ${reason(status_code, newest.status)}`,
  );
}

function isGood(status: number): boolean {
  return status >= 200 && status < 300;
}

function reason(code: number, status: string): string {
  if (code === 401) return "the App's webhook secret is not WEBHOOK_SECRET; make them the same.";
  if (code === 404 || code === 405) return `its URL points elsewhere (${code}); it should end with ${WEBHOOKS_PATH}.`;
  if (code === 503) return "the server could not store them; its log says why.";
  return `the server did not answer GitHub (${status}); check that it runs and is reachable at that URL.`;
}

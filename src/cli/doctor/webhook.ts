import type { GitHub } from "../../github/client.ts";
import { A_PAGE } from "../../github-limits.ts";
import { WEBHOOKS_PATH } from "../../web/setup/manifest.ts";
import type { RegisteredApp } from "./app.ts";
import { appText } from "./app-text.ts";
import { type Finding, utc } from "./finding.ts";

/** Whether webhooks are sent to the address where the server accepts them. */
export async function examineHook(github: GitHub, app: RegisteredApp): Promise<readonly Finding[]> {
  const { data } = await github.rest("GET /app/hook/config", {});
  const url = data.url ?? "";
  const found: Finding[] = [];
  if (url === "") {
    found.push(appText.noWebhookUrl(WEBHOOKS_PATH, app.settingsUrl));
  } else if (!url.endsWith(WEBHOOKS_PATH)) {
    found.push(appText.otherWebhookUrl(url, WEBHOOKS_PATH, app.settingsUrl));
  } else {
    found.push(appText.webhookUrl(url));
  }
  if (data.secret === undefined || data.secret === "") {
    found.push(appText.noSecret(app.settingsUrl));
  }
  return found;
}

/** Whether the last webhooks arrived. One that failed and then arrived counts as arrived. */
export async function examineDeliveries(github: GitHub, now: Date): Promise<Finding> {
  const { data } = await github.rest("GET /app/hook/deliveries", { per_page: A_PAGE });
  const [newest] = data;
  if (newest === undefined) return appText.noneSent();
  const arrived = new Set(data.filter(({ status_code }) => isGood(status_code)).map(({ guid }) => guid));
  const failed = data.filter(({ guid }) => !arrived.has(guid));
  const lost = new Set(failed.map(({ guid }) => guid)).size;
  const total = new Set(data.map(({ guid }) => guid)).size;
  if (lost === 0) return appText.allArrived(total);
  if (arrived.has(newest.guid)) return appText.someArrived(lost, total);
  const { status_code, delivered_at } = newest;
  return appText.lost(lost, total, utc(delivered_at, now), reason(status_code, newest.status));
}

function isGood(status: number): boolean {
  return status >= 200 && status < 300;
}

function reason(code: number, status: string): string {
  const { otherSecret, otherUrl, notStored, noAnswer } = appText.lostWhy;
  if (code === 401) return otherSecret;
  if (code === 404 || code === 405) return otherUrl(code, WEBHOOKS_PATH);
  return code === 503 ? notStored : noAnswer(status);
}
